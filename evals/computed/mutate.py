"""A copy of the document in which every figure is another plausible one, written in the same style. Deterministic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from random import Random

from corpus.records import Span
from evals.computed.places import Place, Slot
from evals.numerals import spoken

# What else might stand before a unit; the first unit that the words after the number begin with counts.
_LADDERS: Mapping[str, tuple[int, ...]] = {
    "元": tuple(n * ten for ten in (10, 100, 1000) for n in (15, 20, 25, 30, 40, 60, 70, 80, 90)),
    "万": (120, 150, 300, 500),
    "倍": (2, 3, 4, 6, 8, 10),
    "%": (12, 15, 25, 35, 40, 45, 55, 60, 65, 70),
    "％": (35, 40, 45, 55, 60, 65),
    "次": (1, 2, 3, 4, 5, 6),
    "名": (3, 4, 5, 6),
    "人": (3, 4, 5, 6),
    "家": (6, 8, 12, 15, 18, 60, 80, 120, 150),
    "个工作日": (3, 4, 6, 7, 8, 12, 15, 20),
    "个": (3, 4, 5, 6),
    "日": (5, 7, 12, 15, 20),
    "分": (50, 55, 65, 70, 75, 80, 85, 95),
    "周岁": (14, 15, 17, 18),
    "年": (1, 3, 4, 5),
    "月": (2, 4, 5, 6, 9),
    "条": (12, 18, 33, 41, 57, 68, 83),
}
_NEAR = 6
"""A new value is at most this many times the old one, and at least that part of it."""
_TRIES = 10_000


class MutationError(Exception):
    """No set of new values keeps the order of a place's figures; the message names the place."""


def changed(source: str, places: Iterable[Place], seed: int) -> str:
    """The text with every slot of every place given another value; figures of one place keep their order."""
    values: dict[Span, int] = {}
    written: dict[Span, str] = {}
    for place in places:
        # A string seeds the generator by its bytes: the same on every machine.
        for slot, value in _new_values(place, values, Random(f"{seed} {place.name}")):
            for span in slot.spans:
                values[span] = value
                written[span] = _written(value, slot)
    for span in sorted(written, reverse=True):
        source = source[: span.start] + written[span] + source[span.end :]
    return source


def renamed(text: str, names: Mapping[str, str]) -> str:
    """The text with every name replaced, also one that white space runs through."""
    for old, new in names.items():
        text = re.sub(r"\s*".join(map(re.escape, old)), lambda _, n=new: n, text)
    return text


def _new_values(place: Place, fixed: Mapping[Span, int], random: Random) -> list[tuple[Slot, int]]:
    slots = list(place.slots.values())
    for _ in range(_TRIES):
        drawn = [next((fixed[s] for s in slot.spans if s in fixed), None) or _draw(slot, random) for slot in slots]
        if _same_order(slots, drawn):
            return list(zip(slots, drawn, strict=True))
    raise MutationError(f"{place.name}: its figures cannot be changed in {_TRIES} draws without changing their order")


def _draw(slot: Slot, random: Random) -> int:
    ladder = _LADDERS[_unit(slot)]
    near = [v for v in ladder if v != slot.value and slot.value / _NEAR <= v <= slot.value * _NEAR]
    return random.choice(near)


def _same_order(slots: list[Slot], drawn: list[int]) -> bool:
    """Whether figures of one unit rise where they rose; equal ones may part."""
    pairs = [(a, b) for a in range(len(slots)) for b in range(len(slots)) if slots[a].value < slots[b].value]
    return all(drawn[a] < drawn[b] for a, b in pairs if _unit(slots[a]) == _unit(slots[b]))


def _unit(slot: Slot) -> str:
    for unit in _LADDERS:
        if slot.after.startswith(unit):
            return unit
    raise MutationError(f"no unit is known to stand before “{slot.after[:6]}”")


def _written(value: int, slot: Slot) -> str:
    """In digits where the old number was, else in Chinese numerals: 2 of something counted is 两."""
    if slot.written.isdigit():
        return str(value)
    ways = spoken(value)
    return ways[0] if _unit(slot) in ("元", "倍", "条") else ways[-1]
