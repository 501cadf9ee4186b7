"""Sessions and API tokens in the database, by the hashes of the tokens."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, delete, insert, or_, select, update

from assistant.accounts.account import Account, ApiToken
from assistant.store.accounts import account_of
from assistant.store.database import Database
from assistant.store.schema import accounts, api_tokens, sessions


class StoredTokens:
    """Implements `assistant.accounts.ports.TokenRows`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin_session(self, token: str, account: str, *, at: datetime, expires: datetime) -> None:
        """A new session; those that have expired are forgotten."""
        row = {"token": token, "account": account, "created_at": at, "expires_at": expires, "revoked_at": None}

        def work(connection: Connection) -> None:
            connection.execute(delete(sessions).where(sessions.c.expires_at <= at))
            connection.execute(insert(sessions), row)

        self._database.write(work)

    def session_account(self, token: str, now: datetime) -> Account | None:
        """The account of a session that is neither expired nor revoked."""
        return self._account(sessions, token, sessions.c.expires_at > now)

    def end_session(self, token: str, at: datetime) -> None:
        """Revoke one session."""
        query = update(sessions).where(sessions.c.token == token, sessions.c.revoked_at.is_(None))
        self._database.write(lambda c: c.execute(query.values(revoked_at=at)))

    def end_all(self, account: str, at: datetime) -> None:
        """Revoke all sessions and API tokens of an account."""

        def work(connection: Connection) -> None:
            for table in (sessions, api_tokens):
                mine = update(table).where(table.c.account == account, table.c.revoked_at.is_(None))
                connection.execute(mine.values(revoked_at=at))

        self._database.write(work)

    def add_api_token(self, made: ApiToken, token: str) -> None:
        """A new API token."""
        row = {name: getattr(made, name) for name in ApiToken.__struct_fields__} | {"token": token}
        self._database.write(lambda c: c.execute(insert(api_tokens), row))

    def api_account(self, token: str, now: datetime) -> Account | None:
        """The account of an API token that is neither expired nor revoked."""
        lasting = or_(api_tokens.c.expires_at.is_(None), api_tokens.c.expires_at > now)
        return self._account(api_tokens, token, lasting)

    def api_tokens(self, account: str) -> tuple[ApiToken, ...]:
        """All of an account, oldest first."""
        query = select(api_tokens).where(api_tokens.c.account == account)
        with self._database.read() as connection:
            rows = connection.execute(query.order_by(api_tokens.c.created_at, api_tokens.c.id)).all()
        return tuple(_api_token(row) for row in rows)

    def revoke_api_token(self, id: str, account: str, at: datetime) -> bool:
        """False where the account has no such token in force."""
        mine = (api_tokens.c.id == id, api_tokens.c.account == account, api_tokens.c.revoked_at.is_(None))
        query = update(api_tokens).where(*mine).values(revoked_at=at)
        return self._database.write(lambda c: c.execute(query).rowcount) > 0

    def _account(self, table: Table, token: str, lasting: ColumnElement[bool]) -> Account | None:
        query = select(accounts).join(table, table.c.account == accounts.c.id)
        query = query.where(table.c.token == token, table.c.revoked_at.is_(None), lasting)
        with self._database.read() as connection:
            row = connection.execute(query).first()
        return account_of(row) if row else None


def _api_token(row: Row[Any]) -> ApiToken:
    return ApiToken(**{name: getattr(row, name) for name in ApiToken.__struct_fields__})
