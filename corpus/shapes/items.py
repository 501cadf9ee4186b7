"""Cuts a duty's text into the smallest pieces worth quoting: at 。；, at its own numbering, at lines that are items."""

from __future__ import annotations

import re

from corpus.labels import Label, label_starts, read_label
from corpus.records import Passage, Span
from corpus.tidy import tidy, trim
from corpus.wording import goes_on, title_like

_STOP = re.compile(r"[。；;](?=[^”’」）)]|$)")
_BREAK = re.compile(r"\s*\n\s*")
_SHORT_LINE = 20
"""Characters: lines up to this length without sentence signs are items by themselves, longer ones are wrapped."""


def cut_items(text: str, span: Span) -> tuple[Passage, ...]:
    """The items of a cell or paragraph; together they hold all its words, numbering and stops included."""
    cuts = {match.end() for match in _STOP.finditer(text, span.start, span.end)}
    cuts |= {label.start for label in numbering(text, span)}
    cuts |= _line_cuts(text, span)
    inner = sorted(cut for cut in cuts if span.start < cut < span.end)
    pieces = [trim(text, Span(start, end)) for start, end in zip([span.start, *inner], [*inner, span.end], strict=True)]
    return tuple(Passage(text=tidy(text, piece).text, span=piece) for piece in pieces if piece.start < piece.end)


def numbering(text: str, span: Span) -> list[Label]:
    """Labels that count 1, 2, 3 … through the text."""
    expected: dict[str, int] = {}
    labels: list[Label] = []
    for at in label_starts(text, span.start, span.end):
        if labels and at < labels[-1].end:
            continue
        label = read_label(text, at)
        before = text[span.start : at].rstrip()[-1:]
        if label is None or label.end > span.end or label.kind == "article":
            continue
        fresh = label.ordinal == 1 and (not before or before in "。；;：:" or text[at - 1].isspace())
        if fresh or expected.get(label.kind) == label.ordinal:
            expected[label.kind] = label.ordinal + 1
            labels.append(label)
    return labels


def _line_cuts(text: str, span: Span) -> set[int]:
    """Line breaks that part items: all lines are short phrases, or the line before has ended."""
    breaks = list(_BREAK.finditer(text, span.start, span.end))
    if not breaks:
        return set()
    ends = [match.start() for match in breaks] + [span.end]
    starts = [span.start] + [match.end() for match in breaks]
    lines = [tidy(text, Span(start, end)).text for start, end in zip(starts, ends, strict=True)]
    if all(title_like(line) and len(line) <= _SHORT_LINE for line in lines):
        return {match.end() for match in breaks}
    return {match.end() for match, line in zip(breaks, lines, strict=False) if not goes_on(line, 0)}
