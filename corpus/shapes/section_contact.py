"""How a section is reached, where a list of sections gives its telephone or room beside its work."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.records import Guide, Span
from corpus.shapes.guide_entries import read_inline

_REACHED = frozenset(("telephone", "place", "hours", "channel"))


def section_contact(
    text: str, name: str, named: Span, stretches: Sequence[Span], path: tuple[str, ...]
) -> Guide | None:
    """The contact details that stretches of `name：value` hold, as a guide called after the section; None where none is told."""
    inner = (_without_brackets(text, span) for span in stretches)
    entries = tuple(e for span in inner for e in read_inline(text, span).found if e.kind in _REACHED)
    return Guide(index=0, name=name, span=named, entries=entries, path=path) if entries else None


def _without_brackets(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    return Span(start + (text[start] in "（("), end - (text[end - 1] in "）)"))
