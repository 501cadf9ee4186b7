"""Closed intervals of amounts, with either end open: what 以上 and 以下 say, and the arithmetic on them.

以上、以下 include the number itself (《民法典》第一千二百五十九条). Pure; the unit (yuan, times) is the caller's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Relation = Literal["inside", "above", "below"]


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both included; None where the text names no bound. Raises ValueError when low > high."""

    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an interval cannot run from {self.low} down to {self.high}")

    def __contains__(self, value: float) -> bool:
        """Whether a value lies inside, bounds included."""
        return self.distance(value) == 0

    def distance(self, value: float) -> float:
        """How far a value lies outside: positive above, negative below, 0 inside."""
        if self.high is not None and value > self.high:
            return exact(value - self.high)
        if self.low is not None and value < self.low:
            return exact(value - self.low)
        return 0

    def relation(self, value: float) -> Relation:
        """On which side a value lies."""
        outside = self.distance(value)
        return "above" if outside > 0 else "below" if outside < 0 else "inside"

    def scaled(self, factor: float) -> Interval:
        """Both bounds times a factor ≥ 0: persons times a rate, gains times a multiple."""
        return Interval(
            None if self.low is None else exact(self.low * factor),
            None if self.high is None else exact(self.high * factor),
        )

    def meet(self, other: Interval) -> Interval | None:
        """What lies in both; None where nothing does."""
        lows = [bound for bound in (self.low, other.low) if bound is not None]
        highs = [bound for bound in (self.high, other.high) if bound is not None]
        low, high = max(lows, default=None), min(highs, default=None)
        return Interval(low, high) if low is None or high is None or low <= high else None

    def within(self, other: Interval) -> bool:
        """Whether every value of this interval lies in the other."""
        above = other.low is None or (self.low is not None and self.low >= other.low)
        below = other.high is None or (self.high is not None and self.high <= other.high)
        return above and below


def union(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """The same values as fewest intervals, lowest first; those that touch or overlap become one."""
    out: list[Interval] = []
    for part in sorted(intervals, key=lambda i: (i.low is not None, i.low or 0)):
        if out and (touching := _joined(out[-1], part)):
            out[-1] = touching
        else:
            out.append(part)
    return tuple(out)


def exact(value: float) -> float:
    """Rounded to the fen, the smallest unit of money; whole numbers as int."""
    value = round(value, 2)
    return int(value) if float(value).is_integer() else value


def _joined(one: Interval, other: Interval) -> Interval | None:
    """One interval for two, the first beginning no later; None where a gap lies between."""
    if one.high is not None and other.low is not None and other.low > one.high:
        return None
    high = None if one.high is None or other.high is None else max(one.high, other.high)
    return Interval(one.low, high)
