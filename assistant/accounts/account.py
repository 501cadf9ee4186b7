"""An account, and what may be said of it to others."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, get_args

import msgspec

Role = Literal["citizen", "staff", "inspector", "admin"]
"""citizen 群众 (not signed in), staff 工作人员, inspector 执法检查人员, admin 管理员."""
ROLES: tuple[Role, ...] = get_args(Role)
ROLE_NAMES: dict[Role, str] = {"citizen": "群众", "staff": "工作人员", "inspector": "检查人员", "admin": "管理员"}


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """A local account; its password's hash never leaves the store together with it."""

    id: str
    name: str
    """What one signs in with."""
    display: str
    """The person's name, as papers show it."""
    role: Role
    created_at: datetime
    disabled_at: datetime | None = None

    @property
    def active(self) -> bool:
        """May sign in."""
        return self.disabled_at is None


class ApiToken(msgspec.Struct, frozen=True, kw_only=True):
    """A token for programs; the token itself is shown once, when it is made."""

    id: str
    account: str
    label: str
    created_at: datetime
    expires_at: datetime | None = None
    revoked_at: datetime | None = None


class SignedIn(msgspec.Struct, frozen=True, kw_only=True):
    """A session that has just begun."""

    account: Account
    token: str
    """For the cookie; only its hash is stored."""
    expires_at: datetime


class Access(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the access log. No personal content."""

    at: datetime
    account: str | None
    """Account id; None for somebody who is not signed in."""
    action: str
    """An action of `assistant.accounts.policy`, or `account.sign-in`."""
    subject: str
    """Id of the inspection or account, or SHA-256 of the file."""
    result: Literal["允许", "拒绝"]
