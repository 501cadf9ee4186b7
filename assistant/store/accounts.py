"""Accounts in the database."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from assistant.accounts.account import Account, Role
from assistant.accounts.errors import AccountError
from assistant.accounts.names import name_key
from assistant.store.database import Database
from assistant.store.schema import accounts as table
from assistant.store.text import storable


class StoredAccounts:
    """Implements `assistant.accounts.ports.AccountRows`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, account: Account, password: str) -> None:
        """Raises AccountError where the name is taken."""
        row = {
            "id": account.id,
            "name": account.name,
            "name_key": name_key(account.name),
            "display": account.display,
            "role": account.role,
            "password": password,
            "created_at": account.created_at,
            "disabled_at": account.disabled_at,
        }

        def work(connection: Connection) -> None:
            taken = select(table.c.id).where(table.c.name_key == row["name_key"])
            if connection.execute(taken).first():
                raise AccountError(f"名称“{account.name}”已经有人用了；请换一个名称。")
            connection.execute(insert(table), row)

        self._database.write(work)

    def get(self, id: str) -> Account | None:
        """By id."""
        if not storable(id):
            return None
        with self._database.read() as connection:
            row = connection.execute(select(table).where(table.c.id == id)).first()
        return account_of(row) if row else None

    def find(self, name: str) -> tuple[Account, str] | None:
        """By name key, with the hash of the password."""
        if not storable(name):
            return None
        with self._database.read() as connection:
            row = connection.execute(select(table).where(table.c.name_key == name)).first()
        return (account_of(row), row.password) if row else None

    def all(self) -> tuple[Account, ...]:
        """By name."""
        with self._database.read() as connection:
            found = [account_of(row) for row in connection.execute(select(table))]
        return tuple(sorted(found, key=lambda account: account.name))

    def set_password(self, id: str, password: str) -> None:
        """Replace the hash."""
        self._change(id, password=password)

    def set_role(self, id: str, role: Role) -> None:
        """Raises AccountError where no admin would be left."""
        self._change(id, role=role)

    def set_disabled(self, id: str, at: datetime | None) -> None:
        """Raises AccountError where no admin would be left."""
        self._change(id, disabled_at=at)

    def _change(self, id: str, **values: Any) -> None:
        def work(connection: Connection) -> None:
            had = _admins(connection)
            connection.execute(update(table).where(table.c.id == id), values)
            if had and not _admins(connection):
                raise AccountError("这是最后一个能用的管理员账号，不能停用或改角色；请先另设一个管理员。")

        self._database.write(work)


def _admins(connection: Connection) -> list[str]:
    # Locked, so that two admins do not demote each other at once.
    query = select(table.c.id).where(table.c.role == "admin", table.c.disabled_at.is_(None)).with_for_update()
    return list(connection.execute(query.order_by(table.c.id)).scalars())


def account_of(row: Row[Any]) -> Account:
    """An account without its password."""
    return Account(
        id=row.id,
        name=row.name,
        display=row.display,
        role=row.role,
        created_at=row.created_at,
        disabled_at=row.disabled_at,
    )
