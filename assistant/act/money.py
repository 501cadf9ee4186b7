"""What a fine interval comes to for the facts of a case. Pure arithmetic with its working; amounts in yuan."""

from __future__ import annotations

import re

from assistant.act.penalty_results import Total, Unit, Verdict
from assistant.question import Facts
from corpus.fines import bounds
from corpus.intervals import Interval
from corpus.records import Fine

_GAINS = re.compile(r"所得|获利|收入|利润")
_PERSON = re.compile(r"[人名位]")


def yuan(value: float) -> str:
    """`16000` → `16,000 元`; whole yuan without decimals."""
    return f"{value:,.0f} 元" if float(value).is_integer() else f"{value:,.2f} 元"


def interval_words(interval: Interval) -> str:
    """`1,600–4,000 元`, `50,000 元以下`, `5,000 元`."""
    low, high = interval.low, interval.high
    if low is not None and high is not None:
        return yuan(low) if low == high else f"{yuan(low).removesuffix(' 元')}–{yuan(high)}"
    return f"{yuan(high)}以下" if high is not None else f"{yuan(low or 0)}以上"


def total(fine: Fine, facts: Facts) -> Total | None:
    """The interval for the facts: rates times what they are counted by, multiples times their base. None without the facts."""
    if fine.kind == "none":
        return None
    if fine.kind == "multiple":
        return _of_base(fine, base_of(fine, facts))
    factors = factors_of(fine, facts)
    if not factors or any(n is None for n, _ in factors):
        return None
    sum_ = bounds(fine)
    by = ""
    for n, unit in factors:
        sum_ = sum_.scaled(n or 0)
        by += f" × {n} {unit}"
    rate = fine.by or "每人"
    return Total(sum_.low, sum_.high, f"{rate} {interval_words(bounds(fine))}{by} = {interval_words(sum_)}")


def base_of(fine: Fine, facts: Facts) -> float | None:
    """The sum in yuan that a multiple is taken of; None where the facts do not give it."""
    if _GAINS.search(fine.base or ""):
        return None if facts.no_gains else facts.gains_yuan
    return facts.taken_yuan


def factors_of(fine: Fine, facts: Facts) -> list[tuple[int | None, str]]:
    """What an amount is counted by (`每人每超过…一小时` → persons, hours), each with its number where the facts give it."""
    if not fine.by:
        return [(facts.persons, "人")] if fine.per == "person" else []
    counts = dict(facts.counts)
    found: list[tuple[int | None, str]] = []
    for part in fine.by.split("每")[1:]:
        unit = next((u for u in sorted(counts, key=len, reverse=True) if u in part), None)
        if unit:
            found.append((counts[unit], unit))
        elif _PERSON.search(part):
            found.append((facts.persons, "人"))
        else:
            found.append((None, part))
    return found


def _of_base(fine: Fine, base: float | None) -> Total | None:
    if base is None or fine.per:
        return None
    sum_ = bounds(fine).scaled(base)
    times = "–".join(dict.fromkeys(f"{t:g}" for t in (fine.min_times, fine.max_times) if t is not None))
    return Total(sum_.low, sum_.high, f"{fine.base} {yuan(base)} × {times} 倍 = {interval_words(sum_)}")


def verdict(fine: Fine, total_: Total | None, facts: Facts) -> Verdict | None:
    """A proposed fine against the interval for the case; None when nothing is proposed or the interval is unknown."""
    if fine.kind == "none":
        return None
    if fine.kind == "multiple" and facts.proposed_times is not None:
        return _held_against(bounds(fine), facts.proposed_times, "倍")
    proposed = facts.proposed_yuan
    if proposed is None:
        return None
    if facts.proposed_each and fine.per == "person" and not fine.by:
        return _held_against(bounds(fine), proposed, "元/人")
    if total_ is not None:
        return _held_against(Interval(total_.min_yuan, total_.max_yuan), proposed, "元")
    counted = fine.kind == "multiple" or fine.per == "person" or fine.by
    return None if counted else _held_against(bounds(fine), proposed, "元")


def _held_against(interval: Interval, proposed: float, unit: Unit) -> Verdict:
    difference = abs(interval.distance(proposed))
    return Verdict(interval.relation(proposed), proposed, difference, unit, capped=interval.low is None)
