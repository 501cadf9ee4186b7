"""What a question is about: belief over the vocabulary's entries, from learned scores and from the words it says.

The classifier (trained on the vocabulary's own examples) gives a probability to every entry. Words listed under `says`
raise their entries: the longer the word and the fewer entries claim it, the more.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from assistant.matters import Vocabulary
from assistant.question import Topics, TopicScore
from assistant.understand.known_words import KnownWords

_SAYS_WEIGHT = 0.5
_KEEP = 12
_TALK_CHARACTERS = 18
"""Nobody makes small talk at greater length; a longer text that opens with a greeting is about what follows."""
_THANKS = re.compile(r"(?:谢谢|多谢|感谢|谢了|辛苦了)+(?:您|你|哈|啦|了)?[，。！!]?")
"""Manners around a question: in a short one they would weigh as much as its matter."""
_LONG = 60
"""Characters told before a wish from which the wish counts as much as all the rest."""
_TELLING = 4
"""Characters of a word that nobody says by the way."""
_MASKED_PLACE = re.compile(r"[A-Za-z]\d*(?=[市县区镇乡州])")
"""A place whose name was masked (A市, B7县): the letter says nothing of the matter."""
_FLOOR = 1e-4
"""Least probability an entry keeps, so that a clear word can still raise it."""


class Classifier(Protocol):
    """Anything that gives labels probabilities."""

    def predict(self, text: str, k: int) -> list[tuple[str, float]]:
        """The `k` likeliest labels of a text with their probabilities, likeliest first."""
        ...


@dataclass(frozen=True)
class TopicRanker:
    """Ranks the entries of a vocabulary for a question."""

    vocabulary: Vocabulary
    classifier: Classifier

    @cached_property
    def _says(self) -> dict[str, tuple[str, ...]]:
        """Labels that claim each word."""
        v = self.vocabulary
        out: dict[str, list[str]] = {}
        for kind, entries in (("in", v.matters), ("out", v.outside), ("talk", v.smalltalk)):
            for entry in entries:
                names = (*entry.says, entry.name) if kind == "in" else entry.says
                for word in dict.fromkeys(names):
                    out.setdefault(word, []).append(f"{kind}:{entry.id}")
        return {w: tuple(ls) for w, ls in out.items()}

    @cached_property
    def _said(self) -> KnownWords:
        return KnownWords(self._says)

    @cached_property
    def _labels(self) -> int:
        v = self.vocabulary
        return len(v.matters) + len(v.outside) + len(v.smalltalk)

    def rank(self, text: str) -> Topics:
        """Topics of a normalised question."""
        text = _MASKED_PLACE.sub("", text)
        text = _THANKS.sub("", text) if self._names_something(text) else text
        learned = dict(self.classifier.predict(text, self._labels))
        raised = self._raised(text)
        if wish := self._wish(text):
            asked, named = dict(self.classifier.predict(wish, self._labels)), self._raised(wish)
            learned = {x: (learned.get(x, 0.0) + asked.get(x, 0.0)) / 2 for x in {*learned, *asked}}
            raised = {x: raised.get(x, 0.0) + named.get(x, 0.0) for x in {*raised, *named}}
        talk = len(text) <= _TALK_CHARACTERS and not self._names_something(text)
        scores = {
            label: math.log(max(learned.get(label, 0.0), _FLOOR)) + _SAYS_WEIGHT * raised.get(label, 0.0)
            for label in {*learned, *raised}
            if talk or not label.startswith("talk:")
        }
        if not scores:
            return Topics((), 0.0)
        top = max(scores.values())
        odds = {label: math.exp(s - top) for label, s in scores.items()}
        mass = sum(odds.values())
        ranked = sorted((TopicScore(label, o / mass) for label, o in odds.items()), key=lambda t: (-t.score, t.label))
        inside = sum(t.score for t in ranked if not t.label.startswith("out:"))
        return Topics(tuple(ranked[:_KEEP]), inside)

    def _names_something(self, text: str) -> bool:
        """Whether the text says a word of some matter: then its thanks and greetings are manners."""
        return any(
            len(word) >= _TELLING and not self._says[word][0].startswith("talk:") for word in self._said.within(text)
        )

    def _wish(self, text: str) -> str:
        """What a long letter asks in the end, from the last words that say so; empty where it is the whole, or unsaid."""
        at = max((text.rfind(w) for w in self.vocabulary.cues.get("wish", ())), default=-1)
        told = at >= _LONG and len(text) - at >= _TALK_CHARACTERS
        return text[at:] if told else ""

    def _raised(self, text: str) -> dict[str, float]:
        """How much the words of the text raise each label; a word inside a longer one that occurs does not count."""
        words = self._said.within(text)
        words = [w for w in words if not any(w != x and w in x for x in words)]
        out: defaultdict[str, float] = defaultdict(float)
        for word in words:
            labels = self._says[word]
            for label in labels:
                out[label] += math.sqrt(len(word)) / len(labels)
        return {label: math.log1p(weight) for label, weight in out.items()}
