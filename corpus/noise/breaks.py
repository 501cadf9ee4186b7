"""Page breaks of printed documents: page numbers, and the line that repeats beside each of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.labels import read_label
from corpus.noise.stretch import Line, Noise, lines
from corpus.records import Span
from corpus.wording import ENDS

_NUMBER = re.compile(
    r"[-—–－·•][ \t]*\d{1,4}[ \t]*[-—–－·•]|第[ \t]*\d{1,4}[ \t]*页(?:[ \t]*[,，/、]?[ \t]*共[ \t]*\d{1,4}[ \t]*页)?|\d{1,4}[ \t]*/[ \t]*\d{1,4}|[Pp]age[ \t]*\d+(?:[ \t]*of[ \t]*\d+)?"
)
_IN_LINE = re.compile(
    r"(?<=[ \t])[-—–－][ \t]\d{1,3}[ \t][-—–－](?=[ \t])|(?<=[ \t])第[ \t]?\d{1,3}[ \t]?页[ \t]?共[ \t]?\d{1,3}[ \t]?页(?=[ \t])"
)
_LEAST = 3
"""Times a line stands beside a page number before it counts as the head of the pages."""
_LONGEST_HEAD = 40


def page_breaks(text: str) -> Iterator[Noise]:
    """Page numbers on lines of their own or between blanks, with the running head; the sentence goes on after them."""
    found = list(lines(text))
    numbers = {i for i, line in enumerate(found) if _NUMBER.fullmatch(line.words)}
    yield from (_broken(text, found[i], "页码") for i in sorted(numbers))
    heads = _heads(found, numbers)
    for i in sorted(numbers):
        for beside in (i - 1, i + 1):
            if 0 <= beside < len(found) and found[beside].words in heads and beside not in numbers:
                yield _broken(text, found[beside], "页眉")
    yield from (Noise(Span(*match.span()), "页码", joins=True) for match in _IN_LINE.finditer(text))


def _heads(found: Sequence[Line], numbers: set[int]) -> set[str]:
    beside = Counter(
        found[j].words
        for i in numbers
        for j in (i - 1, i + 1)
        if 0 <= j < len(found) and j not in numbers and len(found[j].words) <= _LONGEST_HEAD
    )
    return {words for words, times in beside.items() if times >= _LEAST}


def _broken(text: str, line: Line, reason: str) -> Noise:
    """The line with the line break before it; with the one after it too where it stands in the midst of a sentence."""
    start = max(text.rfind("\n", 0, line.start), 0)
    end = text.find("\n", line.end)
    following = text[line.end :][: _LONGEST_HEAD * 2].lstrip()
    ended = text[max(0, start - 40) : start].rstrip()[-1:] in ENDS or read_label(following, 0) is not None
    return Noise(Span(start, line.end if ended or end < 0 else end + 1), reason, joins=True)
