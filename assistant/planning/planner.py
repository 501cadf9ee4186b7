"""Plans to order: which regimes, how many units, which year or part of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from assistant.knowledge import Knowledge
from assistant.planning.calendar import working_days_of
from assistant.planning.checks import Check, names_base, regime_words
from assistant.planning.draw_order import DrawOrder, DrawResult, carry_out
from assistant.planning.errors import PlanError
from assistant.planning.finder import RegimeNames
from assistant.planning.minimum import Need
from assistant.planning.units import UnitList
from assistant.planning.year import YearPlan, plan_year, spread
from corpus.records import Document, Regime

FIRST_YEAR, LAST_YEAR = 1990, 2199


@dataclass(frozen=True, slots=True)
class PlanOrder:
    """What is to be planned."""

    year: int
    regimes: tuple[str, ...] = ()
    """Names; none means all."""
    units: int | None = None
    """Number of units, for a single regime."""
    by_regime: Mapping[str, int] = field(default_factory=dict[str, int])
    """Number of units by the name of a regime."""
    listed: UnitList | None = None
    """The units themselves, for a single regime."""
    special: int | None = None
    """Number of the units that a special share is taken of (其中：…)."""
    month: int | None = None
    quarter: int | None = None


@dataclass(frozen=True)
class Planner:
    """Makes plans and draws over one corpus."""

    knowledge: Knowledge

    @cached_property
    def names(self) -> RegimeNames:
        """The regimes by name."""
        return RegimeNames(self.knowledge)

    def plan(self, order: PlanOrder) -> tuple[YearPlan, ...]:
        """A plan a regime. Raises PlanError for an order that does not hold together."""
        months = _months(order)
        chosen = (
            self.names.some((*order.regimes, *order.by_regime)) if order.by_regime else self.names.some(order.regimes)
        )
        counts = {self.names.one(name)[1].title: n for name, n in order.by_regime.items()}
        if len(chosen) > 1 and (order.units is not None or order.listed is not None):
            raise PlanError("几项制度的单位不一样多：请逐项写，例如 --units 劳务派遣=26 --units 特殊工时=40。")
        days = cache(working_days_of)
        plans: list[YearPlan] = []
        for document, regime in chosen:
            total = counts.get(regime.title, order.units)
            words = regime_words(document, regime)
            plans.append(
                plan_year(document, regime, order.year, lambda c, t=total, w=words: _need(c, t, w, order), days, months)
            )
        return spread(plans, days)

    def draw(self, order: DrawOrder) -> DrawResult:
        """A draw. Raises PlanError for an order that does not hold together."""
        document, regime = self.regime(order.regime) if order.regime else (None, None)
        return carry_out(order, document, regime)

    def regime(self, name: str) -> tuple[Document, Regime]:
        """The regime of a name. Raises PlanError when none or several fit."""
        return self.names.one(name)


def _months(order: PlanOrder) -> range:
    if not FIRST_YEAR <= order.year <= LAST_YEAR:
        raise PlanError(f"年份应在 {FIRST_YEAR} 到 {LAST_YEAR} 之间，写成 2026 的样子。")
    if order.month is not None and order.quarter is not None:
        raise PlanError("月份和季度只写一个。")
    if order.month is not None:
        if not 1 <= order.month <= 12:
            raise PlanError("月份应是 1 到 12。")
        return range(order.month, order.month + 1)
    if order.quarter is not None:
        if not 1 <= order.quarter <= 4:
            raise PlanError("季度应是 1 到 4。")
        return range(3 * order.quarter - 2, 3 * order.quarter + 1)
    return range(1, 13)


def _need(check: Check, total: int | None, units: str, order: PlanOrder) -> Need:
    """The case for one check; numbers of special bases from the list's strata, or as given."""
    bases: list[tuple[str, int]] = []
    if order.listed is not None:
        total = len(order.listed.units)
        if order.listed.has_strata:
            for rule in (s for s in check.shares if s.base == "subset"):
                own = sum(n for s, n in order.listed.strata.items() if s and names_base(s, rule, units))
                if own or not rule.whole:
                    bases.append((rule.what, own))
    elif order.special is not None:
        if total is not None and order.special > total:
            raise PlanError(f"其中的 {order.special} 家多于总数 {total} 家。请核对两个数。")
        bases = [(s.what, order.special) for s in check.shares if s.base == "subset" and not s.whole]
    return Need(units=total if not check.what else None, bases=tuple(bases))
