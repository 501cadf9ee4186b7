"""The least that a check demands of N units over a stretch of time. Exact: fractions, never binary floats."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Literal

from assistant.planning.checks import Check, ShareRule
from assistant.planning.period import Horizon, Period, period_of_rule, periods_in
from corpus.records import Quantity

_PER = {"%": 100, "‰": 1000, "‱": 10000}
_UNIT_WORDS = {
    ("weeks", 1): "周",
    ("months", 1): "个月",
    ("months", 3): "个季度",
    ("months", 6): "个半年",
    ("months", 12): "年",
}
What = Literal["times", "units", "visits", "staff"]
"""Visits to make; units a visit; units over all visits (家次); inspectors over all visits (人次)."""


@dataclass(frozen=True, slots=True)
class Need:
    """What is known of the case."""

    units: int | None = None
    measure: str = "家"
    """How units are counted: 家, 个, 户, 笔 …"""
    bases: tuple[tuple[str, int], ...] = ()
    """Numbers of what special shares are taken of, by their name in the document."""
    horizon: Horizon | None = None
    classes: int | None = None
    """Number of class runs (班次), for rules that count by them."""
    staff: int | None = None
    """Least number of inspectors a visit, where the check's own sentence does not say."""

    def base(self, what: str) -> int | None:
        """The number of a special share's own base."""
        return next((n for name, n in self.bases if name == what), None)


@dataclass(frozen=True, slots=True)
class Minimum:
    """One figure with its working and the figures it rests on."""

    what: What
    label: str
    value: int
    unit: str
    working: str
    rests: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class CheckMinima:
    """What one check demands, what is said beside it, and which numbers are missing."""

    check: Check
    minima: tuple[Minimum, ...]
    notes: tuple[str, ...]
    asks: tuple[str, ...]


def share_of(total: int, share: Quantity) -> int:
    """The least whole number that is at least the share of the total."""
    return ceil(_exact(total, share))


def share_working(total: int, share: Quantity) -> str:
    """`26 × 30% = 7.8，向上取整为 8`."""
    product = _exact(total, share)
    shown = format((Decimal(product.numerator) / Decimal(product.denominator)).normalize(), "f")
    line = f"{total} × {plain(share)}{share.unit} = {shown}"
    return line if product.denominator == 1 else f"{line}，向上取整为 {ceil(product)}"


def plain(q: Quantity) -> str:
    """A figure's value without needless zeros."""
    return format(Decimal(str(q.value)).normalize(), "f")


def minima(check: Check, need: Need) -> CheckMinima:
    """All that a check demands; deterministic, in the order visits, units, unit-visits, inspectors."""
    desk = _Desk(check, need)
    desk.times()
    desk.units_a_visit()
    desk.visits()
    desk.inspectors()
    return CheckMinima(check, tuple(desk.found), tuple(desk.notes), tuple(dict.fromkeys(desk.asks)))


def _exact(total: int, share: Quantity) -> Fraction:
    return total * Fraction(str(share.value)) / (_PER.get(share.unit) or int(share.unit.removeprefix("/")))


