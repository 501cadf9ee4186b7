"""Words for intervals, sums and verdicts: `每人 200 元以上 500 元以下`, `拟罚 8,000 元，超出上限：…`."""

from __future__ import annotations

from collections.abc import Callable

from assistant.act.money import yuan
from assistant.act.penalty_results import PenaltyHit, Verdict
from assistant.answer import Figure, FineAnswer
from assistant.ledger import Ledger
from corpus.fines import bounds
from corpus.intervals import Interval
from corpus.records import Fine

_RELATIONS = {"inside": "在规定的幅度之内", "above": "超出上限", "below": "低于下限"}


def fine_words(fine: Fine) -> str:
    """An interval in words: `每人 200 元以上 500 元以下`, `违法所得的 1 倍以上 5 倍以下`."""
    per = fine.by or ("每人" if fine.per == "person" else "")
    if fine.kind == "multiple":
        return f"{per}{fine.base or ''}的 {_bounds(bounds(fine), _times)}"
    return f"{per} {_bounds(bounds(fine), yuan)}"


def fine_answer(fine: Fine) -> FineAnswer:
    """An interval as typed data."""
    return FineAnswer(
        kind=fine.kind,
        min_yuan=fine.min_yuan,
        max_yuan=fine.max_yuan,
        per=fine.per,
        by=fine.by,
        min_times=fine.min_times,
        max_times=fine.max_times,
        base=fine.base,
        optional=fine.optional,
    )


def _bounds(interval: Interval, words: Callable[[float], str]) -> str:
    low, high = interval.low, interval.high
    if low is not None and low == high:
        return words(low)
    parts = [f"{words(low)}以上" if low is not None else "", f"{words(high)}以下" if high is not None else ""]
    return " ".join(filter(None, parts))


def case_words(hit: PenaltyHit) -> str:
    """The sum for the facts with its working, then what a proposed fine is against it; empty without facts."""
    total = f"本案计算：{hit.total.working}。" if hit.total else ""
    judged = verdict_words(hit.verdict) if hit.verdict else ""
    supposed = "如果属于这种情况，" if judged and hit.applies is None and hit.penalty.when else ""
    return f"{total}{supposed}{judged}"


def verdict_words(v: Verdict) -> str:
    """`拟罚 8,000 元，超出上限：比 4,000 元多 4,000 元。`"""
    words = f"拟罚{_amount(v, v.proposed)}，{_RELATIONS[v.relation]}{_distance(v)}"
    return words + ("（条款只规定了上限）。" if v.capped else "。")


def _distance(v: Verdict) -> str:
    if not v.difference:
        return ""
    more = "多" if v.relation == "above" else "少"
    return f"：比{_amount(v, _bound(v))}{more}{_amount(v, v.difference)}"


def _bound(v: Verdict) -> float:
    return v.proposed - v.difference if v.relation == "above" else v.proposed + v.difference


def _amount(v: Verdict, value: float) -> str:
    match v.unit:
        case "倍":
            return f" {_times(value)}"
        case "元/人":
            return f"每人 {yuan(value)}"
        case "元":
            return f" {yuan(value)}"


def _times(value: float) -> str:
    return f"{value:g} 倍"


def verdict_figure(hit: PenaltyHit, ledger: Ledger) -> Figure | None:
    """The proposed fine as read, or how far it lies outside the interval with the subtraction shown."""
    v = hit.verdict
    if v is None:
        return None
    high, low = max(_bound(v), v.proposed), min(_bound(v), v.proposed)
    outside = f"{_amount(v, high)} −{_amount(v, low)} ={_amount(v, v.difference)}".strip()
    return Figure(
        label=f"拟罚数额{_RELATIONS[v.relation]}",
        value=v.difference or v.proposed,
        unit=v.unit,
        relation="=",
        citation=ledger.cite(hit.document, hit.penalty.span, hit.penalty.path),
        working=outside if v.difference else f"题中所写的拟罚数额折合 {_amount(v, v.proposed)}",
    )
