"""The register of units (监管对象名录): who is to be inspected under which regimes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, insert, select, update

from assistant.store.database import Database
from assistant.store.schema import units as table
from assistant.store.text import storable


class RegisteredUnit(msgspec.Struct, frozen=True, kw_only=True):
    """One unit of the register."""

    id: str
    """The register's own number (统一社会信用代码, 序号), or one made at import; at most 64 characters."""
    name: str
    regimes: tuple[str, ...] = ()
    """Regimes or kinds it falls under, as the register words them."""
    attributes: dict[str, str] = {}
    """Further columns of the register, by their headings."""


class Units:
    """Reads and replaces units by id; one that is removed stays stored, so that inspections still find it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, units: Iterable[RegisteredUnit], *, at: datetime) -> int:
        """Add or replace all of them, or none; how many. A removed one is taken back."""
        rows = [_values(unit, at) for unit in units]
        self._database.write(lambda connection: _put(connection, rows))
        return len(rows)

    def remove(self, id: str, *, at: datetime) -> bool:
        """Take a unit off the register; False where it is not on it."""
        query = update(table).where(table.c.id == id, table.c.removed_at.is_(None)).values(removed_at=at)
        return self._database.write(lambda c: c.execute(query).rowcount) > 0

    def get(self, id: str) -> RegisteredUnit | None:
        """One unit, on the register or removed."""
        if not storable(id):
            return None
        with self._database.read() as connection:
            row = connection.execute(select(table).where(table.c.id == id)).first()
        return _unit(row) if row else None

    def all(self, *, regime: str | None = None, name: str | None = None) -> tuple[RegisteredUnit, ...]:
        """Units on the register by name and id: those of one regime, those whose name contains a text."""
        if not storable(name):
            return ()
        query = select(table).where(table.c.removed_at.is_(None))
        if name is not None:
            query = query.where(table.c.name.contains(name, autoescape=True))
        with self._database.read() as connection:
            found = [_unit(row) for row in connection.execute(query)]
        # Two databases sort text two ways.
        found.sort(key=lambda unit: (unit.name, unit.id))
        return tuple(unit for unit in found if regime is None or regime in unit.regimes)


def _put(connection: Connection, rows: list[dict[str, Any]]) -> None:
    stored = set(connection.execute(select(table.c.id)).scalars())
    for row in rows:
        if row["id"] in stored:
            connection.execute(update(table).where(table.c.id == row["id"]), row)
        else:
            connection.execute(insert(table), row)
            stored.add(row["id"])


def _values(unit: RegisteredUnit, at: datetime) -> dict[str, Any]:
    return {
        "id": unit.id,
        "name": unit.name,
        "regimes": list(unit.regimes),
        "attributes": unit.attributes,
        "changed_at": at,
        "removed_at": None,
    }


def _unit(row: Row[Any]) -> RegisteredUnit:
    return RegisteredUnit(id=row.id, name=row.name, regimes=tuple(row.regimes), attributes=row.attributes)
