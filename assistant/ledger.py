"""Citations of one answer, numbered in the order in which its sentences use them."""

from __future__ import annotations

from assistant.answer import Citation, OriginalPlace
from corpus.places import place_of
from corpus.records import Document, Span
from corpus.tidy import trim


class Ledger:
    """Collects the spans an answer rests on. A sentence asks for its number here before it is written."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._citations: list[Citation] = []

    def cite(self, document: Document, span: Span, path: tuple[str, ...] = ()) -> int:
        """Number of the citation of a span; the same span gets the same number."""
        span = trim(document.text, span)
        key = (document.id, span.start, span.end)
        if key not in self._numbers:
            self._numbers[key] = len(self._citations) + 1
            self._citations.append(
                Citation(
                    n=self._numbers[key],
                    document=document.id,
                    title=document.title,
                    path=list(path),
                    quote=document.quote(span),
                    file=document.file,
                    sha256=document.sha256,
                    start=span.start,
                    end=span.end,
                    place=_place(document, span),
                )
            )
        return self._numbers[key]

    @property
    def citations(self) -> list[Citation]:
        """All citations so far, by number."""
        return list(self._citations)


def _place(document: Document, span: Span) -> OriginalPlace | None:
    place = place_of(document, span)
    return None if place is None else OriginalPlace(page=place.page, box=place.box, cell=place.cell)
