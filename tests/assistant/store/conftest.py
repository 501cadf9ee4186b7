"""Each test of the store runs on SQLite and on PostgreSQL, in a database of its own."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from assistant.inspection.events import Begun
from assistant.inspection.words import ChecklistItem, InspectedRegime, Inspector, Unit
from assistant.store.store import Store, open_store
from evals.scratch import KINDS, Kind, Scratch, part_of, scratch, unavailable

NOON = datetime(2031, 5, 6, 4, 0, tzinfo=UTC)
Clock = Callable[[], datetime]

_why_not = functools.cache(unavailable)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Kind:
    why = _why_not(request.param)
    if why:
        pytest.skip(why)
    return request.param


@pytest.fixture(scope="session")
def server() -> Iterator[Scratch]:
    """A PostgreSQL database that the tests share, each in a schema of its own."""
    with scratch("postgresql") as whole:
        yield whole


@pytest.fixture
def place(kind: Kind, request: pytest.FixtureRequest) -> Iterator[Scratch]:
    with scratch(kind) if kind == "sqlite" else part_of(request.getfixturevalue("server")) as found:
        yield found


@pytest.fixture
def store(place: Scratch) -> Iterator[Store]:
    opened = open_store(place.home, place.url)
    yield opened
    opened.close()


@pytest.fixture
def now() -> Clock:
    """A clock that ticks a second each time it is read."""
    ticks = itertools.count()
    return lambda: NOON + timedelta(seconds=next(ticks))


@pytest.fixture
def begun() -> Begun:
    return begun_of("大河船坞")


def begun_of(unit: str, day: date = date(2031, 5, 6), kind: str = "日常", account: str = "zhang") -> Begun:
    items = tuple(ChecklistItem(id=i, text=f"看{i}") for i in "甲乙丙")
    regime = InspectedRegime(document="渡口 职责", title="船坞监管", fingerprint="f" * 64, items=items)
    inspector = Inspector(name="张三", account=account)
    return Begun(regime=regime, unit=Unit(name=unit, register="u1"), inspectors=(inspector,), day=day, kind=kind)


@pytest.fixture
def begun_for() -> Callable[..., Begun]:
    return begun_of
