"""A day in a request."""

from __future__ import annotations

from pydantic_core import PydanticCustomError


def written_day(value: object) -> object:
    """Only text passes for a day: the framework would take the number 0 for 1970-01-01."""
    if not isinstance(value, str):
        raise PydanticCustomError("date_type", "a day is written as text")
    return value
