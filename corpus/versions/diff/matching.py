"""Finds for each record of one side the record of the other that is the same one.

First those that are equal in everything, then those about the same thing, then the most alike in wording; never by
offsets. Candidates come from an index over pairs of characters, so the work grows with the records that changed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from heapq import nlargest

from corpus.versions.diff.item import Item

_ALIKE = 0.6
"""Least share of common character pairs (Dice) from which two wordings count as one record."""
_RIVALS = 8
Pairs = list[tuple[Item, Item]]


def match(old: Sequence[Item], new: Sequence[Item]) -> tuple[Pairs, list[Item], list[Item]]:
    """Pairs that differ in something, what only the old side has, and what only the new one has."""
    left, right = list(old), list(new)
    pairs: Pairs = []
    keys: tuple[Callable[[Item], object], ...] = (
        lambda i: (i.kind, i.document.file, i.context, i.name, i.parts),
        lambda i: (i.kind, i.context, i.name, i.parts),
        lambda i: (i.kind, i.name, i.parts),
        lambda i: (i.kind, i.document.file, i.context, i.name),
        lambda i: (i.kind, i.context, i.name),
        lambda i: (i.kind, i.name),
    )
    for key in keys:
        found, left, right = _by(key, left, right)
        pairs += found
    found, left, right = _by_wording(left, right)
    changed = [(a, b) for a, b in (*pairs, *found) if (a.name, a.parts) != (b.name, b.parts)]
    return changed, left, right


def _by(key: Callable[[Item], object], old: list[Item], new: list[Item]) -> tuple[Pairs, list[Item], list[Item]]:
    waiting: dict[object, list[Item]] = defaultdict(list)
    for item in reversed(new):
        waiting[key(item)].append(item)
    pairs: Pairs = []
    left: list[Item] = []
    for item in old:
        same = waiting[key(item)]
        if same:
            pairs.append((item, same.pop()))
        else:
            left.append(item)
    taken = {id(b) for _, b in pairs}
    return pairs, left, [item for item in new if id(item) not in taken]


def _by_wording(old: list[Item], new: list[Item]) -> tuple[Pairs, list[Item], list[Item]]:
    """Greedy, the most alike first."""
    grams = [_grams(item) for item in new]
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, found in enumerate(grams):
        for gram in found:
            holders[new[place].kind, gram].append(place)
    scored: list[tuple[float, int, int]] = []
    for n, item in enumerate(old):
        own = _grams(item)
        common: Counter[int] = Counter()
        # What nearly every record says tells nothing apart, and would make the work grow with the square.
        for gram in nlargest(40, own, key=lambda g: (-len(holders.get((item.kind, g), ())), g)):
            common.update(holders.get((item.kind, gram), ())[:200])
        for place, _ in common.most_common(_RIVALS):
            alike = _dice(own, grams[place])
            same_place = 0.05 if item.context == new[place].context else 0.0
            if alike >= _ALIKE:
                scored.append((alike + same_place, -n, -place))
    pairs: Pairs = []
    gone: set[int] = set()
    come: set[int] = set()
    for _, n, place in sorted(scored, reverse=True):
        if -n not in gone and -place not in come:
            gone.add(-n)
            come.add(-place)
            pairs.append((old[-n], new[-place]))
    return (
        pairs,
        [item for n, item in enumerate(old) if n not in gone],
        [item for n, item in enumerate(new) if n not in come],
    )


def _grams(item: Item) -> frozenset[str]:
    text = item.name or "".join(words for _, words in item.parts)
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) or frozenset({text})


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0
