"""An office on each database, behind a real server, with people who hold tokens."""

from __future__ import annotations

import functools
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
import uvicorn
from argon2 import PasswordHasher
from fastapi import FastAPI

from api.app import create_app
from api.options import AppOptions
from assistant.accounts.account import Account, Role
from assistant.accounts.directory import Directory
from assistant.accounts.passwords import Passwords
from assistant.assistant import Assistant
from assistant.bootstrap import build_assistant, open_office
from assistant.conversation.conversation import Conversation
from assistant.conversation.journal import Journal
from assistant.journaled import JournaledAssistant
from assistant.office import Office
from assistant.settings import Settings
from evals.scratch import KINDS, Kind, Scratch, part_of, scratch, unavailable

SHIPPED = Path(__file__).parents[3] / "corpus" / "documents"
PASSWORD = "河边的第三座船坞今天开门"
Served = Callable[[Assistant], str]

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
def office(kind: Kind, request: pytest.FixtureRequest) -> Iterator[Office]:
    with scratch(kind) if kind == "sqlite" else part_of(request.getfixturevalue("server")) as place:
        opened = open_office(Settings(corpus=SHIPPED, home=place.home, database_url=place.url))
        quick = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        accounts = Directory(opened.store.accounts, opened.store.tokens, opened.store.attempts, quick)
        yield replace(opened, accounts=accounts, sign_in=replace(opened.sign_in, passwords=quick))
        opened.store.close()


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return build_assistant(Settings(corpus=SHIPPED, home=tmp_path_factory.mktemp("home")))


@pytest.fixture
def app_of(office: Office) -> Callable[[Assistant], object]:
    return lambda assistant: create_app(assistant, AppOptions(office=office))


@pytest.fixture
def serve(office: Office) -> Iterator[Served]:
    """Serves an assistant with the office on a free port of this machine."""
    running: list[contextmanager] = []

    def start(assistant: Assistant) -> str:
        one = _served(create_app(assistant, AppOptions(office=office)))
        running.append(one)
        return one.__enter__()

    yield start
    for one in running:
        one.__exit__(None, None, None)


@pytest.fixture
def address_with_journal(office: Office, shipped: Assistant) -> Iterator[str]:
    """The same with conversations that are kept."""
    journal = Journal(lambda: office.store.asked, lambda: datetime.now(UTC))
    kept = JournaledAssistant(replace(shipped, conversation=Conversation(journal)), journal)
    with _served(create_app(kept, AppOptions(office=office, journal=journal))) as address:
        yield address
    journal.close()


@contextmanager
def _served(app: FastAPI) -> Iterator[str]:
    config = uvicorn.Config(app, port=0, log_level="error")
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    while not running.started:
        assert thread.is_alive()
        time.sleep(0.01)
    yield f"http://127.0.0.1:{running.servers[0].sockets[0].getsockname()[1]}"
    running.should_exit = True
    thread.join(10)


@pytest.fixture
def address(serve: Served, shipped: Assistant) -> str:
    return serve(shipped)


def account(office: Office, name: str, role: Role = "inspector") -> Account:
    return office.accounts.add(uuid.uuid4().hex, name, role, PASSWORD, now=datetime.now(UTC), display=f"{name}某")


def token(office: Office, of: Account) -> str:
    return office.sign_in.make_api_token(of, uuid.uuid4().hex, "测试", now=datetime.now(UTC))[1]


@pytest.fixture
def password() -> str:
    return PASSWORD


@pytest.fixture
def make_account(office: Office) -> Callable[..., Account]:
    return functools.partial(account, office)


@pytest.fixture
def person(office: Office, address: str) -> Iterator[Callable[..., httpx.Client]]:
    """A client for somebody new with a name and a role."""
    opened: list[httpx.Client] = []

    def make(name: str, role: Role = "inspector", base: str = address) -> httpx.Client:
        found = office.store.accounts.find(name.casefold())
        of = found[0] if found else account(office, name, role)
        headers = {"Authorization": f"Bearer {token(office, of)}"}
        opened.append(httpx.Client(base_url=base, headers=headers, timeout=60))
        return opened[-1]

    yield make
    for one in opened:
        one.close()
