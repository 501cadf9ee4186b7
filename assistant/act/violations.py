"""Finds the violations that a question is about: by the conduct it tells, and by the regime it names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from assistant.act.condition import Case, holds
from assistant.knowledge import Knowledge
from assistant.question import Place, Understanding
from assistant.understand.conduct import Conduct, conduct
from corpus.records import Clause, Document, Penalty

_ALL = 10_000
_RANKED = 20
_TIE = 0.93
_MAX_VIOLATIONS = 3
_WATCHED, _CLEARLY = 0.4, 1.25
_AS_CLEARLY = 0.02
_SPECIFIC = 0.8
"""Weight of how well the conduct fits, beside how well the whole question does."""
_HANDLING, _ELSEWHERE = 0.25, 0.15
"""Credit for a penalty of the regime named: stated where it says what follows, or elsewhere in it."""


@dataclass(frozen=True)
class Search:
    """The penalties of a corpus seen from one question."""

    u: Understanding
    k: Knowledge

    @cached_property
    def conduct(self) -> Conduct:
        """What the question says was done."""
        return conduct(self.u, self.k)

    @cached_property
    def places(self) -> frozenset[Place]:
        """The regimes named: the first, and those named as clearly."""
        regimes = self.u.regimes
        return frozenset(h.place for h in regimes if h.score >= regimes[0].score - _AS_CLEARLY)

    @cached_property
    def specific(self) -> dict[int, float]:
        """How much of the conduct each violation covers (0–1); after the penalties, each clause that inspections look for."""
        if not self.conduct.said:
            return {}
        return dict(self.k.violation_matcher.rank(self.conduct.text, self.conduct.wordings, limit=_ALL))

    @cached_property
    def stated(self) -> float:
        """How much of the conduct the best violation covers, within the regime where one is named."""
        within = [s for i, s in self.specific.items() if i < len(self.k.penalties) and self._within(i)]
        return max(within, default=0.0)

    @cached_property
    def ranked(self) -> list[tuple[int, float]]:
        """Penalties by fit, best first; those of the regime named alone, where it has any."""
        u, k = self.u, self.k
        found = k.penalty_matcher.rank(u.content, k.wordings(u.text), limit=_ALL if self.conduct.said else _RANKED)
        scored = [(i, s + self._fit(i) + _SPECIFIC * self.specific.get(i, 0.0)) for i, s in found]
        own = [(i, s) for i, s in scored if self.places and self._within(i)]
        return sorted(own or scored, key=lambda x: (-round(x[1], 6), x[0]))

    def same_conduct(self, i: int) -> bool:
        """Whether the question says words of a violation's own: a party in common (a child) is not enough."""
        text = self.k.violation_matcher.texts[i]
        if any(m in text for w in self.conduct.wordings if not w.who for m in w.means):
            return True
        return self.k.violation_matcher.said(self.conduct.text, self.conduct.wordings, i)

    def chosen(self) -> list[tuple[Document, Penalty]]:
        """All consequences of the best violation, and of those that fit as well, in order of fit."""
        best, top = self.ranked[0]
        out: dict[tuple[str, int], tuple[Document, Penalty]] = {}
        violations: list[tuple[str, str]] = []
        for i, score in self.ranked:
            document, p = self.k.penalties[i]
            less = self.conduct.said and self.specific.get(i, 0.0) < _TIE * self.specific.get(best, 0.0)
            if score < _TIE * top or less:
                continue
            if (document.id, p.violation) not in violations and len(violations) < _MAX_VIOLATIONS:
                violations.append((document.id, p.violation))
                out |= {(d.id, q.index): (d, q) for d, q in self.k.penalties if d is document and _belong(p, q)}
        return list(out.values())

    def only_watched(self) -> tuple[Document, Clause] | None:
        """The conduct that inspections look for and no penalty speaks of, when the question fits it clearly better."""
        if not self.places or not self.conduct.said or self._states_a_condition():
            return None
        first = len(self.k.penalties)
        document, named = self.k.regime(self.u.regimes[0].place)
        own = {c for part in named.parts for c in part.clauses}
        watched = [(s, -i, *self.k.watched[i - first]) for i, s in self.specific.items() if i >= first]
        found = [(s, n) for s, n, d, clause in watched if d is document and clause.index in own]
        score, n = max(found, default=(0.0, 0))
        return self.k.watched[-n - first] if score >= _WATCHED and score > _CLEARLY * self.stated else None

    def _states_a_condition(self) -> bool:
        """Whether the question states a condition of some penalty of the regime (构成犯罪): then it asks for that one."""
        case = Case(self.u.text, self.u.facts, frozenset())
        conditions = {p.when for i, (_, p) in enumerate(self.k.penalties) if p.when and self._within(i)}
        return any(holds(when, case) for when in sorted(conditions))

    def _fit(self, i: int) -> float:
        document, p = self.k.penalties[i]
        if p.regime is None or not self.places or not self._within(i):
            return 0.0
        parts = document.regimes[p.regime].parts
        handling = any(part.kind == "handling" and p.clause in part.clauses for part in parts)
        return _HANDLING if handling else _ELSEWHERE

    def _within(self, i: int) -> bool:
        document, p = self.k.penalties[i]
        place = (self.k.document_index(document), p.regime)
        return not self.places or place in self.places


def _belong(a: Penalty, b: Penalty) -> bool:
    """Consequences of the same violation in the same clause."""
    return a.violation == b.violation and a.clause == b.clause
