"""What goes into an index and what comes out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

PassageId: TypeAlias = str | int
"""The caller's own id: it comes back just as it was given."""

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with the name of the work (Chinese), how many passages are done and how many there are."""


@dataclass(frozen=True, slots=True)
class PassageText:
    """A passage to be found; the title (for instance the path of headings above a clause) is searched with the text."""

    id: PassageId
    text: str
    title: str = ""

    @property
    def searched(self) -> str:
        """What is searched: title and text."""
        return f"{self.title} {self.text}" if self.title else self.text


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with its fused score (higher is better; comparable within one search only)."""

    id: PassageId
    score: float


def order(id: PassageId) -> tuple[bool, int, str]:
    """Sort key of ids: numbers by value before strings; figures inside strings by value too (`a-2` before `a-10`)."""
    return (
        (False, id, "") if isinstance(id, int) else (True, 0, _FIGURE.sub(lambda m: m.group().zfill(_WIDTH), id) + id)
    )


_FIGURE = re.compile(r"[0-9]+")
_WIDTH = 12
"""Digits up to which figures inside ids are compared by value."""


def silent(work: str, done: int, total: int) -> None:
    """Reports nothing."""
