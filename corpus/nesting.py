"""Where a numbered piece belongs: documents repeat, skip and restart their numbering, so the place is reasoned out.

The open levels form a stack, outermost first. A label continues the innermost list it fits by number, starts a list
below the innermost heading, or restarts one; the label after it tells when it is a title of an outer level.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.labels import Label

_DEEPEST = 12
"""Levels: 章节条 and all kinds of lists inside each other make ten; more is a document gone wrong."""


@dataclass(slots=True)
class Level:
    """An open numbered piece."""

    label: Label
    title: str
    """Its tidy words when they read as a title, else empty."""
    piece: int
    numbered: bool = False
    """True once a numbered piece stands below it."""
    elder: list[str] = field(default_factory=list[str])
    """Titles of its list so far, its own included."""
    leaves: bool = True
    """True while no piece of its list before it had anything below it."""


def encloses(label: Label, following: Label | None) -> bool:
    """True when the label after it starts a list of a conventionally higher kind: then this one titles a whole part."""
    return following is not None and following.ordinal == 1 and following.rank < label.rank


def continues(label: Label, following: Label | None, after: Label | None) -> bool:
    """True when the following label goes on with this one's list or opens a list below it."""
    if following is None:
        return False
    if following.kind == label.kind:
        return following.ordinal in (label.ordinal, label.ordinal + 1) and not encloses(following, after)
    return following.ordinal == 1 and following.rank > label.rank


def depth_of(stack: list[Level], label: Label, title: str, following: Label | None) -> int:
    """How many open levels stay open above a new label: its number of numbered ancestors."""
    return min(_depth(stack, label, title, following), _DEEPEST)


def _depth(stack: list[Level], label: Label, title: str, following: Label | None) -> int:
    if label.parts:
        depth = _decimal(stack, label)
        if depth is not None:
            return depth
    same = [i for i, level in enumerate(stack) if level.label.kind == label.kind]
    if label.ordinal > 1 and same:
        return _continued(stack, same, label, following)
    if title and encloses(label, following):
        for i in same:
            if any(s.label.kind == following.kind for s in stack[i:] if following):
                return i
    return _started(stack, label, title)


def _decimal(stack: list[Level], label: Label) -> int | None:
    """Below the label whose numbers it goes on from (`1.2` holds `1.2.3`), beside those as long; None where it is alone."""
    outermost: int | None = None
    for i in range(len(stack) - 1, -1, -1):
        open_parts = stack[i].label.parts
        if not open_parts:
            continue
        outermost = i
        if len(open_parts) < len(label.parts) and label.parts[: len(open_parts)] == open_parts:
            return i + 1
        if len(open_parts) == len(label.parts) and label.parts[:-1] == open_parts[:-1]:
            return i
    return outermost


def _continued(stack: list[Level], same: list[int], label: Label, following: Label | None) -> int:
    fits = [i for i in same if stack[i].label.ordinal == label.ordinal - 1]
    if encloses(label, following) and following is not None:
        inside = [i for i, level in enumerate(stack) if level.label.kind == following.kind]
        outer = [i for i in same if not inside or i < inside[0]]
        wanted = [i for i in outer if i in fits] or outer
        if wanted:
            return wanted[-1]
    return (fits or same)[-1]


def _started(stack: list[Level], label: Label, title: str) -> int:
    depth = len(stack)
    while depth and stack[depth - 1].label.rank > label.rank:
        level = stack[depth - 1]
        if level.title and not level.numbered:
            break
        depth -= 1
    if depth and stack[depth - 1].label.kind == label.kind and not _nests(stack[depth - 1], title):
        depth -= 1
    return depth


def _nests(level: Level, title: str) -> bool:
    """Whether a list of the same style starts below this level (`（一）监督检查内容` then `（一）…`) or restarts it."""
    if not level.title or level.numbered or (title and title in level.elder):
        return False
    return level.label.ordinal == 1 or not level.leaves
