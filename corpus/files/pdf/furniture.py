"""Page heads, feet and numbers: lines near the edge that recur from page to page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.files.pdf.lines import Line

_ZONE, _LEAST_ZONE = 0.1, 60.0
"""Of the page's height, at each end; points on a low page."""
_MOST_LINES = 3
_NUMBER = re.compile(
    r"[-—–－－·~\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[/／,，共]\s*(?:共\s*)?\d{1,4}\s*(?:页)?)?[-—–－·~\s]*"
)
_DIGITS = re.compile(r"\d+")


def furniture(pages: Sequence[tuple[float, Sequence[Line]]]) -> list[dict[int, str]]:
    """For each page (height, lines) which of its lines are furniture, by index, and what they are."""
    edges = [_edge_lines(height, lines) for height, lines in pages]
    counts = Counter(key for page in edges for key in {_key(line, head) for _, line, head in page})
    least = max(2, len(pages) / 2)
    found: list[dict[int, str]] = []
    for page in edges:
        reasons: dict[int, str] = {}
        for i, line, head in page:
            if _NUMBER.fullmatch(line.text):
                reasons[i] = "页码"
            elif counts[_key(line, head)] >= least:
                reasons[i] = "页眉" if head else "页脚"
        found.append(reasons)
    return found


def _edge_lines(height: float, lines: Sequence[Line]) -> list[tuple[int, Line, bool]]:
    """Index, line, and whether it is at the head."""
    zone = max(_ZONE * height, _LEAST_ZONE)
    indexed = sorted(enumerate(lines), key=lambda pair: pair[1].box.top)
    head = [(i, line, True) for i, line in indexed[:_MOST_LINES] if line.box.bottom <= zone]
    foot = [(i, line, False) for i, line in indexed[-_MOST_LINES:] if line.box.top >= height - zone]
    return head + foot


def _key(line: Line, head: bool) -> tuple[str, bool]:
    return _DIGITS.sub("#", re.sub(r"\s+", "", line.text)), head
