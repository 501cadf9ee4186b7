"""Chapters that a page shows twice, one right after the other: the second is set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.noise.stretch import Noise, lines
from corpus.records import Span
from corpus.tidy import tidy

_FIRST = re.compile(r"第[一1]条|第[一1]章|一、|[（(]一[）)]|(?<![\d.])1[.、．]")
_LEAST = 40
"""Tidy characters: anything shorter may be meant twice."""


def repeats(text: str) -> Iterator[Noise]:
    """Stretches that begin a numbering and are followed at once by the same words again; lines repeated at once."""
    view = tidy(text)
    starts = [match.start() for match in _FIRST.finditer(view.text)]
    taken = 0
    for first, second in pairwise(starts):
        length = second - first
        if first < taken or length < _LEAST or view.text[second : second + length] != view.text[first:second]:
            continue
        taken = second + length
        yield Noise(view.source(second, taken), "重复内容")
    for one, other in pairwise(lines(text)):
        if (
            one.words == other.words
            and len(one.words) >= _LEAST
            and other.start >= (view.offsets[taken - 1] if taken else 0)
        ):
            yield Noise(Span(other.start, other.end), "重复内容")
