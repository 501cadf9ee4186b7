"""A list of units to plan for or to draw from: names, strata, days of the last check."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

MOST_UNITS = 100_000
MOST_BYTES = 5_000_000
MOST_CHARACTERS = 200
"""Of one cell."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")
_DAY = re.compile(r"^(?P<y>\d{4})[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?(?:[ T].*)?$")


class UnitsError(Exception):
    """The list cannot be used; the message says what is wrong, where, and what to do."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit. Its name is its identity."""

    name: str
    stratum: str = ""
    checked: date | None = None
    """Day of the last check."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a source, cells not yet cleaned."""

    line: int
    name: str
    stratum: str = ""
    checked: str = ""


@dataclass(frozen=True, slots=True)
class UnitList:
    """Units in the order of their names, free of duplicates and blanks; what was left out is told in `problems`."""

    units: tuple[Unit, ...]
    problems: tuple[str, ...]
    has_strata: bool
    has_checked: bool

    @property
    def sha256(self) -> str:
        """Of the units themselves, one a line as name, stratum, day of the last check between tabs, in order of the
        names' code points: the same for the same units, whatever file and order they came in."""
        lines = (f"{u.name}\t{u.stratum}\t{u.checked.isoformat() if u.checked else ''}" for u in self.units)
        return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()

    @property
    def strata(self) -> dict[str, int]:
        """Number of units by stratum, in order of their names."""
        counts: dict[str, int] = {}
        for u in sorted(self.units, key=lambda u: u.stratum):
            counts[u.stratum] = counts.get(u.stratum, 0) + 1
        return counts


def clean(text: str) -> str:
    """A cell without control characters and without white space at its ends; runs of white space become one blank."""
    return " ".join(_CONTROL.sub(" ", text).split())


def build_list(rows: Iterable[Row], *, has_strata: bool, has_checked: bool) -> UnitList:
    """The list of the rows; blanks and duplicates are left out and reported with their lines.

    Of duplicates that differ, the latest check and the first stratum by code point count, so that no order of rows
    matters. Raises UnitsError for no unit at all, too many, or a day that is none.
    """
    kept: dict[str, tuple[int, Unit]] = {}
    problems: list[str] = []
    for row in rows:
        name = clean(row.name)
        if not name:
            problems.append(f"第 {row.line} 行没有单位名称，已跳过")
            continue
        if len(name) > MOST_CHARACTERS:
            raise UnitsError(f"第 {row.line} 行的单位名称超过 {MOST_CHARACTERS} 字，不像名称。请检查这一行。")
        unit = Unit(name, clean(row.stratum)[:MOST_CHARACTERS], _day(row))
        if name in kept:
            first, before = kept[name]
            differs = "，内容不同" if before != unit else ""
            problems.append(f"第 {row.line} 行与第 {first} 行重复（{name}{differs}），只计一次")
            kept[name] = (first, _merged(before, unit))
            continue
        kept[name] = (row.line, unit)
        if len(kept) > MOST_UNITS:
            raise UnitsError(f"名单超过 {MOST_UNITS} 个单位。请按地区或类别拆开。")
    if not kept:
        raise UnitsError("名单里没有单位。请每行写一个单位名称，或在表头写“单位名称”。")
    units = tuple(sorted((u for _, u in kept.values()), key=lambda u: u.name))
    return UnitList(units, tuple(problems), has_strata, has_checked)


def _merged(a: Unit, b: Unit) -> Unit:
    days = [d for d in (a.checked, b.checked) if d is not None]
    strata = sorted(s for s in (a.stratum, b.stratum) if s)
    return Unit(a.name, strata[0] if strata else "", max(days) if days else None)


def _day(row: Row) -> date | None:
    written = clean(row.checked)
    if not written:
        return None
    match = _DAY.match(written)
    try:
        if match:
            return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        pass
    raise UnitsError(f"第 {row.line} 行的上次检查日期“{written[:20]}”不是日期，请写成 2026-01-31 的样子。")
