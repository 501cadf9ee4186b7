"""Errors of accounts: each message is for the user, in plain Chinese: what, why, what next."""

from __future__ import annotations

from datetime import datetime


class AccountError(Exception):
    """Something about an account cannot be done; `str(error)` is one Chinese sentence to show as it is."""


class DeniedError(AccountError):
    """Somebody may not do this."""


class HiddenError(DeniedError):
    """Somebody may not know whether the thing exists: the same where it does not."""


class SignInError(AccountError):
    """Name or password is wrong; the same whether the account exists, is disabled, or neither."""


class LockedError(SignInError):
    """Too many failures; nothing was tried."""

    def __init__(self, until: datetime, now: datetime) -> None:
        self.wait = until - now
        minutes = max(1, -int(-self.wait.total_seconds() // 60))
        super().__init__(f"登录失败的次数太多，暂时不能登录；请约 {minutes} 分钟后再试，或请管理员重设密码。")
        self.until = until
