"""Contents lists of chapters and decimal headings: their entries recur as headings and would start the numbering twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.labels import LabelKind, read_label
from corpus.noise.stretch import Line, Noise, lines

_KINDS: frozenset[LabelKind] = frozenset({"chapter", "part", "decimal"})
"""Lists in 一、（一） stay clauses: the reader of regimes takes them as entries of a contents list itself."""
_PAGE = re.compile(r"[ \t.…·．]*\d{0,4}$")
_LEAST = 3
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class _Entry:
    line: Line
    title: str
    """Words after the numbering, without blanks and page number."""
    numbered: bool


def contents_lists(text: str) -> Iterator[Noise]:
    """Runs of lines that all come again, in the same order, with text between them."""
    entries = [_entry(line) for line in lines(text)]
    places: dict[str, list[int]] = defaultdict(list)
    for i, entry in enumerate(entries):
        places[entry.title].append(i)
    at = 0
    while at < len(entries):
        end = _run_end(entries, places, at)
        if end - at >= _LEAST and _is_contents(entries, places, at, end):
            yield from (Noise(entry.line.span, "目录") for entry in entries[at:end])
        at = max(end, at + 1)


def _entry(line: Line) -> _Entry:
    label = read_label(line.words, 0)
    words = line.words[label.end :] if label else line.words
    title = "".join(_PAGE.sub("", words).split())
    return _Entry(line, title, label is not None and label.kind in _KINDS)


def _run_end(entries: Sequence[_Entry], places: dict[str, list[int]], at: int) -> int:
    """Where the run of lines that come again later ends."""
    end = at
    while end < len(entries):
        title = entries[end].title
        if not title or len(title) > _LONGEST or "。" in title or places[title][-1] <= end:
            break
        if any(place in range(at, end) for place in places[title]):
            break
        end += 1
    return end


def _is_contents(entries: Sequence[_Entry], places: dict[str, list[int]], at: int, end: int) -> bool:
    if sum(entry.numbered for entry in entries[at:end]) < _LEAST:
        return False
    later: list[int] = []
    for entry in entries[at:end]:
        place = next((p for p in places[entry.title] if p >= end and (not later or p > later[-1])), None)
        if place is None:
            return False
        later.append(place)
    return later[-1] - later[0] >= 2 * (end - at - 1)
