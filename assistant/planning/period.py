"""Periods of rules (每月, 每两年, 上、下半年, 每班次) and stretches of time that people plan for (一个季度, 全年)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from corpus.written_numbers import number

WEEKS_A_YEAR = 52
"""Whole weeks: what a rule per week surely demands of a year."""
_MONTHS = {"年": 12, "年度": 12, "半年": 6, "季": 3, "季度": 3, "月": 1}
_PERIOD = re.compile(
    r"^(?:每|/)?(?:个)?(?P<n>[两二三四五\d]*)(?:个)?(?P<unit>年度?|半年|季度?|月|周|班次|班|期|批|学期|次)$"
)
_HALVES = re.compile(r"上、?下半年")


@dataclass(frozen=True, slots=True)
class Period:
    """How long a rule's count runs: `months` (None for weeks and events), or weeks, or an event such as 每班次."""

    kind: Literal["months", "weeks", "event"]
    length: int
    """Months or weeks of one period; 1 for an event."""
    word: str
    """As the document writes it: 每月."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """A stretch of time to plan for."""

    months: int
    said: str = ""
    """As a number of longer units, where the question says it so: `5 年`."""

    @property
    def word(self) -> str:
        """Its name in Chinese: 一个季度, 5 年."""
        usual = {1: "一个月", 3: "一个季度", 6: "半年", 12: "一年"}
        return usual.get(self.months) or self.said or f"{self.months} 个月"


def period_of_rule(written: str | None) -> Period | None:
    """The period of a rule as a document writes it; None where there is none or it is no period (每次 is an event)."""
    if not written:
        return None
    if written == "全年":
        return Period("months", 12, written)
    if _HALVES.fullmatch(written):
        return Period("months", 6, written)
    match = _PERIOD.match(written)
    if match is None:
        return None
    n = int(number(match["n"]) or 1) if match["n"] else 1
    unit = match["unit"]
    if unit in _MONTHS:
        return Period("months", n * _MONTHS[unit], written)
    if unit == "周":
        return Period("weeks", n, written)
    return Period("event", 1, written)


def periods_in(horizon: Horizon, period: Period) -> int | None:
    """How many whole periods lie in the horizon; None where not one does, or where the period is an event."""
    if period.kind == "event":
        return None
    if period.kind == "weeks":
        return int(Fraction(horizon.months * WEEKS_A_YEAR, 12 * period.length)) or None
    return horizon.months // period.length or None
