"""Done against owed for the checks of one regime, worked out from the visits, the units, and the document's figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from assistant.meters.events import by_events, event_word
from assistant.meters.kinds import check_of
from assistant.meters.samples import demanded
from assistant.meters.term import YEAR, Term, after, term_of
from assistant.meters.values import Meter, MeteredUnit, RegimeMeters, Uncounted, Visit
from assistant.planning.checks import Check, ShareRule, checks_of, names_base, regime_words
from assistant.planning.minimum import Need, minima, plain, share_of, share_working
from assistant.planning.period import Period
from corpus.records import Document, Quantity, Regime

WorkingDays = Callable[[int, int], "tuple[date, ...] | None"]
"""Year, month → its working days; None where they are not published."""
_MEASURE = "家"
_FREQUENCY = re.compile("(?:频次|频率|次数)$")
"""The name of a rule on how often, rather than of a kind of check."""


def measure(
    document: Document,
    regime: Regime,
    visits: Iterable[Visit],
    units: Sequence[MeteredUnit],
    as_of: date,
    days: WorkingDays,
) -> RegimeMeters:
    """The meters on a day: every term is the one that the day lies in, and visits after the day do not count."""
    every = checks_of(document, regime)
    checks = tuple(c for c in every if c.indicator) or every
    bench = _Bench(units, regime_words(document, regime), as_of, days)
    own: dict[str, list[Visit]] = {c.name: [] for c in checks}
    others: Counter[str] = Counter()
    upto = sorted((v for v in visits if v.day <= as_of), key=lambda v: (v.day, v.unit, v.kind))
    for visit in upto:
        check = check_of(visit.kind, checks)
        if check is not None:
            own[check.name].append(visit)
        elif visit.day.year == as_of.year:
            others[visit.kind] += 1
    for check in checks:
        if _by_event(check):
            bench.events(check, upto if _FREQUENCY.search(check.name) else own[check.name])
        else:
            bench.check(check, own[check.name])
    for check in every:
        if check not in checks and _by_event(check):
            bench.events(check, upto)  # stated beside the indicators, of every visit
    notes = [f"“{kind}”不在文件的指标里，今年有 {n} 次，没有计入" for kind, n in sorted(others.items())]
    remarks = tuple(dict.fromkeys([*bench.notes, *notes]))
    return RegimeMeters(document, regime, len(units), tuple(bench.meters), remarks, tuple(bench.uncounted))


def _by_event(check: Check) -> bool:
    return check.cycle is not None and check.cycle.kind == "event"


@dataclass
class _Bench:
    """Works the checks out one by one."""

    units: Sequence[MeteredUnit]
    words: str
    as_of: date
    days: WorkingDays
    meters: list[Meter] = field(default_factory=list[Meter])
    notes: list[str] = field(default_factory=list[str])
    uncounted: list[Uncounted] = field(default_factory=list[Uncounted])

    def leave(self, check: str, what: str, demand: str, why: str, *rests: Quantity) -> None:
        """Say in the table and in a note what is not counted, and why."""
        self.notes.append(f"{check}：{why}")
        self.uncounted.append(Uncounted(check, what, demand, why, rests))

    def events(self, check: Check, visits: Sequence[Visit]) -> None:
        """A check counted by events of a unit: by the year that the register's numbers are of."""
        period, once = check.cycle, int(check.frequency.value or 0) if check.frequency else 1
        if period is None:
            return
        term, word = term_of(YEAR, self.as_of), event_word(period)
        inside = [v for v in visits if term.first <= v.day]
        count = by_events(period, once, self.units, inside, term.word)
        if count is None:
            why = f"按{period.word}计，名录没有“{word}”一栏，不知道各单位办了几个{word}，没有计入；写进名录就能统计"
            self.leave(check.name, "次数", f"{period.word} {once} 次", why, *check.quantities[:1])
            return
        if count.silent:
            self.notes.append(f"{check.name}：有 {count.silent} 家名录没有写明{word}数，没有计入")
        due, following = _due(term, self.days), after(term, YEAR)
        self.meters.append(
            Meter(
                check.name,
                "次数",
                term,
                count.owed,
                count.done,
                "次",
                count.working,
                check.quantities[:1],
                due,
                following,
            )
        )

    def check(self, check: Check, visits: Sequence[Visit]) -> None:
        period = check.cycle
        if period is None:
            self.notes.append(f"{check.name}：文件没有写周期，按一年统计")
        job = _Job(self, check, period or YEAR, visits)
        job.times()
        job.units()
        for rule in check.shares:
            job.special(rule)


