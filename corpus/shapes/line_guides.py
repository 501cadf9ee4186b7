"""Service guides whose fields are lines of their own without a numbering (`【申请材料】…`, `办理材料⏎1、…⏎办理流程⏎…`).

The outline lets such a line belong to the numbered item before it; here lines alone decide. A guide begins anew where its
first field comes again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.labels import read_label
from corpus.records import Guide, Span
from corpus.shapes.guide_entries import Entries, add_entry
from corpus.shapes.guide_words import Field, heading_of
from corpus.tidy import tidy, trim
from corpus.wording import title_like

_LINE = re.compile(r"[^\n]+")
_TELLING = frozenset(("material", "step", "condition", "time_limit"))
_LEAST = 3
_BOLD = re.compile(r"[#*＊\s]*")


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    span: Span
    heading: Field | None
    value: int
    """Where in the source a heading's value begins."""


def read_line_guides(text: str) -> list[Guide]:
    """All guides that lines set apart; empty where fewer than three kinds of field head lines."""
    lines = [line for match in _LINE.finditer(text) if (line := _line(text, match.start(), match.end()))]
    heads = [i for i, line in enumerate(lines) if line.heading is not None]
    groups: list[list[int]] = []
    for i in heads:
        heading = lines[i].heading
        first = lines[groups[-1][0]].heading if groups else None
        if first is None or (heading is not None and heading.label == first.label):
            groups.append([])
        groups[-1].append(i)
    starts = [group[0] for group in groups]
    guides: list[Guide] = []
    for group, following in zip(groups, [*starts, None][1:], strict=True):
        end = len(lines) if following is None else following
        if following is not None and _is_title(lines, end - 1):
            end -= 1
        guide = _guide(text, lines, group, end)
        if guide is not None:
            guides.append(guide)
    return guides


def _line(text: str, start: int, end: int) -> _Line | None:
    span = trim(text, Span(start, end))
    if span.start >= span.end:
        return None
    view = tidy(text, span)
    at = _BOLD.match(view.text)
    skip = at.end() if at else 0
    numbered = read_label(text, span.start) is not None
    heading = None if numbered else heading_of(view.text[skip:].rstrip("*＊"), glued=False)
    stop = skip + heading.value if heading else 0
    while heading and stop < len(view.text) and view.text[stop] in "*＊：:":
        stop += 1
    return _Line(view.text, span, heading, view.offsets[stop] if stop < len(view.offsets) else span.end)


def _is_title(lines: Sequence[_Line], index: int) -> bool:
    line = lines[index]
    return line.heading is None and title_like(line.words)


def _guide(text: str, lines: Sequence[_Line], group: Sequence[int], end: int) -> Guide | None:
    entries = Entries()
    headed: set[str] = set()
    for i, following in zip(group, [*group[1:], end], strict=True):
        line = lines[i]
        if line.heading is not None:
            headed.add(line.heading.kind)
            add_entry(text, entries, line.heading, line.value, lines[following - 1].span.end)
    if len(headed - {"other", "name", "container"}) < _LEAST or not entries.kinds & _TELLING or not entries.found:
        return None
    name, span = entries.name, entries.name_span
    before = next((j for j in range(group[0] - 1, -1, -1) if _is_title(lines, j)), None)
    if not name and before is not None:
        label = read_label(text, lines[before].span.start)
        span = trim(text, Span(label.end if label else lines[before].span.start, lines[before].span.end))
        name = tidy(text, span).text
    first = entries.found[0].span
    return Guide(index=0, name=name, span=span or Span(first.start, first.start), entries=tuple(entries.found), path=())