class _Desk:
    """Works one check out, figure by figure."""

    def __init__(self, check: Check, need: Need) -> None:
        self.check, self.need = check, need
        self.found: list[Minimum] = []
        self.notes: list[str] = []
        self.asks: list[str] = []
        self._times: int | None = None
        self._a_visit: int | None = None

    def times(self) -> None:
        """Visits over the horizon, or over the class runs; nothing where the rule's own period is asked about."""
        period, f = self.check.period, self.check.frequency
        if period is None:
            if f is not None:
                self._times = int(f.value or 0)
            return
        once = int(f.value or 0) if f is not None else 1
        rests = (f,) if f is not None else ()
        if period.kind == "event":
            self._by_event(period, once, rests)
            return
        if self.need.horizon is None:
            return
        k = periods_in(self.need.horizon, period)
        word = self.need.horizon.word
        if k is None:
            self.notes.append(f"这一项按“{period.word}”计，{word}没有单独的下限，在周期内完成即可")
            return
        self._times = once * k
        if k > 1:
            unit = _UNIT_WORDS.get((period.kind, period.length), "个周期")
            self._add(
                "times", f"{word}次数", once * k, "次", f"{period.word} {once} 次 × {k} {unit} = {once * k} 次", *rests
            )

    def units_a_visit(self) -> None:
        """Units a visit: by share, by count, or all of them."""
        need, check = self.need, self.check
        if check.all_units and need.units is not None:
            self._a_visit = need.units
            rest = (check.frequency,) if check.frequency else ()
            self._add(
                "units",
                "每次检查家数",
                need.units,
                need.measure,
                f"文件没有写抽查比例，要求所有单位都查到：{need.units} {need.measure}",
                *rest,
            )
        for count in check.counts:
            self._count(count)
        least = [m for m in (self._share(s) for s in check.shares) if m is not None]
        if len(least) > 1:
            top = max(least)
            self._add(
                "units", "几项都满足，每次", top, need.measure,
                f"{'、'.join(map(str, least))} 中取大的，为 {top}", *(s.quantity for s in check.shares if s.base != "other"),
            )  # fmt: skip
        if least:
            self._a_visit = max(least)

    def visits(self) -> None:
        """Units over all visits of the horizon (家次)."""
        if self._times is None or self._a_visit is None or (self._times == 1 and self.need.horizon is None):
            return
        if self._times == 1 or self.check.period is None:
            return
        total = self._times * self._a_visit
        unit = f"{self.need.measure}次"
        working = f"{self._times} 次 × 每次 {self._a_visit} {self.need.measure} = {total} {unit}"
        rests = [q for q in (self.check.frequency, *self.check.counts) if q is not None]
        rests += [s.quantity for s in self.check.shares if s.base != "other"]
        self._add("visits", "合计", total, unit, working, *rests)
        if self.check.scope is not None:
            self.notes.append("文件没有写明抽查面是每次还是合计；按每次都达到算，两种读法都满足")

    def inspectors(self) -> None:
        """Inspectors over all visits (人次), where the case asks for them."""
        own, need = self.check.staff, self.need
        if need.staff is None:
            return
        each = int(own.value or 0) if own is not None else need.staff
        rounds = self._times
        if rounds is None and self.check.frequency is not None and need.horizon is None:
            rounds = int(self.check.frequency.value or 0)
        if rounds is None or each == 0:
            return
        if self.check.all_units and self._a_visit is None:
            self.asks.append(f"一共有多少{need.measure}？")
            return
        visits = rounds * self._a_visit if self.check.all_units and self._a_visit else rounds
        working = f"{visits} 次检查 × 每次 {each} 人 = {visits * each} 人次"
        if self.check.all_units and self._a_visit:
            working = (
                f"{self._a_visit} {need.measure} × 每{need.measure} {rounds} 次 × 每次 {each} 人 = {visits * each} 人次"
            )
        self._add("staff", "出动人次", visits * each, "人次", working, *((own,) if own is not None else ()))

    def _by_event(self, period: Period, once: int, rests: tuple[Quantity, ...]) -> None:
        if self.need.classes is None:
            self.asks.append(f"“{self.check.name}”按{period.word}计：一共有几个班次？")
            return
        n = self.need.classes
        self._times = once * n
        self._add("times", "次数", once * n, "次", f"{n} 个班次 × 每班次 {once} 次 = {once * n} 次", *rests)

    def _count(self, q: Quantity) -> None:
        value, have = int(q.value or 0), self.need.units
        own = period_of_rule(q.period)
        if own is not None and own.kind == "months" and self.need.horizon is not None:
            k = periods_in(self.need.horizon, own)
            if k is not None and k > 1:
                working = f"{own.word} {value} {q.unit} × {k} = {value * k} {q.unit}次"
                self._add("visits", "合计", value * k, f"{q.unit}次", working, q)
            return
        if have is not None and have < value:
            self.notes.append(f"文件要求不少于 {value} {q.unit}，而一共只有 {have} {self.need.measure}：全部检查")
            self._add("units", "每次检查家数", have, self.need.measure, f"{value} 与 {have} 中取小的，为 {have}", q)
        self._a_visit = value if have is None else min(value, have)

    def _share(self, rule: ShareRule) -> int | None:
        """The least number for a share of units or of some of them; None where its base is not known."""
        need, q = self.need, rule.quantity
        base = need.units if rule.base == "units" else need.base(rule.what)
        if base is None and rule.whole:
            base = need.units
        label = rule.what or q.object or "抽查面"
        if rule.base == "other":
            if base is not None:
                unit = need.measure if rule.what == self.check.what else ""
                self._add("units", label, share_of(base, q), unit, share_working(base, q), q)
            elif rule.optional:
                self.notes.append(f"必要时的抽取（{rule.what}）按其人数另算，不按单位数算")
            else:
                self.asks.append(f"“{rule.what}”一共有多少？")
            return None
        if base is None and rule.base == "subset" and need.units is not None:
            top = share_of(need.units, q)
            self.asks.append(f"其中“{rule.what}”有多少{need.measure}？")
            self._add("units", f"{label}（若全部都是）", top, need.measure, share_working(need.units, q), q)
            return None
        if base is None:
            special = rule.what and not rule.whole
            self.asks.append(f"其中“{rule.what}”有多少{need.measure}？" if special else f"一共有多少{need.measure}？")
            return None
        value = share_of(base, q)
        self._add("units", label, value, need.measure, share_working(base, q), q)
        return value

    def _add(self, what: What, label: str, value: int, unit: str, working: str, *rests: Quantity) -> None:
        self.found.append(Minimum(what, label, value, unit, working, rests))
