"""Signing in and out, and knowing who asks: by a session's cookie or by an API token."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.accounts.account import Access, Account, ApiToken, SignedIn
from assistant.accounts.errors import AccountError, LockedError, SignInError
from assistant.accounts.lockout import Lockout
from assistant.accounts.names import checked_display, name_hash, name_key
from assistant.accounts.passwords import Passwords
from assistant.accounts.ports import AccessLogRows, AccountRows, AttemptRows, TokenRows
from assistant.accounts.tokens import API_PREFIX, token_hash


@dataclass(frozen=True, slots=True)
class SignIn:
    """All ways in. `secret` gives a new random token each time, `now` is the caller's."""

    accounts: AccountRows
    tokens: TokenRows
    attempts: AttemptRows
    access: AccessLogRows
    passwords: Passwords
    lockout: Lockout
    session: timedelta
    """How long a session lasts."""
    secret: Callable[[], str]

    def sign_in(self, name: str, password: str, *, address: str | None, now: datetime) -> SignedIn:
        """Begin a session. Raises SignInError (LockedError while too many attempts have failed).

        Name unknown, account disabled, password wrong: same words, same time.
        """
        subject = name_hash(name)
        try:
            numbers = self.attempts.begin(subject, address, now, self.lockout)
        except LockedError:
            self._log(subject, now, None)
            raise
        found = self.accounts.find(name_key(name)[:200])
        fits = self.passwords.fits(found[1] if found else None, password)
        if found is None or not fits or not found[0].active:
            self._log(found[0].id if found else subject, now, None)
            raise SignInError("账号名称或密码不对；请核对后再试，忘记密码请联系管理员。")
        account, stored = found
        self.attempts.succeeded(subject, numbers)
        if self.passwords.outdated(stored):
            self.accounts.set_password(account.id, self.passwords.hash(password))
        token, expires = self.secret(), now + self.session
        self.tokens.begin_session(token_hash(token), account.id, at=now, expires=expires)
        self._log(account.id, now, account.id)
        return SignedIn(account=account, token=token, expires_at=expires)

    def sign_out(self, token: str, *, now: datetime) -> None:
        """End the session; nothing happens where it has ended."""
        self.tokens.end_session(token_hash(token), now)

    def who(self, session_token: str, *, now: datetime) -> Account | None:
        """Whose session this is; None where it is nobody's, has expired, was revoked, or the account is disabled."""
        return _active(self.tokens.session_account(token_hash(session_token), now))

    def who_by_api_token(self, token: str, *, now: datetime) -> Account | None:
        """Whose API token this is; None as for `who`."""
        return _active(self.tokens.api_account(token_hash(token), now)) if token.startswith(API_PREFIX) else None

    def make_api_token(
        self, account: Account, id: str, label: str, *, now: datetime, expires: datetime | None = None
    ) -> tuple[ApiToken, str]:
        """A new token for programs, and its text: shown now and never again. Raises AccountError for a bad label."""
        made = ApiToken(id=id, account=account.id, label=checked_display(label), created_at=now, expires_at=expires)
        token = API_PREFIX + self.secret()
        self.tokens.add_api_token(made, token_hash(token))
        return made, token

    def revoke_api_token(self, account: Account, id: str, *, now: datetime) -> None:
        """Raises AccountError where the account has no such token in force."""
        if not self.tokens.revoke_api_token(id, account.id, now):
            raise AccountError("这个账号没有这个令牌，或令牌已经停用；请核对令牌编号。")

    def _log(self, subject: str, now: datetime, account: str | None) -> None:
        result = "允许" if account else "拒绝"
        self.access.add(Access(at=now, account=account, action="account.sign-in", subject=subject, result=result))


def _active(account: Account | None) -> Account | None:
    return account if account is not None and account.active else None
