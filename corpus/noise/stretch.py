"""One stretch of noise, and the lines it is looked for in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.records import Span

_LINE = re.compile(r"[^\n]+")
RULE = re.compile(r"[。；;！？]")
"""Signs of a sentence: nothing that holds one is taken for the furniture of a page."""


@dataclass(frozen=True, slots=True)
class Noise:
    """Characters that are no words of the document."""

    span: Span
    reason: str
    """In Chinese, as `corpus check` lists it."""
    joins: bool = False
    """True where the sentence before goes on after it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds more than white space."""

    words: str
    """Without white space at its ends."""
    start: int
    end: int

    @property
    def span(self) -> Span:
        """In the source, trimmed."""
        return Span(self.start, self.end)


def lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """All lines of a text with words on them."""
    for match in _LINE.finditer(text, start, len(text) if end is None else end):
        raw = match[0]
        words = raw.strip("\ufeff\u200b \t\r\u3000\xa0")
        if words:
            begin = match.start() + raw.index(words)
            yield Line(words, begin, begin + len(words))
