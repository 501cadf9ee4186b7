"""Which steps of a discretion standard a count in the question falls in: 两年 in 两个年度, 30人 in 10人以上50人以下."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understand.numerals import NUMBER, number
from corpus.records import Tier

_COUNT = rf"(?P<n>{NUMBER})(?:个|名|位)?(?P<unit>年度|年|次|人|户|家|天|日|月|小时|元|万元|平方米|吨|公斤|件|台)"
_BOUND = re.compile(
    rf"(?P<before>不足|不满|未满|少于|低于|超过|多于|大于|满|达到|至少|仅有|只有)?(?:一|有)?{_COUNT}(?P<after>及?以上|及?以下|以内)?"
)
_SAID = re.compile(_COUNT)
_ONE_UNIT = {"年度": "年", "天": "日"}
_BELOW, _ABOVE = frozenset({"不足", "不满", "未满", "少于", "低于"}), frozenset({"超过", "多于", "大于"})


def counted(tiers: Sequence[Tier], text: str) -> tuple[int, ...]:
    """`Tier.index` of the steps whose circumstances take in a count that the text states; exact counts before ranges."""
    said = [(v, _unit(m["unit"])) for m in _SAID.finditer(text) if (v := number(m["n"])) is not None]
    exact: list[int] = []
    within: list[int] = []
    for tier in tiers:
        fits = [fit for value, unit in said if (fit := _fit(tier.circumstances, value, unit))]
        if "exact" in fits:
            exact.append(tier.index)
        elif fits:
            within.append(tier.index)
    return tuple(exact or within)


def _fit(circumstances: str, value: float, unit: str) -> str:
    """`exact`, `within`, or empty: all bounds on the unit must take the value in."""
    bounds = [m for m in _BOUND.finditer(circumstances) if _unit(m["unit"]) == unit]
    # a year of the calendar (2021年度) is no count of years
    bounds = [m for m in bounds if (number(m["n"]) or 0) < 1900 or unit != "年"]
    if not bounds or not all(_takes(m, value) for m in bounds):
        return ""
    return "exact" if any(not m["after"] and m["before"] not in _BELOW | _ABOVE for m in bounds) else "within"


def _takes(m: re.Match[str], value: float) -> bool:
    n = number(m["n"])
    if n is None:
        return False
    if m["before"] in _BELOW:
        return value < n
    if m["before"] in _ABOVE:
        return value > n
    if m["after"] and m["after"].endswith("上"):
        return value >= n
    return value <= n if m["after"] else value == n


def _unit(word: str) -> str:
    return _ONE_UNIT.get(word, word)
