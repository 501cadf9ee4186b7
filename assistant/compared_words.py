"""What changes in an answer, in words a person can decide by: `罚款上限 30000 元 → 60000 元`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

from assistant.answer import Figure, PenaltyAnswer

_BOUNDS = (
    ("罚款下限", "min_yuan", "元"),
    ("罚款上限", "max_yuan", "元"),
    ("罚款下限", "min_times", "倍"),
    ("罚款上限", "max_times", "倍"),
)
_MOST = 3
"""Changes named one by one; a longer list says how many there are."""
T = TypeVar("T", PenaltyAnswer, Figure)


def penalty_changes(old: Sequence[PenaltyAnswer], new: Sequence[PenaltyAnswer]) -> list[str]:
    """Bounds that differ, consequences that are there on one side only; `处罚` where it is something else."""
    found: list[str] = []
    for before, after in _pairs(old, new, lambda p: (p.violation, p.when)):
        if before is None or after is None:
            found.append(_alone("处罚", before, after, lambda p: p.violation))
        else:
            found += _bounds(before, after)
    return _short(found) or ["处罚"]


def figure_changes(old: Sequence[Figure], new: Sequence[Figure]) -> list[str]:
    """Values that differ, figures that are there on one side only; `数值` where it is something else."""
    found: list[str] = []
    for before, after in _pairs(old, new, lambda f: f.label):
        if before is None or after is None:
            found.append(_alone("数值", before, after, lambda f: f.label))
        elif (before.value, before.unit) != (after.value, after.unit):
            found.append(f"{before.label} {_valued(before)} → {_valued(after)}")
    return _short(found) or ["数值"]


def _pairs(old: Sequence[T], new: Sequence[T], key: Callable[[T], object]) -> Iterator[tuple[T | None, T | None]]:
    """Those of one name side by side, in their order."""
    for name in dict.fromkeys(map(key, [*old, *new])):
        yield from zip_longest([x for x in old if key(x) == name], [x for x in new if key(x) == name])


def _alone(kind: str, before: T | None, after: T | None, name: Callable[[T], str]) -> str:
    if after is not None:
        return f"{kind}新增“{name(after)}”"
    return f"{kind}去掉“{name(before)}”" if before is not None else ""


def _bounds(before: PenaltyAnswer, after: PenaltyAnswer) -> Iterator[str]:
    for label, name, unit in _BOUNDS:
        a, b = getattr(before.fine, name), getattr(after.fine, name)
        if a != b:
            yield f"{label} {_amount(a, unit)} → {_amount(b, unit)}"


def _amount(value: float | None, unit: str) -> str:
    return "没有写" if value is None else f"{value:.15g} {unit}"


def _valued(figure: Figure) -> str:
    return _amount(figure.value, figure.unit)


def _short(found: Sequence[str]) -> list[str]:
    once = list(dict.fromkeys(found))
    return once if len(once) <= _MOST else [*once[:_MOST], f"等 {len(once)} 处"]
