"""Checks that a rule counts by events (每班次 2 次): owed from the numbers that the register states of each unit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.meters.values import MeteredUnit, Visit
from assistant.planning.period import Period

_CLASSES = re.compile("^班次?$")


@dataclass(frozen=True, slots=True)
class EventCount:
    """Owed and done visits of one check by events."""

    owed: int
    done: int
    working: str
    silent: int
    """Units of which the register does not state the number of events."""


def event_word(period: Period) -> str:
    """What is counted: 班次 for 每班次."""
    return re.sub("^(?:每个?|/)", "", period.word)


def count_of(unit: MeteredUnit, word: str) -> int | None:
    """The number of events that the register states of a unit: its column 班次, 班次数, 年班次数 …; None where it has none."""
    noun = "班次?" if _CLASSES.match(word) else re.escape(word)
    form = re.compile(rf"(?:.{{0,4}}(?:年|全年|计划|实际|开办?|举办|培训|本年))?{noun}(?:数量?|个数)?")
    return next((n for name, n in unit.counts if form.fullmatch(name)), None)


def by_events(
    period: Period, once: int, units: Sequence[MeteredUnit], visits: Sequence[Visit], term: str
) -> EventCount | None:
    """Visits owed to and made at the units whose events are known; None where none is known.

    More visits at one unit do not make up for another's.
    """
    word = event_word(period)
    known = [(unit, n) for unit in units if (n := count_of(unit, word)) is not None]
    if not known:
        return None
    made = Counter(unit for unit, _ in {(v.unit, v.day) for v in visits if v.finished})
    events = sum(n for _, n in known)
    done = sum(min(made[unit.id], n * once) for unit, n in known)
    working = (
        f"应：名录写明 {len(known)} 家共 {events} 个{word} × {period.word} {once} 次 = {events * once} 次；"
        f"已：{term}各家计到应查的次数为止，{done} 次（检查记录不记是哪个{word}）"
    )
    return EventCount(events * once, done, working, len(units) - len(known))
