"""What one fine comes to: the facts it is counted by, then the sum with its working and the verdict on a proposed fine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.act.case import age_limit
from assistant.act.money import base_of, factors_of, total, verdict
from assistant.act.penalty_results import Total, Verdict
from assistant.question import Facts
from corpus.records import Fine, Penalty, Tier

Key = Literal["persons", "gains_yuan", "taken_yuan", "count"]
_ONE = re.compile(r"(?:一|1)个?(?P<unit>[^一1]{1,4})$")
"""The unit of 每超过…一小时."""


@dataclass(frozen=True, slots=True)
class Needed:
    """A fact that a fine is counted by."""

    key: Key
    label: str
    """In the document's own words where it has some: `违法所得`, `每证的数量`."""
    unit: str
    """人, 元, or the unit of a count."""


@dataclass(frozen=True, slots=True)
class Worked:
    """A fine for the facts given."""

    total: Total | None
    verdict: Verdict | None
    missing: tuple[Needed, ...]
    """Facts without which there is no sum."""


def needed(record: Penalty | Tier) -> tuple[Needed, ...]:
    """The facts that the fine is counted by, in the order of its words; none for a plain amount or no amount."""
    fine = record.fine
    if fine.kind == "none":
        return ()
    if fine.kind == "multiple":
        return () if fine.per else (_base(fine),)
    return tuple(_factor(record, unit) for _, unit in factors_of(fine, Facts()))


def work_out(record: Penalty | Tier, facts: Facts) -> Worked:
    """Sum and verdict. A plain interval needs no fact: then the verdict alone can be given."""
    sum_ = total(record.fine, facts)
    missing = () if sum_ else tuple(_missing(record, facts))
    return Worked(sum_, verdict(record.fine, sum_, facts), missing)


def unit_of(part: str) -> str:
    """What is counted in the words after 每: `超过工作时间一小时` → `小时`, `证` → `证`."""
    found = _ONE.search(part)
    return found["unit"] if found else part


def _base(fine: Fine) -> Needed:
    gains = base_of(fine, Facts(gains_yuan=1, taken_yuan=2)) == 1
    return Needed("gains_yuan" if gains else "taken_yuan", fine.base or "作为基数的金额", "元")


def _factor(record: Penalty | Tier, part: str) -> Needed:
    if part == "人":
        return Needed("persons", _persons(record), "人")
    return Needed("count", f"每{part}的数量", unit_of(part))


def _persons(record: Penalty | Tier) -> str:
    """Whose number counts: under an age limit only those below it."""
    limit = age_limit(record) if isinstance(record, Penalty) else None
    return f"不满 {limit:g} 周岁的人数" if limit is not None else "涉及的人数"


def _missing(record: Penalty | Tier, facts: Facts) -> Iterator[Needed]:
    fine = record.fine
    if fine.kind == "multiple":
        if base_of(fine, facts) is None:
            yield from needed(record)
        return
    for need, (n, _) in zip(needed(record), factors_of(fine, facts), strict=True) if fine.kind != "none" else ():
        if n is None:
            yield need
