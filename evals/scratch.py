"""Databases to measure and test on: a folder for SQLite, a database of its own on a PostgreSQL server where one runs."""

from __future__ import annotations

import os
import tempfile
import uuid
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

Kind = Literal["sqlite", "postgresql"]
KINDS: tuple[Kind, ...] = ("sqlite", "postgresql")
SERVER = os.environ.get("RENSHE_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
"""A server on which databases may be made and dropped."""


@dataclass(frozen=True, slots=True)
class Scratch:
    """Arguments of `open_store`."""

    home: Path
    url: str | None


@contextmanager
def scratch(kind: Kind) -> Generator[Scratch]:
    """An empty store's place, removed afterwards."""
    with tempfile.TemporaryDirectory() as home:
        if kind == "sqlite":
            yield Scratch(Path(home), None)
            return
        name = f"renshe_{uuid.uuid4().hex}"
        _run(f'CREATE DATABASE "{name}"')
        try:
            yield Scratch(Path(home), urlsplit(SERVER)._replace(path=f"/{name}").geturl())
        finally:
            _run(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def part_of(whole: Scratch) -> Generator[Scratch]:
    """An empty store's place inside a PostgreSQL database: a schema of its own, cheaper than a database of its own."""
    assert whole.url is not None, "SQLite has no schemas"
    name = f"part_{uuid.uuid4().hex}"
    _run(f"CREATE SCHEMA {name}", whole.url)
    with tempfile.TemporaryDirectory() as home:
        yield Scratch(Path(home), f"{whole.url}?options=-csearch_path%3D{name}")


def unavailable(kind: Kind) -> str:
    """Why this kind cannot be used here; empty when it can."""
    if kind == "sqlite":
        return ""
    import psycopg

    try:
        _run("SELECT 1")
    except psycopg.OperationalError as error:
        return f"no PostgreSQL server answers: {str(error).splitlines()[0]}"
    return ""


def _run(statement: str, url: str = SERVER) -> None:
    import psycopg

    with psycopg.connect(url, autocommit=True, connect_timeout=3) as connection:
        connection.execute(statement.encode())
