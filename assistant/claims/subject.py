"""Reads what a statement is about, in the scene that earlier statements have set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from assistant.claims.binding import Told, bind, told
from assistant.claims.holdings import Holdings
from assistant.claims.laws import LawMention, find_laws
from assistant.claims.places import Member, find_places
from assistant.claims.scene import CLEAR, Bound, Reference, Scene, Subject
from assistant.claims.split import Statement
from assistant.question import Place
from assistant.understand.regimes import RegimeFinder

_RIVAL = 0.7
_SEVERAL = 2


@dataclass(frozen=True)
class SubjectReader:
    """Reads statements over one corpus."""

    holdings: Holdings

    @cached_property
    def _regimes(self) -> RegimeFinder:
        return RegimeFinder(self.holdings.knowledge)

    def read(self, statement: Statement, scene: Scene) -> Subject:
        """The subject of a statement."""
        if statement.title:
            scene = replace(scene, bound=Bound(), heading=statement.text, told="", condition="", lead="")
        if statement.opens:
            scene = replace(scene, supposed="")
        laws = find_laws(statement.text, self.holdings.known_laws)
        references = self._references(statement, laws, scene)
        regime, share = self._regime(statement)
        words = told(statement.text, references)
        bound = bind(words, references, scene, regime, self.holdings)
        moved = self._moved(scene, regime, share, references, bound, words)
        return Subject(statement, moved, scene, regime is not None, references, bound, self._side_by_side(statement))

    def _side_by_side(self, statement: Statement) -> tuple[tuple[int, Place, float], ...]:
        """Where a statement names each of several regimes; empty where it names one or none."""
        text = statement.text
        wordings = self.holdings.knowledge.wordings(text)
        named = self._regimes.named(text, wordings)
        if len(named) < _SEVERAL:
            return ()
        shares = {h.place: h.score for h in self._regimes.find(text, wordings)}
        found = [
            (at, r.place) for r in named if (at := min((text.find(w) for w in r.words if w in text), default=-1)) >= 0
        ]
        return tuple((at, place, max(shares[place], CLEAR)) for at, place in sorted(found))

    def _regime(self, statement: Statement) -> tuple[Place | None, float]:
        """The regime a statement names, and which share of its name; a title names it in full."""
        wordings = self.holdings.knowledge.wordings(statement.text)
        hits = self._regimes.find(statement.text, wordings)
        if not hits:
            return None, 0.0
        alone = len(hits) == 1 or hits[1].score < _RIVAL * hits[0].score
        meant = statement.title or hits[0].score >= CLEAR or alone
        return (hits[0].place, 1.0 if statement.title else hits[0].score) if meant else (None, 0.0)

    def _moved(
        self,
        scene: Scene,
        regime: Place | None,
        share: float,
        references: tuple[Reference, ...],
        bound: Bound,
        words: Told,
    ) -> Scene:
        last = next((r for r in reversed(references) if r.law), None)
        article = next((r.article for r in reversed(references) if r.article), None)
        if last:
            scene = replace(scene, law=last.law, article=article if article else _kept(scene, last.law))
        if regime:
            kept = scene.regime_share if regime == scene.regime else 0.0
            scene = replace(scene, regime=regime, regime_share=max(share, kept))
        met = "，".join(c for _, c in words.conditions if not c.endswith("的"))
        supposed = "，".join(c for _, c in words.conditions if c.endswith("的"))
        fresh = bound.told and bound.groups != scene.bound.groups
        return replace(
            scene,
            bound=replace(bound, told=False),
            condition=met if fresh else f"{scene.condition}，{met}",
            supposed=f"{scene.supposed}，{supposed}",
        )

    def _references(self, statement: Statement, laws: tuple[LawMention, ...], scene: Scene) -> tuple[Reference, ...]:
        text = statement.text
        members = find_places(text)
        law, mention, article = scene.law, None, scene.article
        found: list[Reference] = []
        used: set[LawMention] = set()
        queue: list[LawMention | Member] = sorted((*laws, *members), key=lambda x: (x.start, x.end))
        for x in queue:
            if isinstance(x, LawMention):
                mention = x
                if x.name and x.name != law:
                    law, article = x.name, None
                if x.kind and not law.endswith(x.kind):
                    law, article = "", None
                continue
            article = x.article or article
            found.append(Reference(law, mention, x, article, x.paragraph, x.item))
            used |= {mention} if mention else set()
        bare = [Reference(m.name, m, None, None, None, None) for m in laws if m not in used and m.name]
        return tuple(sorted([*found, *bare], key=_start))


def _kept(scene: Scene, law: str) -> int | None:
    return scene.article if law == scene.law else None


def _start(r: Reference) -> int:
    named = r.member or r.mention
    return named.start if named else 0
