"""A page as letters and ruled lines, however they were come by. Points from the upper left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Turn = Literal[0, 90, 180, 270]
"""Degrees by which a page is turned clockwise to be read."""


class Box(NamedTuple):
    """A rectangle on a page."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Letter:
    """A character, or a word that recognition gave as one."""

    text: str
    box: Box
    doubtful: bool = False

    @property
    def size(self) -> float:
        """Height."""
        return self.box.bottom - self.box.top

    @property
    def middle(self) -> float:
        """Vertical middle."""
        return (self.box.top + self.box.bottom) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line: upright where left == right, level where top == bottom."""

    box: Box

    @property
    def upright(self) -> bool:
        """Whether it runs from top to bottom."""
        return self.box.bottom - self.box.top > self.box.right - self.box.left


@dataclass(frozen=True, slots=True)
class Page:
    """Number (from 1), size, and what is on it."""

    number: int
    width: float
    height: float
    letters: tuple[Letter, ...]
    rules: tuple[Rule, ...]
    turn: Turn = 0
    """How it was turned to be read; size and places are those of the turned page."""
    unseen: tuple[tuple[str, tuple[Letter, ...]], ...] = ()
    """Letters that are no part of the text, and why."""


def around(boxes: list[Box]) -> Box:
    """The smallest box that holds all."""
    return Box(
        min(b.left for b in boxes), min(b.top for b in boxes), max(b.right for b in boxes), max(b.bottom for b in boxes)
    )
