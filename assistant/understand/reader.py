"""Reads a question: from text to an Understanding. Every step is one call; none of them decides the answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assistant.act.section import is_short_for
from assistant.knowledge import Knowledge
from assistant.normalise import normalise
from assistant.question import Understanding
from assistant.understand.facts import read_facts
from assistant.understand.regimes import RegimeFinder
from assistant.understand.spelling import Speller
from assistant.understand.topics import TopicRanker


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
        content = self._content(text)
        without, wordings = _without(text, sections), k.wordings(text)
        regimes = self._regime_finder.find(without, wordings)
        return Understanding(
            raw=raw,
            text=text,
            content=content,
            rest=self._regime_finder.rest(content, regimes[0], wordings) if regimes else content,
            cues=cues - {"filler", "party"},
            facts=read_facts(text),
            topics=self.ranker.rank(text),
            regimes=regimes,
            sections=sections,
            departments=self._departments(text),
            today=today,
            named=self._regime_finder.named(without, wordings) if regimes else (),
        )

    @cached_property
    def _speller(self) -> Speller:
        k, v = self.knowledge, self.knowledge.vocabulary
        return Speller(
            v.sounds, (*v.words(), *(s.name for _, s in k.sections)), tuple(d.text for d in k.corpus.documents)
        )

    @cached_property
    def _cue_words(self) -> tuple[str, ...]:
        """All cue words, longest first, so that a longer one is not broken by a shorter one inside it."""
        kept = (
            "appeal",
            "discretion",
            "spared",
            "check",
            "enough",
            "section",
            "methods",
            "measures",
            "objects",
            "injection",
            "report",
            "wish",
            "common",
            "when",
            "party",
            "conductor",
        )
        words = {w for kind, ws in self.knowledge.vocabulary.cues.items() if kind not in kept for w in ws}
        return tuple(sorted(words, key=lambda w: (-len(w), w)))

    def _content(self, text: str) -> str:
        """The question without the words that only show what kind of answer is wanted, and without its punctuation.

        A cue word inside an everyday wording (范围 in 超范围经营) belongs to the matter and stays.
        """
        kept = tuple(w.said for w in self.knowledge.wordings(text))
        parts = re.split(f"({'|'.join(map(re.escape, kept))})", text) if kept else [text]
        for i in range(0, len(parts), 2):
            for word in self._cue_words:
                parts[i] = parts[i].replace(word, "，")
        return "".join(parts).strip("，。？！?!、 的是在和了")

    @cached_property
    def _regime_finder(self) -> RegimeFinder:
        return RegimeFinder(self.knowledge)

    def _departments(self, text: str) -> tuple[str, ...]:
        """Departments of the boundary table that the question names, in full or in short (残联)."""
        short = {text[i : i + n] for n in (2, 3) for i in range(len(text) - n + 1)}
        return tuple(
            name
            for name in self.knowledge.departments
            if name in text or any(is_short_for(word, name) for word in short if word[0] == name[0])
        )


def _named(text: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Names that occur in the text, in order of mention; a name that occurs only inside a longer one does not count."""
    places: list[tuple[int, str]] = []
    for name in sorted(set(names), key=lambda n: (-len(n), n)):
        at = text.find(name)
        if at >= 0:
            places.append((at, name))
            text = text.replace(name, "，" * len(name))
    return tuple(name for _, name in sorted(places))


def _without(text: str, words: tuple[str, ...]) -> str:
    for w in words:
        text = text.replace(w, "，")
    return text
