"""A document's text cut for reading: one part at a time, every remark around the words it is about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, pairwise

from api.overview.document_replies import HeadingReply, MarkReply

_PART = 20_000
"""Characters of one part: what a phone shows at once without effort."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A mark with its number in the whole document."""

    n: int
    mark: MarkReply
    other_part: int = 0
    """The part that holds the second place of a conflict, from 1; 0 where there is none."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that the same marks cover."""

    text: str
    remarks: tuple[Remark, ...]
    begins: tuple[Remark, ...]
    """Those of `remarks` whose first character this piece has."""
    ends: tuple[Remark, ...]
    """Those of `remarks` that end with this piece: their words follow it."""
    anchors: tuple[int, ...]
    """Offsets that links lead to: headings and second places that begin here."""

    @property
    def kind(self) -> str:
        """The most weighty of its remarks: `anomaly`, `unread`, `set-aside`, or empty."""
        kinds = {r.mark.kind for r in self.remarks}
        return next((k for k in ("anomaly", "unread", "set-aside") if k in kinds), "")


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a text: each ends with a line."""

    starts: tuple[int, ...]
    length: int

    @property
    def count(self) -> int:
        return len(self.starts)

    def part_of(self, offset: int) -> int:
        """The part that holds a character, from 1."""
        return bisect_right(self.starts, offset)

    def bounds(self, part: int) -> tuple[int, int]:
        """Half-open range of characters of a part."""
        end = self.starts[part] if part < self.count else self.length
        return self.starts[part - 1], end


def parts_of(text: str, size: int = _PART) -> Parts:
    """Cuts after the first line end beyond each `size` characters."""
    starts = [0]
    while (cut := text.find("\n", starts[-1] + size)) >= 0 and cut + 1 < len(text):
        starts.append(cut + 1)
    return Parts(tuple(starts), len(text))


def remarks_of(marks: Sequence[MarkReply], parts: Parts) -> list[Remark]:
    """All marks in the order of the text. Those to be acted on are numbered; what is set aside on purpose has 0."""
    numbers = count(1)
    return [
        Remark(0 if m.kind == "set-aside" else next(numbers), m, parts.part_of(m.other.start) if m.other else 0)
        for m in marks
    ]


def pieces_of(
    text: str, bounds: tuple[int, int], remarks: Sequence[Remark], headings: Sequence[HeadingReply]
) -> list[Piece]:
    """The pieces of one part, in order; joined they are its text."""
    start, end = bounds
    own = [r for r in remarks if r.mark.place.start < end and r.mark.place.end > start]
    anchors = {h.place.start for h in headings} | {r.mark.other.start for r in remarks if r.mark.other}
    anchors = {a for a in anchors if start <= a < end}
    cuts = {start, end, *anchors}
    cuts |= {at for r in own for at in (r.mark.place.start, r.mark.place.end) if start < at < end}
    edges = sorted(cuts)
    return [_piece(text, a, b, own, anchors) for a, b in pairwise(edges)]


def _piece(text: str, start: int, end: int, own: Sequence[Remark], anchors: set[int]) -> Piece:
    inside = tuple(r for r in own if r.mark.place.start <= start and r.mark.place.end >= end)
    return Piece(
        text=text[start:end],
        remarks=inside,
        begins=tuple(r for r in inside if r.mark.place.start == start),
        ends=tuple(r for r in inside if r.mark.place.end == end and r.mark.kind == "anomaly"),
        anchors=(start,) if start in anchors else (),
    )
