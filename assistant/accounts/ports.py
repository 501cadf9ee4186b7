"""What accounts need kept. `assistant.store` keeps it; tests may keep it in memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from assistant.accounts.account import Access, Account, ApiToken, Role
from assistant.accounts.lockout import Lockout


class AccountRows(Protocol):
    """Accounts and the hashes of their passwords."""

    def add(self, account: Account, password: str) -> None:
        """Raises AccountError where the name is taken."""
        ...

    def get(self, id: str) -> Account | None:
        """By id."""
        ...

    def find(self, name: str) -> tuple[Account, str] | None:
        """By name, with the hash of the password."""
        ...

    def all(self) -> tuple[Account, ...]:
        """By name."""
        ...

    def set_password(self, id: str, password: str) -> None:
        """Replace the hash."""
        ...

    def set_role(self, id: str, role: Role) -> None:
        """Raises AccountError where no admin would be left."""
        ...

    def set_disabled(self, id: str, at: datetime | None) -> None:
        """Raises AccountError where no admin would be left."""
        ...


class TokenRows(Protocol):
    """Sessions and API tokens, by the hashes of the tokens."""

    def begin_session(self, token: str, account: str, *, at: datetime, expires: datetime) -> None:
        """A new session."""
        ...

    def session_account(self, token: str, now: datetime) -> Account | None:
        """The account of a session that is neither expired nor revoked."""
        ...

    def end_session(self, token: str, at: datetime) -> None:
        """Revoke one session."""
        ...

    def end_all(self, account: str, at: datetime) -> None:
        """Revoke all sessions and API tokens of an account."""
        ...

    def add_api_token(self, made: ApiToken, token: str) -> None:
        """A new API token."""
        ...

    def api_account(self, token: str, now: datetime) -> Account | None:
        """The account of an API token that is neither expired nor revoked."""
        ...

    def api_tokens(self, account: str) -> tuple[ApiToken, ...]:
        """All of an account, oldest first."""
        ...

    def revoke_api_token(self, id: str, account: str, at: datetime) -> bool:
        """False where the account has no such token in force."""
        ...


class AttemptRows(Protocol):
    """Attempts to sign in that have not succeeded."""

    def begin(self, name: str, address: str | None, now: datetime, rule: Lockout) -> Sequence[int]:
        """Count an attempt as failed until it succeeds; its numbers. Raises LockedError, then nothing is counted.

        One transaction: attempts made at once see each other.
        """
        ...

    def succeeded(self, name: str, numbers: Sequence[int]) -> None:
        """Forget this attempt and all of this name."""
        ...


class AccessLogRows(Protocol):
    """The access log."""

    def add(self, access: Access) -> None:
        """Append a line."""
        ...
