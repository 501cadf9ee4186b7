"""Making and changing accounts. Who may is decided before (`account.manage`); a command on the machine itself may."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assistant.accounts.account import ROLE_NAMES, Account, Role
from assistant.accounts.errors import AccountError
from assistant.accounts.names import checked_display, checked_name, name_hash, name_key
from assistant.accounts.passwords import Passwords, check_password
from assistant.accounts.ports import AccountRows, AttemptRows, TokenRows


@dataclass(frozen=True, slots=True)
class Directory:
    """All accounts."""

    accounts: AccountRows
    tokens: TokenRows
    attempts: AttemptRows
    passwords: Passwords

    def add(self, id: str, name: str, role: Role, password: str, *, now: datetime, display: str = "") -> Account:
        """A new account. Raises AccountError for a name that is taken or none, and for a weak password."""
        if role == "citizen":
            raise AccountError(f"“{ROLE_NAMES[role]}”不用登录，没有账号；请选 staff、inspector 或 admin。")
        kept = checked_name(name)
        check_password(password, kept)
        account = Account(
            id=id, name=kept, display=checked_display(display or kept), role=role, created_at=now, disabled_at=None
        )
        self.accounts.add(account, self.passwords.hash(password))
        return account

    def all(self) -> tuple[Account, ...]:
        """By name."""
        return self.accounts.all()

    def get(self, id: str) -> Account | None:
        """By id."""
        return self.accounts.get(id)

    def named(self, name: str) -> Account:
        """By name. Raises AccountError where there is none."""
        found = self.accounts.find(name_key(name))
        if found is None:
            raise AccountError(f"没有名为“{name[:50]}”的账号；请用 renshe account list 查看有哪些账号。")
        return found[0]

    def set_password(self, account: Account, password: str, *, now: datetime) -> None:
        """A new password: whoever is signed in with the old one is signed out, and a lock-out ends.

        Raises AccountError for a weak one.
        """
        check_password(password, account.name)
        self.accounts.set_password(account.id, self.passwords.hash(password))
        self.tokens.end_all(account.id, now)
        self.attempts.succeeded(name_hash(account.name), ())

    def set_role(self, account: Account, role: Role) -> None:
        """Effective at once. Raises AccountError where no admin would be left."""
        if role == "citizen":
            raise AccountError("账号不能改成群众；不再使用的账号请停用。")
        self.accounts.set_role(account.id, role)

    def disable(self, account: Account, *, now: datetime) -> None:
        """Signed out at once, everywhere. Raises AccountError where no admin would be left."""
        self.accounts.set_disabled(account.id, now)
        self.tokens.end_all(account.id, now)

    def enable(self, account: Account) -> None:
        """May sign in again."""
        self.accounts.set_disabled(account.id, None)
