"""One logarithmic scale for amounts from tens of yuan to hundreds of thousands: equal steps are equal factors."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.fines import bounds
from corpus.records import Fine

_POWERS = {0: "{} 元", 4: "{} 万元", 8: "{} 亿元"}


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the scale."""

    yuan: int
    words: str
    at: float
    """Share of the scale's length, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Bar:
    """An interval on the scale, as shares of its length."""

    start: float
    end: float
    open_low: bool
    """The text names no lower bound."""
    open_high: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """From one power of ten to another, in yuan."""

    low: int
    high: int

    def at(self, yuan: float) -> float:
        """Where a sum lies, 0 to 1; sums beyond the ends lie at the ends."""
        share = math.log10(max(yuan, self.low) / self.low) / math.log10(self.high / self.low)
        return round(min(share, 1.0), 4)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """Every power of ten."""
        powers = range(round(math.log10(self.low)), round(math.log10(self.high)) + 1)
        return tuple(Tick(10**n, _words(10**n), self.at(10**n)) for n in powers)

    def bar(self, fine: Fine) -> Bar | None:
        """The bar of amounts in yuan; None for multiples and where no amount is named."""
        if fine.kind not in ("range", "fixed"):
            return None
        interval = bounds(fine)
        start = 0.0 if interval.low is None else self.at(interval.low)
        end = 1.0 if interval.high is None else self.at(interval.high)
        return Bar(start, end, interval.low is None, interval.high is None)


def scale_of(fines: Iterable[Fine]) -> Scale | None:
    """The scale that takes all amounts in; None where there is none."""
    ends = [x for f in fines if f.kind in ("range", "fixed") for x in _ends(f) if x]
    if not ends:
        return None
    low, high = 10 ** math.floor(math.log10(min(ends))), 10 ** math.ceil(math.log10(max(ends)))
    return Scale(low, high if high > low else low * 10)


def _ends(fine: Fine) -> tuple[int | None, ...]:
    """Both ends; an interval without upper end gets room above its lower one."""
    return fine.min_yuan, fine.max_yuan if fine.max_yuan is not None else 2 * (fine.min_yuan or 0)


def _words(yuan: int) -> str:
    power = max(p for p in _POWERS if 10**p <= yuan)
    return _POWERS[power].format(f"{yuan // 10**power:,}")
