"""Text that neither database can hold: no stored row can match it, so nobody need ask."""

from __future__ import annotations


def storable(*texts: str | None) -> bool:
    """False where one of them has a NUL (refused by PostgreSQL) or half a surrogate pair (refused by both)."""
    return not any(c == "\0" or "\ud800" <= c <= "\udfff" for text in texts if text for c in text)
