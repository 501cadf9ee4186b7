"""What all records are made of: spans, and pieces of text with theirs."""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen record; subclasses are compared and hashed by value."""


class Span(msgspec.Struct, frozen=True, order=True):
    """Half-open range of characters `[start, end)` in the source text of a document."""

    start: int
    end: int


class Passage(Record, frozen=True, kw_only=True):
    """One sentence-like piece of a duty: the smallest unit worth quoting."""

    text: str
    span: Span
