"""Amounts that a question compares fines with: 最高罚三万, 一万以上, 五千块以下, 一万到三万之间, 正好五千. In yuan."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from assistant.act.across.comparing import compare
from assistant.understand.numerals import number
from corpus.records import Fine, Relation

Side = Literal["whole", "max", "min", "reach", "exact"]
Place = Literal["meets", "crosses", "misses", "unpriced"]

_N = r"[0-9零〇一二两三四五六七八九十百千万亿点.]*[0-9零〇一二两三四五六七八九十百千万亿]"
_UNIT = r"(?:元钱|块钱|元整|元|块|圆)?"
_SPAN = re.compile(
    rf"(?:在|介于)?(?P<n>{_N}){_UNIT}(?:以上)?(?:到|至|[-—–~～])(?P<m>{_N}){_UNIT}(?:以下)?(?:之间|区间|这一档|这档)?"
)
_SIDE = re.compile(
    rf"(?P<side>最高|最多|上限|顶格|封顶|高限|最重|至多|最低|下限|起罚点?|起步|低限|最轻|最少)(?:额|是|为|处|可以|可|能|会|要|就|罚款|罚到|罚|到|达到|达|在|的)*"
    rf"(?P<before>不超过|超过|不低于|低于|不少于|少于|高于|至少|不到|不足)?(?P<n>{_N}){_UNIT}(?P<after>及?以上|及?以下|以内)?"
)
_COMPARED = re.compile(
    rf"(?P<before>不超过|不高于|不多于|至多|最多不超过|超过|高于|多于|大于|不止|不低于|不少于|至少|起码|低于|少于|小于|不到|不足|不满)"
    rf"(?:罚款?|处)?(?P<n>{_N}){_UNIT}"
)
_AFTER = re.compile(
    rf"(?P<n>{_N}){_UNIT}(?:及|含|或)?(?:者)?(?P<after>以上|以下|以内|之内|往上|往下|打底|起步|起(?!来)|封顶|为上限|为下限)"
)
_REACH = re.compile(rf"(?:能|可以|可能|会|可|够)?(?:罚到|罚得到|罚得了|够得上|达到|到得了|高达|多达)(?P<n>{_N}){_UNIT}")
_EXACT = re.compile(
    rf"(?:正好|恰好|刚好|固定|都是|就是|统一)?(?:罚款?|处罚?|处以)?(?P<n>{_N})(?:元钱|块钱|元整|元|块|圆|(?<=[千万百亿]))"
)
_BARE = re.compile(rf"罚款?(?P<n>{_N})(?=的|吗|有|$)")
_RELATIONS: dict[str, Relation] = {
    **dict.fromkeys(("不超过", "不高于", "不多于", "至多", "最多不超过", "以下", "及以下", "以内", "之内", "往下", "封顶", "为上限"), "<="),
    **dict.fromkeys(("超过", "高于", "多于", "大于", "不止"), ">"),
    **dict.fromkeys(("不低于", "不少于", "至少", "起码", "以上", "及以上", "往上", "打底", "起步", "起", "为下限"), ">="),
    **dict.fromkeys(("低于", "少于", "小于", "不到", "不足", "不满"), "<"),
}  # fmt: skip
_UPPER_SIDE = frozenset(("最高", "最多", "上限", "顶格", "封顶", "高限", "最重", "至多"))
_LEAST_FINE = 10
"""Yuan; a smaller figure in such a question counts something else."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A condition on a fine interval, in yuan; bounds inclusive where 以上、以下 name them (《民法典》第一千二百五十九条)."""

    side: Side
    """What is compared: the whole interval, its upper or lower end, whether it reaches the amount, or the exact amount."""
    relation: Relation
    value: float
    upper: float | None = None
    """Upper end where the question gives an interval."""

    def place(self, fine: Fine) -> Place:
        """Where an interval stands: `crosses` when a part of it meets a condition on the whole."""
        if fine.kind not in ("range", "fixed") or (fine.min_yuan is None and fine.max_yuan is None):
            return "unpriced"
        low, high = float(fine.min_yuan or 0), float("inf") if fine.max_yuan is None else float(fine.max_yuan)
        if self.upper is not None:
            inside = self.value <= low and high <= self.upper
            return "meets" if inside else "misses"
        if self.side == "max":
            return "meets" if compare(high, self.relation, self.value) else "misses"
        if self.side == "min":
            known = fine.min_yuan is not None
            return "meets" if known and compare(low, self.relation, self.value) else "misses"
        if self.side == "reach":
            return "meets" if high >= self.value else "misses"
        if self.side == "exact":
            if low == high == self.value:
                return "meets"
            return "crosses" if self.value in (low, high) else "misses"
        ends = [compare(x, self.relation, self.value) for x in (low, high)]
        return "meets" if all(ends) else "crosses" if any(ends) else "misses"


def read_bound(text: str) -> tuple[Bound | None, str]:
    """The first amount condition of a question and the question with it masked; None where it states none."""
    for pattern, make in ((_SPAN, _between), (_SIDE, _on_side), (_COMPARED, _before), (_AFTER, _after), (_REACH, _reach), (_EXACT, _exact), (_BARE, _exact)):  # fmt: skip
        for m in pattern.finditer(text):
            bound = make(m)
            if bound is not None and bound.value >= _LEAST_FINE:
                return bound, f"{text[: m.start()]}，{text[m.end() :]}"
    return None, text


def _between(m: re.Match[str]) -> Bound | None:
    low, high = number(m["n"]), number(m["m"])
    if low is not None and high is not None and low < 100 <= high and high % 1000 == 0 and m["m"][-1:] in "万千":
        low *= 10_000 if m["m"].endswith("万") else 1_000  # 一到三万 is 一万到三万
    return Bound("whole", ">=", low, high) if low is not None and high is not None and low < high else None


def _on_side(m: re.Match[str]) -> Bound | None:
    value = number(m["n"])
    relation: Relation = _RELATIONS.get(m["before"] or m["after"] or "", "=")
    return None if value is None else Bound("max" if m["side"] in _UPPER_SIDE else "min", relation, value)


def _before(m: re.Match[str]) -> Bound | None:
    value = number(m["n"])
    return None if value is None else Bound("whole", _RELATIONS[m["before"]], value)


def _after(m: re.Match[str]) -> Bound | None:
    value = number(m["n"])
    if value is None:
        return None
    if m["after"] in ("起", "起步", "打底", "为下限"):
        return Bound("min", "=" if m["after"] != "打底" else ">=", value)
    if m["after"] in ("封顶", "为上限"):
        return Bound("max", "=", value)
    return Bound("whole", _RELATIONS[m["after"]], value)


def _reach(m: re.Match[str]) -> Bound | None:
    value = number(m["n"])
    return None if value is None else Bound("reach", ">=", value)


def _exact(m: re.Match[str]) -> Bound | None:
    value = number(m["n"])
    return None if value is None else Bound("exact", "=", value)
