"""Where in the original file a stretch of the extracted text stands."""

from __future__ import annotations

from bisect import bisect_right

from corpus.records import Document, Place, Span


def place_of(document: Document, span: Span) -> Place | None:
    """The place where a span begins; None in a plain text file and between the places."""
    places = document.places
    i = bisect_right(places, span.start, key=lambda place: place.span.start) - 1
    if i >= 0 and places[i].span.end > span.start:
        return places[i]
    following = i + 1
    return places[following] if following < len(places) and places[following].span.start < span.end else None
