"""One figure against another: value, comparison, period, unit."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.quantities.figures import Figure
from corpus.records import Quantity

_WORDS = {">=": "不少于", "<=": "不超过", ">": "多于", "<": "少于", "=": ""}
_UP, _DOWN = frozenset({">=", ">", "="}), frozenset({"<=", "<", "="})
_DAYS = frozenset({"日", "天"})


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether two figures agree, and why in words."""

    agrees: bool
    words: str


def agreement(claimed: Figure, period: str | None, held: Quantity, *, planned: bool) -> Agreement:
    """Compare a claim with a figure of the documents.

    `planned`: the statement tells what is planned or was done, so a bare number that meets the rule agrees with it.
    """
    source = f"原文是“{figure_words(held)}”"
    if period and held.period and held.kind == "frequency" and _cycle(period) != _cycle(held.period):
        return Agreement(False, f"{source}，这里写成{period}")
    if unit := _unit(claimed.unit, held.unit):
        return Agreement(False, f"{source}，{unit}")
    if claimed.value != held.value or (claimed.upper or None) != (held.upper or None):
        bare = claimed.relation == "=" and not claimed.compared
        if bare and planned and claimed.value is not None and _meets(claimed.value, held):
            return Agreement(True, f"达到要求：{source}")
        return Agreement(False, source)
    if claimed.compared and not _same_direction(claimed.relation, held.relation):
        return Agreement(False, f"{source}，方向不同")
    return Agreement(True, "与原文一致")


def figure_words(q: Quantity) -> str:
    """`每年专项督查 抽查面不少于30%`."""
    if q.value is None and q.unit.startswith("当"):
        return f"{q.label}：{q.unit}"
    if q.value is None:
        return f"{q.label}（原文没有写数字）"
    if q.unit == "月日":
        return f"{q.label}：{int(q.value) // 100}月{int(q.value) % 100}日{'后' if q.relation == '>=' else '前'}"
    value = f"{q.value:g}" + (f"–{q.upper:g}" if q.upper is not None else "")
    trigger = f"{q.trigger}后" if q.trigger and not q.trigger.startswith("检查") else q.trigger
    unit = f"个{q.unit}" if q.unit == "工作日" else q.unit
    return f"{q.label}：{trigger}{q.period or ''}{_WORDS[q.relation] if q.upper is None else ''}{value}{unit}"


def _meets(value: float, held: Quantity) -> bool:
    bound = held.value or 0.0
    return {
        ">=": value >= bound,
        "<=": value <= bound,
        ">": value > bound,
        "<": value < bound,
        "=": value >= bound,
    }[held.relation]


def _same_direction(claimed: str, held: str) -> bool:
    if "=" in (claimed, held):
        other = held if claimed == "=" else claimed
        return other in (">=", "<=", "=")
    return claimed == held


def _unit(claimed: str, held: str) -> str:
    a, b = claimed.removeprefix("个"), held.removeprefix("个")
    if a in _DAYS and b == "工作日":
        return "是工作日，不是日历日"
    if a == "工作日" and b in _DAYS:
        return "是日历日，不是工作日"
    return ""


def _cycle(period: str) -> str:
    return period[:2]
