"""Unwraps lines into paragraphs, across pages too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.files.parts import Run
from corpus.files.pdf.lines import Line, glue

_FULL = 2.0
"""Letters that may be missing at the end of a full line: a sign that may not begin a line takes its neighbour along."""
_INDENT = 1.2
_WIDE_GAP = 1.4
"""Times the usual distance of lines: a wider one parts paragraphs."""
_ENDS = re.compile(r"[。；;：:！？!?”」）)]\s*$")
_LABEL = re.compile(
    r"\s*(?:第[〇零一二三四五六七八九十百千\d]+[条章节编款]|[一二三四五六七八九十]+[、．.]|[（(][一二三四五六七八九十\d]+[）)]|\d+[、．.](?!\d)|[①-⑳])"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """Where the text of a document stands on its pages."""

    left: float
    right: float
    pitch: float
    """Usual distance of the tops of lines, in letters."""
    indents: bool
    """Whether paragraphs begin with an indent."""


def measure(lines: Sequence[Line]) -> Measure:
    """Margins and line distance of running text."""
    if not lines:
        return Measure(0, 0, 1.5, False)
    lefts = sorted(line.box.left for line in lines)
    rights = sorted(line.box.right for line in lines)
    pitches = sorted(
        (b.box.top - a.box.top) / a.size for a, b in pairwise(lines) if a.page == b.page and b.box.top > a.box.top
    )
    size = sorted(line.size for line in lines)[len(lines) // 2]
    left, right = lefts[len(lefts) // 10], rights[-1 - len(rights) // 10]
    indented = sum(1 for line in lines if _INDENT * size < line.box.left - left < 3.5 * size)
    full = sum(1 for line in lines if line.box.right >= right - _FULL * size)
    pitch = pitches[len(pitches) // 3] if pitches else 1.5
    return Measure(left, right, pitch, indented * 6 >= max(1, full))


def unwrapped(lines: Sequence[Line], at: Measure) -> list[list[Run]]:
    """Paragraphs as runs, one for each line."""
    lanes = {
        lane: at if lane is None else measure([x for x in lines if x.lane == lane]) for lane in {x.lane for x in lines}
    }
    found: list[list[Run]] = []
    for i, line in enumerate(lines):
        if i and _goes_on(lines[i - 1], line, lanes[lines[i - 1].lane], lanes[line.lane]):
            runs = line.runs()
            runs[0] = Run(glue(found[-1][-1].text, runs[0].text) + runs[0].text, page=runs[0].page, box=runs[0].box, doubtful=runs[0].doubtful)  # fmt: skip
            found[-1] += runs
        else:
            found.append(line.runs())
    return found


def _goes_on(line: Line, following: Line, at: Measure, there: Measure) -> bool:
    """Whether the next line belongs to the same paragraph; `at` and `there` measure the columns that the two stand in."""
    size = line.size
    if abs(following.size - size) > 0.2 * size or line.box.right < at.right - _FULL * size:
        return False
    indent = min(line.box.left - at.left, size)
    if following.box.left > there.left + max(0.0, indent) + _INDENT * size:
        return False
    ended = bool(_ENDS.search(line.text))
    if ended and _LABEL.match(following.text):
        return False
    if following.page != line.page or following.lane != line.lane:
        return at.indents or not ended
    return following.box.top - line.box.top <= _WIDE_GAP * at.pitch * size
