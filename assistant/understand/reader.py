"""Reads a question: from text to an Understanding. Every step is one call; none of them decides the answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assistant.act.section import is_short_for
from assistant.knowledge import Knowledge
from assistant.normalise import normalise
from assistant.question import Hit, Understanding
from assistant.understand.facts import read_facts
from assistant.understand.overlap import Matcher
from assistant.understand.spelling import Speller
from assistant.understand.topics import TopicRanker

_REGIME_ENOUGH = 0.34
"""Least share of a regime's own words that the question must name."""
_NOT_A_NAME = ("监管", "事项", "使用", "制度", "审批", "服务")


@dataclass(frozen=True)
class Reader:
    """Understands questions about one corpus."""

    knowledge: Knowledge
    ranker: TopicRanker

    def read(self, raw: str, today: date | None = None) -> Understanding:
        """The understanding of a question."""
        text = self._speller.restore(normalise(raw))
        k = self.knowledge
        cues = frozenset(kind for kind, words in k.vocabulary.cues.items() if any(w in text for w in words))
        sections = _named(text, tuple(s.name for _, s in k.sections))
        return Understanding(
            raw=raw,
            text=text,
            content=self._content(text),
            cues=cues - {"filler"},
            facts=read_facts(text),
            topics=self.ranker.rank(text),
            regimes=self._regimes(text),
            sections=sections,
            departments=self._departments(text),
            today=today,
        )

    @cached_property
    def _speller(self) -> Speller:
        v = self.knowledge.vocabulary
        return Speller(v.sounds, (*v.words(), *(s.name for _, s in self.knowledge.sections)))

    @cached_property
    def _cue_words(self) -> tuple[str, ...]:
        """All cue words, longest first, so that a longer one is not broken by a shorter one inside it."""
        kept = ("check", "section", "methods", "measures", "objects", "injection")
        words = {w for kind, ws in self.knowledge.vocabulary.cues.items() if kind not in kept for w in ws}
        return tuple(sorted(words, key=lambda w: (-len(w), w)))

    def _content(self, text: str) -> str:
        """The question without the words that only show what kind of answer is wanted, and without its punctuation."""
        for word in self._cue_words:
            if word in text:
                text = text.replace(word, "，")
        return text.strip("，。？！?!、 的是在和了")

    @cached_property
    def _regime_matcher(self) -> Matcher:
        return Matcher(tuple(self._regime_name(r.title) for _, r in self.knowledge.regimes))

    @staticmethod
    def _regime_name(title: str) -> str:
        for word in _NOT_A_NAME:
            title = title.replace(word, "，")
        return title

    def _regimes(self, text: str) -> tuple[Hit, ...]:
        """Regimes whose title the question names, in everyday words too; surest first."""
        k = self.knowledge
        wordings = k.wordings(text)
        spoken = text + "，" + "，".join(m for w in wordings for m in w.means)
        hits: list[tuple[float, int]] = []
        for i, (_, regime) in enumerate(k.regimes):
            share = max(self._share(name, text, spoken) for name in _halves(self._regime_name(regime.title)))
            if share >= _REGIME_ENOUGH:
                hits.append((share, i))
        hits.sort(key=lambda x: (-round(x[0], 4), x[1]))
        return tuple(Hit((k.document_index(k.regimes[i][0]), k.regimes[i][1].index), s) for s, i in hits)

    def _share(self, name: str, text: str, spoken: str) -> float:
        """Weighted share of a regime's name that the question says; what it says literally counts double."""
        from assistant.understand.overlap import pairs

        weights = self._regime_matcher.weight
        own = pairs(name)
        total = sum(weights(p) for p in own)
        literal, everyday = pairs(text), pairs(spoken)
        said = sum(weights(p) * (1.0 if p in literal else 0.6 if p in everyday else 0.0) for p in own)
        return said / total if total else 0.0

    def _departments(self, text: str) -> tuple[str, ...]:
        """Departments of the boundary table that the question names, in full or in short (残联)."""
        short = {text[i : i + n] for n in (2, 3) for i in range(len(text) - n + 1)}
        return tuple(
            name
            for name in self.knowledge.departments
            if name in text or any(is_short_for(word, name) for word in short if word[0] == name[0])
        )


def _halves(name: str) -> tuple[str, ...]:
    """A title that joins two objects (甲、乙监管) is named by either of them, or by the whole."""
    return (name, *(h for h in name.split("、") if len(h) > 3))


def _named(text: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Names that occur in the text, in order of mention; a name inside a longer one that occurs does not count."""
    found = sorted({(text.find(n), n) for n in names if n in text})
    return tuple(n for _, n in found if not any(n != m and n in m for _, m in found))
