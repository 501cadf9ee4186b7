"""Where the time of an answer goes, for whoever watches; off, and without any library, until a way in turns it on.

Attributes say what kind of thing was done: never a question, a name or anything else that a person wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Protocol

Mark = Callable[[str, str | int], None]
"""Adds an attribute to the span that is open."""


class Tracer(Protocol):
    """Opens spans."""

    def span(self, name: str) -> AbstractContextManager[Mark]:
        """A span inside the one that is open here, closed at the end of the block."""
        ...


def _nothing(name: str, value: str | int) -> None:
    """Marks nothing."""


_OFF: AbstractContextManager[Mark] = nullcontext(_nothing)
_tracers: list[Tracer] = []
"""The one that is on, or none. A process traces as a whole: spans are opened in many places, and none of them cares."""


def span(name: str) -> AbstractContextManager[Mark]:
    """A span around a block; what is yielded marks it."""
    return _tracers[-1].span(name) if _tracers else _OFF


@contextmanager
def traced_by(tracer: Tracer) -> Generator[None]:
    """Everything inside the block is traced, in all threads."""
    _tracers.append(tracer)
    try:
        yield
    finally:
        _tracers.remove(tracer)