class _Job:
    """One check."""

    def __init__(self, bench: _Bench, check: Check, period: Period, visits: Sequence[Visit]) -> None:
        self.bench, self.name, self.of = bench, check.name, check
        self.period, self.term = period, term_of(period, bench.as_of)
        inside = [v for v in visits if self.term.first <= v.day]
        self.done = [v for v in inside if v.finished]
        self.once = int(check.frequency.value or 0) if check.frequency is not None and check.period is not None else 1
        self.rounds = sorted({(v.unit, v.day) for v in self.done})
        going_on = len({(v.unit, v.day) for v in inside if not v.finished} - set(self.rounds))
        if going_on:
            bench.notes.append(f"{self.name}：{self.term.word}还有 {going_on} 次没有结束，没有计入")
        self.a_visit, self.how = self._units_a_visit()

    def times(self) -> None:
        """Visits of the term. One that must reach several units counts once it has reached them."""
        check = self.of
        if check.all_units or (check.frequency is None and check.period is None):
            return
        days = len({day for _, day in self.rounds})
        done, how = days, f"检查日期 {days} 个，计 {days} 次"
        if self.a_visit:
            full = len(self.rounds) // self.a_visit
            done = min(days, full)
            how = (
                f"检查日期 {days} 个；{len(self.rounds)} 家次按每次 {self.a_visit} 家够 {full} 次，取小的，计 {done} 次"
            )
        rests = (check.frequency,) if check.frequency else check.quantities[:1]
        self._add("次数", self.once, done, "次", f"应：{self.period.word} {self.once} 次；已：{how}", *rests)

    def units(self) -> None:
        """Units of the term: each once where there is one visit, else units times visits."""
        check, total = self.of, len(self.bench.units)
        if check.all_units and total:
            per_unit = Counter(unit for unit, _ in self.rounds)
            listed = {u.id for u in self.bench.units}
            done = sum(min(n, self.once) for unit, n in per_unit.items() if unit in listed)
            owed = total * self.once
            working = f"应：名录 {total} 家 × 每家 {self.once} 次 = {owed} 家次；已：名录里的单位各计到 {self.once} 次为止，{done} 家次"
            self._add("家次", owed, done, "家次", working, *check.quantities[:1])
        elif check.all_units or (check.scope is not None and not total):
            why = "名录里没有这项制度的单位，算不出应查几家；请先导入名录"
            scope = self.of.scope
            demand = f"{plain(scope.quantity)}{scope.quantity.unit}" if scope else "全部单位"
            self.bench.leave(self.name, "家数", demand, why, *self._rests())
        elif self.a_visit and self.once == 1:
            units = len({unit for unit, _ in self.rounds})
            self._add(
                "家数", self.a_visit, units, _MEASURE, f"应：{self.how}；已：不同的单位 {units} 家", *self._rests()
            )
        elif self.a_visit:
            owed, done = self.once * self.a_visit, len(self.rounds)
            working = f"应：{self.once} 次 × 每次 {self.a_visit} 家（{self.how}）= {owed} 家次；已：{done} 家次"
            self._add("家次", owed, done, "家次", working, *self._rests())

    def special(self, rule: ShareRule) -> None:
        """A share of some of the units (其中：…), where the register tells which they are."""
        demand = f"{'必要时 ' if rule.optional else ''}{plain(rule.quantity)}{rule.quantity.unit}"
        if rule.base == "other":
            seen = {unit for unit, _ in self.rounds}
            why = demanded(rule, [u for u in self.bench.units if u.id in seen])
            self.bench.leave(self.name, rule.what, demand, why, rule.quantity)
        if rule.base != "subset" or rule.whole:
            return
        own = {u.id for u in self.bench.units if any(names_base(w, rule, self.bench.words) for w in u.words)}
        if not own:
            why = f"名录没有写明哪些是{rule.what}，这一部分没有统计"
            self.bench.leave(self.name, f"其中{rule.what}", demand, why, rule.quantity)
            return
        owed = self.once * share_of(len(own), rule.quantity)
        done = [pair for pair in self.rounds if pair[0] in own]
        n = len({unit for unit, _ in done}) if self.once == 1 else len(done)
        unit = _MEASURE if self.once == 1 else "家次"
        times = f"；{self.once} 次共 {owed} 家次" if self.once > 1 else ""
        working = f"应：{share_working(len(own), rule.quantity)}{times}；已：{n} {unit}"
        self._add(f"其中{rule.what}", owed, n, unit, working, rule.quantity)

    def _units_a_visit(self) -> tuple[int, str]:
        """The least number of units a visit, with its working; 0 where there is none or it cannot be told."""
        check, total = self.of, len(self.bench.units)
        if check.all_units or check.what:
            return 0, ""
        whole = [s for s in check.shares if s.base == "units" or (s.base == "subset" and s.whole)]
        found = minima(check, Need(units=total or None)) if total else None
        shares = [(share_of(total, s.quantity), share_working(total, s.quantity)) for s in whole] if total else []
        if shares:
            return max(shares)
        least = [m for m in found.minima if m.what == "units"] if found and check.counts else []
        if least:
            return least[-1].value, least[-1].working
        if check.counts:
            q = check.counts[0]
            return int(q.value or 0), f"每次不少于 {plain(q)} {q.unit}"
        return 0, ""

    def _rests(self) -> tuple[Quantity, ...]:
        scope = self.of.scope
        return tuple(q for q in (scope.quantity if scope else None, *self.of.counts, self.of.frequency) if q)

    def _add(self, what: str, owed: int, done: int, unit: str, working: str, *rests: Quantity) -> None:
        following: Term = after(self.term, self.period)
        due = _due(self.term, self.bench.days)
        self.bench.meters.append(Meter(self.name, what, self.term, owed, done, unit, working, rests, due, following))


def _due(term: Term, days: WorkingDays) -> date:
    """The last working day of the term; its last day where the calendar is not published."""
    open_ = [d for d in days(term.last.year, term.last.month) or () if term.first <= d <= term.last]
    return open_[-1] if open_ else term.last
