"""A log that anybody changed names the first entry that is not what was written."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from assistant.inspection import chain
from assistant.inspection.events import Found, Noted

replace = msgspec.structs.replace


@pytest.fixture
def links(begun, write) -> list[chain.Link]:
    log = write(("zhang", begun), *(("li", Found(item="甲", finding="符合", note=str(n))) for n in range(4)))
    return [
        chain.Link(
            inspection=r.inspection,
            seq=r.seq,
            at=r.at,
            author=r.author,
            key=r.key,
            event=chain.encode(r.event),
            prev=r.prev,
            hash=r.hash,
        )
        for r in log
    ]


def test_an_untouched_log_holds(links: list[chain.Link]) -> None:
    assert chain.first_break("i1", links, (5, links[-1].hash)) is None


def forged(links: list[chain.Link]) -> list[chain.Link]:
    """Entry 3 replaced together with its own hash."""
    old = links[2]
    new = chain.link(
        inspection="i1", seq=3, at=old.at, author="li", key=None, event=chain.encode(Noted(text="x")), prev=old.prev
    )
    return [*links[:2], new, *links[3:]]


DAMAGE: list[tuple[str, Callable[[list[chain.Link]], list[chain.Link]], int]] = [
    ("words changed", lambda ls: [*ls[:2], replace(ls[2], event=ls[2].event.replace("符合", "不符合")), *ls[3:]], 3),
    ("author changed", lambda ls: [*ls[:2], replace(ls[2], author="zhang"), *ls[3:]], 3),
    ("one removed", lambda ls: [*ls[:2], *ls[3:]], 3),
    ("two swapped", lambda ls: [ls[0], ls[2], ls[1], *ls[3:]], 2),
    ("forged with its hash", forged, 4),
    ("last removed", lambda ls: ls[:-1], 5),
    ("all removed", lambda ls: [], 1),
]


@pytest.mark.parametrize(("name", "damage", "first"), DAMAGE, ids=[d[0] for d in DAMAGE])
def test_damage_is_named_at_its_first_place(name: str, damage, first: int, links: list[chain.Link]) -> None:
    found = chain.first_break("i1", damage(links), (5, links[-1].hash))
    assert found is not None and found.seq == first and found.why
