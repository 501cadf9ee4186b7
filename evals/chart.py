"""Geometry of a bar chart of shares with their 95 % intervals, in SVG units; the template draws it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evals.metrics import Rate

LABELS, PLOT, FIGURES = 190, 380, 210
"""Widths of the three columns: names, bars, figures."""
ROW, HEAD, BAR = 26, 20, 12
"""Heights of a row, of the scale above the rows, and of a bar."""
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: a bar from the zero line, and the whisker of its interval."""

    name: str
    middle: float
    top: float
    length: float
    low: float
    high: float
    figures: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart ready to be drawn."""

    width: int
    height: int
    zero: int
    """x of the zero line."""
    after: int
    """x of the figures."""
    bar: int
    """Height of a bar."""
    ticks: tuple[tuple[float, str], ...]
    """x and text of each line of the scale."""
    bars: tuple[Bar, ...]


def chart(rates: Sequence[Rate], named: Callable[[str], str]) -> Chart:
    """A bar per rate, in order. A group without cases has a bar of no length and says so."""
    return Chart(
        width=LABELS + PLOT + FIGURES,
        height=HEAD + ROW * len(rates) + 4,
        zero=LABELS,
        after=LABELS + PLOT + 10,
        bar=BAR,
        ticks=tuple((_x(t), f"{t:.0%}") for t in TICKS),
        bars=tuple(_bar(n, r, named(r.group)) for n, r in enumerate(rates)),
    )


def _bar(row: int, rate: Rate, name: str) -> Bar:
    middle = HEAD + ROW * row + ROW / 2
    top = middle - BAR / 2
    if not rate.n:
        return Bar(name, middle, top, 0.0, _x(0), _x(0), "无用例")
    low, high = rate.interval
    figures = f"{rate.good}/{rate.n} {rate.share:.1%} ({low:.0%}–{high:.0%})"
    return Bar(name, middle, top, round(rate.share * PLOT, 1), _x(low), _x(high), figures)


def _x(share: float) -> float:
    return round(LABELS + share * PLOT, 1)
