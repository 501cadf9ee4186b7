"""What a fine interval comes to for the facts of a case. Pure arithmetic with its working; amounts in yuan."""

from __future__ import annotations

from assistant.act.results import Total, Verdict
from assistant.question import Facts
from corpus.records import Fine


def yuan(value: float) -> str:
    """`16000` → `16,000 元`; whole yuan without decimals."""
    return f"{value:,.0f} 元" if float(value).is_integer() else f"{value:,.2f} 元"


def _interval(low: float | None, high: float | None) -> str:
    if low is not None and high is not None:
        return yuan(low) if low == high else f"{yuan(low).removesuffix(' 元')}–{yuan(high)}"
    return f"{yuan(high)}以下" if high is not None else f"{yuan(low or 0)}以上"


def total(fine: Fine, facts: Facts) -> Total | None:
    """The interval for the facts: per-person rates times the persons, multiples times the base. None if no fact applies."""
    if fine.per == "person" and facts.persons:
        n = facts.persons
        low = fine.min_yuan * n if fine.min_yuan is not None else None
        high = fine.max_yuan * n if fine.max_yuan is not None else None
        working = f"每人 {_interval(fine.min_yuan, fine.max_yuan)} × {n} 人 = {_interval(low, high)}"
        return Total(low, high, working)
    if fine.kind == "multiple" and facts.gains_yuan is not None and not facts.no_gains:
        base = facts.gains_yuan
        low = _round(fine.min_times * base) if fine.min_times is not None else None
        high = _round(fine.max_times * base) if fine.max_times is not None else None
        times = "–".join(f"{t:g}" for t in (fine.min_times, fine.max_times) if t is not None)
        return Total(low, high, f"{fine.base} {yuan(base)} × {times} 倍 = {_interval(low, high)}")
    return None


def _round(value: float) -> float:
    """Fen are the smallest unit of money: two decimals, whole yuan as whole numbers."""
    value = round(value, 2)
    return int(value) if float(value).is_integer() else value


def verdict(fine: Fine, total_: Total | None, facts: Facts) -> Verdict | None:
    """A proposed fine against the interval for the case; None when nothing is proposed or the interval is unknown."""
    proposed = facts.proposed_yuan
    if proposed is None:
        return None
    low, high = (total_.min_yuan, total_.max_yuan) if total_ else (fine.min_yuan, fine.max_yuan)
    if total_ is None and (fine.kind in ("multiple", "none") or fine.per == "person"):
        return None
    if high is not None and proposed > high:
        return Verdict("above", proposed, proposed - high)
    if low is not None and proposed < low:
        return Verdict("below", proposed, low - proposed)
    return Verdict("inside", proposed, 0)
