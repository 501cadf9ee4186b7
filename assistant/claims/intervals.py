"""A fine as claimed against a fine as the documents state it: which bound differs, in plain words."""

from __future__ import annotations

from corpus.fines import fine_text
from corpus.records import Fine

_LEAST, _MOST = "下限", "上限"


def differences(claimed: Fine, held: Fine) -> tuple[str, ...]:
    """What the claim gets wrong; nothing when every bound that it gives is right. A bound it leaves out is not judged."""
    if (claimed.kind == "multiple") != (held.kind == "multiple"):
        return (f"原文是{fine_words(held)}",)
    out: list[str] = []
    if claimed.kind == "multiple":
        out += _bound(claimed.min_times, held.min_times, _LEAST, "{:g}倍")
        out += _bound(claimed.max_times, held.max_times, _MOST, "{:g}倍")
        out += _base(claimed.base, held.base)
    else:
        out += _bound(claimed.min_yuan, held.min_yuan, _LEAST, "{:,}元")
        out += _bound(claimed.max_yuan, held.max_yuan, _MOST, "{:,}元")
        out += _per(claimed, held)
    return tuple(out)


def inside(amount: float, held: Fine) -> bool:
    """Whether a single amount lies within the interval, bounds included."""
    low, high = held.min_yuan, held.max_yuan
    return (low is None or amount >= low) and (high is None or amount <= high)


def fine_words(fine: Fine) -> str:
    """The interval as a reader says it: `每人200元以上500元以下`."""
    return fine_text(fine)


def _bound(claimed: float | None, held: float | None, name: str, form: str) -> list[str]:
    if claimed is None or claimed == held:
        return []
    if held is None:
        return [f"原文没有规定{name}，这里写成{form.format(claimed)}"]
    return [f"{name}应为{form.format(held)}，这里写成{form.format(claimed)}"]


def _base(claimed: str | None, held: str | None) -> list[str]:
    if not claimed or not held or set(claimed[-4:]) & set(held[-4:]) >= set(held[-2:]):
        return []
    return [f"倍数的基数是{held}，这里写成{claimed}"]


def _per(claimed: Fine, held: Fine) -> list[str]:
    if claimed.by and held.by:
        return []
    if held.per == "person" and claimed.per is None and not claimed.by:
        return ["原文按人数计算（每人），这里没有写"]
    if held.per is None and claimed.per == "person":
        return ["原文不按人数计算，这里写成每人"]
    return []
