"""Signed-in inspectors who talk to an assistant over a store of its own, on SQLite and on PostgreSQL."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.accounts.account import Account, Role
from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.bootstrap import build_guide, open_office
from assistant.conversation.conversation import Conversation
from assistant.conversation.turn import RecentTurns
from assistant.guided.guide import Guide
from assistant.guided.signed_in import SignedIn
from assistant.inspection.state import InspectionState
from assistant.office import Office
from assistant.settings import Settings
from assistant.verify import verify
from evals.scratch import KINDS, Kind, Scratch, part_of, scratch, unavailable

NOON = datetime(2031, 5, 6, 4, 0, tzinfo=UTC)
NAMES: dict[str, tuple[str, Role]] = {
    "zhang": ("张三", "inspector"),
    "li": ("李四", "inspector"),
    "clerk": ("王五", "staff"),
}
_why_not = functools.cache(unavailable)


@dataclass(frozen=True)
class Desk:
    """A store with people, and what talks to them."""

    assistant: Assistant
    place: Scratch
    office: Office
    people: dict[str, Account]
    now: Callable[[], datetime]

    def talk(self, name: str | None = "zhang", session: str = "s") -> Callable[[str], Answer]:
        """A conversation on a device of its own; every answer passes the number lock."""
        own = replace(self.assistant, conversation=Conversation(RecentTurns()))
        who = self.people[name] if name else None
        signed_in = SignedIn(own, build_guide(own, self.office), who, self.now)

        def say(words: str) -> Answer:
            answer = signed_in.ask(words, session=session)
            assert verify(answer, own.corpus) is answer
            assert "记录已经保存。要看详情" not in answer.text, "the answer could not be proved"
            return answer

        return say

    def guide(self) -> Guide:
        """What hears words and records."""
        return build_guide(self.assistant, self.office)

    def state(self, answer: Answer, name: str = "zhang") -> InspectionState:
        """Where the inspection of an answer stands in the store."""
        assert answer.inspection is not None, answer.text
        return self.office.inspections.read(self.people[name], answer.inspection.id, now=self.now())

    def again(self) -> Desk:
        """The same after a restart: everything but the store is new."""
        return open_desk(self.assistant, self.place)


def open_desk(assistant: Assistant, place: Scratch) -> Desk:
    office = open_office(Settings(corpus=Path(), home=place.home, database_url=place.url))
    ticks = itertools.count()
    for name, (display, role) in NAMES.items():
        if office.store.accounts.get(name) is None:
            account = Account(id=name, name=name, display=display, role=role, created_at=NOON)
            office.store.accounts.add(account, "")
    people = {a.name: a for a in office.store.accounts.all()}
    return Desk(assistant, place, office, people, lambda: NOON + timedelta(seconds=next(ticks)))


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Kind:
    why = _why_not(request.param)
    if why:
        pytest.skip(why)
    return request.param


@pytest.fixture(scope="session")
def server() -> Iterator[Scratch]:
    with scratch("postgresql") as whole:
        yield whole


@pytest.fixture
def desk(assistant: Assistant, kind: Kind, request: pytest.FixtureRequest) -> Iterator[Desk]:
    with scratch(kind) if kind == "sqlite" else part_of(request.getfixturevalue("server")) as place:
        opened = open_desk(assistant, place)
        yield opened
        opened.office.store.close()


@pytest.fixture
def light_desk(assistant: Assistant) -> Iterator[Desk]:
    """On SQLite only: for what the database does not matter to."""
    with desk_over(assistant) as opened:
        yield opened


@contextmanager
def desk_over(assistant: Assistant) -> Iterator[Desk]:
    with scratch("sqlite") as place:
        opened = open_desk(assistant, place)
        yield opened
        opened.office.store.close()


@pytest.fixture(scope="session")
def over() -> Callable[..., object]:
    """A desk over another assistant."""
    return desk_over
