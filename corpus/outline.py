"""Numbered clauses of running text, with path, own span and extent.

A title keeps only its title as own text; what follows it unnumbered are clauses of their own without a label. An item
keeps the unnumbered paragraphs that follow while its list goes on; a paragraph after the list's end belongs to the
list's parent (`上述指标与…`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.labels import Label
from corpus.nesting import Level, continues, depth_of
from corpus.pieces import Piece, read_pieces
from corpus.records import Clause, Span
from corpus.tidy import tidy
from corpus.wording import introduces_sections, run_in_title, title_like

_LIST_END = re.compile(r"。[ \u3000]+(?=[\u4e00-\u9fff])")
"""A blank after a full stop in mid-line was a line break before conversion."""
_LEAST_BEFORE = 2
"""Items a list must have before another may follow it at the same depth."""


@dataclass(slots=True)
class _Draft:
    """A clause being read."""

    label: Label | None
    start: int
    end: int
    parent: int | None
    level: int
    words: str
    children: list[int] = field(default_factory=list[int])


def read_clauses(text: str, regions: Sequence[Span]) -> tuple[Clause, ...]:
    """The clauses of the given regions of a source text (those that no table covers), in reading order."""
    reader = _Reader(text)
    reader.read([piece for region in regions for piece in read_pieces(text, region)])
    return _clauses(text, reader.drafts)


class _Reader:
    """Folds pieces into drafts, keeping the stack of open numbered pieces."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.drafts: list[_Draft] = []
        self.stack: list[Level] = []

    def read(self, pieces: list[Piece]) -> None:
        ahead = _labels_ahead(pieces)
        for piece, (following, after) in zip(pieces, ahead, strict=True):
            if piece.label is None:
                self._paragraph(piece.start, piece.end, following, after)
            else:
                self._numbered(piece, piece.label, following, after)

    def _numbered(self, piece: Piece, label: Label, following: Label | None, after: Label | None) -> None:
        words = piece.words(self.text)
        title = words if title_like(words) else ""
        depth = depth_of(self.stack, label, title, following)
        elder, leaves = [title], True
        if depth < len(self.stack) and self.stack[depth].label.kind == label.kind:
            left = self.stack[depth]
            elder, leaves = [*left.elder, title], left.leaves and not left.numbered
        del self.stack[depth:]
        end, rest = piece.end, 0
        if not title and not continues(label, following, after) and label.kind != "article":
            match = _LIST_END.search(self.text, label.end, piece.end)
            if match:
                end, rest = match.start() + 1, match.end()
        self._add(label, piece.start, end, tidy(self.text, Span(label.end, end)).text)
        self.stack.append(Level(label, title, len(self.drafts) - 1, elder=elder, leaves=leaves))
        if rest:
            self._paragraph(rest, piece.end, following, after)

    def _paragraph(self, start: int, end: int, following: Label | None, after: Label | None) -> None:
        """An unnumbered paragraph: part of the item before it, or a clause of its own."""
        restarts = self._introduces_anew(start, end, following)
        if restarts is not None:
            del self.stack[restarts:]
            self._add(None, start, end, tidy(self.text, Span(start, end)).text)
            return
        top = self.stack[-1] if self.stack else None
        if top and not top.title:
            goes_on = top.label.kind == "article" or continues(top.label, following, after)
            if goes_on and top.piece == len(self.drafts) - 1:
                self.drafts[-1].end = end
                return
            if not goes_on:
                self._add(None, start, end, tidy(self.text, Span(start, end)).text, above=1)
                return
        self._add(None, start, end, tidy(self.text, Span(start, end)).text)

    def _introduces_anew(self, start: int, end: int, following: Label | None) -> int | None:
        """How many levels stay open where the paragraph leads in a list that starts again (`乙中心内设下列科室：（一）…`)."""
        if (
            following is None
            or following.ordinal != 1
            or not introduces_sections(tidy(self.text, Span(start, end)).text)
        ):
            return None
        depth = next((i for i, level in enumerate(self.stack) if level.label.kind == following.kind), None)
        if depth is None or not self.stack[depth].title or self.stack[depth].label.ordinal < _LEAST_BEFORE:
            return None
        return depth

    def _add(self, label: Label | None, start: int, end: int, words: str, above: int = 0) -> None:
        holders = self.stack[: len(self.stack) - above]
        parent = holders[-1].piece if holders else None
        self.drafts.append(_Draft(label, start, end, parent, len(holders), words))
        if parent is not None:
            self.drafts[parent].children.append(len(self.drafts) - 1)
            holders[-1].numbered = holders[-1].numbered or label is not None


def _labels_ahead(pieces: list[Piece]) -> list[tuple[Label | None, Label | None]]:
    """For each piece the next label after it and the one after that."""
    ahead: list[tuple[Label | None, Label | None]] = []
    following: Label | None = None
    after: Label | None = None
    for piece in reversed(pieces):
        ahead.append((following, after))
        if piece.label is not None:
            following, after = piece.label, following
    return ahead[::-1]


def _clauses(text: str, drafts: list[_Draft]) -> tuple[Clause, ...]:
    headings = _headings(drafts)
    ends = [draft.end for draft in drafts]
    for i in range(len(drafts) - 1, -1, -1):
        parent = drafts[i].parent
        if parent is not None:
            ends[parent] = max(ends[parent], ends[i])
    clauses: list[Clause] = []
    for i, draft in enumerate(drafts):
        above = clauses[draft.parent].path if draft.parent is not None else ()
        span = Span(draft.start, draft.end)
        own, label = _path_words(text, draft, headings[i])
        clauses.append(
            Clause(
                index=i,
                label=label,
                path=(*above, own) if own else above,
                text=tidy(text, span).text,
                span=span,
                extent=Span(draft.start, ends[i]),
                parent=draft.parent,
                level=draft.level,
                heading=headings[i],
            )
        )
    return tuple(clauses)


def _path_words(text: str, draft: _Draft, heading: bool) -> tuple[str, str]:
    """What a path shows for a clause, and its label: the label with its title, where it has one."""
    if draft.label is None:
        return "", ""
    label = tidy(text, Span(draft.label.start, draft.label.end)).text
    title = draft.words if heading or title_like(draft.words) else run_in_title(draft.words)
    return label + title, label


def _headings(drafts: list[_Draft]) -> list[bool]:
    """Titles that head something: with clauses below, or among siblings of the same kind that have them.

    An unnumbered line is a heading when it reads as a title and stands under no numbered piece.
    """
    heads = [bool(d.children) and d.label is not None and title_like(d.words) for d in drafts]
    kinds = {(d.parent, d.label.kind) for d, head in zip(drafts, heads, strict=True) if head and d.label}
    found: list[bool] = []
    for draft, head in zip(drafts, heads, strict=True):
        if draft.label is None:
            found.append(draft.parent is None and title_like(draft.words))
        else:
            found.append(head or ((draft.parent, draft.label.kind) in kinds and _titled(draft)))
    return found


def _titled(draft: _Draft) -> bool:
    return draft.label is not None and draft.label.rank <= 4 and title_like(draft.words)
