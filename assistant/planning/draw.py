"""A random draw that anybody can replay: the order is that of SHA-256(seed, name), nothing else.

The key of a unit is SHA-256 over the UTF-8 bytes of the seed, one line feed, and the unit's name; units are taken in
ascending order of their keys. So the same seed and the same units give the same draw in every language and on every
machine, and the order of the list plays no part. By hand: `printf '%s\\n%s' SEED 单位名称 | sha256sum`.

Where a rule demands a least number of some stratum, that many of the stratum are taken first, in the order of their
keys; the rest of the draw is filled from all units left, in the order of their keys.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.planning.units import Unit

ALGORITHM = "renshe-draw-1"
"""Names the rules above; other rules would get another name."""


@dataclass(frozen=True, slots=True)
class Quota:
    """The least number to draw of the units whose stratum is one of these."""

    what: str
    """As the document names them."""
    strata: tuple[str, ...]
    least: int
    working: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A unit drawn, with the key that decided."""

    unit: Unit
    key: str
    quota: str
    """What it was first taken for; empty where it came from all units."""


def key_of(seed: str, name: str) -> str:
    """The key of a unit, as 64 hexadecimal digits."""
    return hashlib.sha256(f"{seed}\n{name}".encode()).hexdigest()


def draw(units: Sequence[Unit], size: int, seed: str, quotas: Sequence[Quota] = ()) -> tuple[Drawn, ...]:
    """The units drawn, in ascending order of their keys; all of them where there are no more than `size`.

    A quota beyond its stratum takes the whole stratum; quotas together may exceed `size`, and then they hold.
    """
    ranked = sorted(((key_of(seed, u.name), u) for u in units), key=lambda x: (x[0], x[1].name))
    taken: dict[str, Drawn] = {}
    for quota in quotas:
        own = [(k, u) for k, u in ranked if u.stratum in quota.strata]
        have = sum(u.name in taken for _, u in own)
        for k, u in own:
            if have >= quota.least:
                break
            if u.name not in taken:
                taken[u.name] = Drawn(u, k, quota.what)
                have += 1
    for k, u in ranked:
        if len(taken) >= size:
            break
        if u.name not in taken:
            taken[u.name] = Drawn(u, k, "")
    return tuple(sorted(taken.values(), key=lambda d: (d.key, d.unit.name)))
