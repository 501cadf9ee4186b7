"""Passwords: hashed with argon2id (RFC 9106), the only door to argon2-cffi; and the rules for choosing one."""

from __future__ import annotations

import functools
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from assistant.accounts.errors import AccountError

SHORTEST, LONGEST = 10, 200
"""Characters."""
_FEWEST_DIFFERENT = 5


class Passwords:
    """Makes and checks hashes. The default cost is the library's current recommendation: 64 MiB and some 50 ms each."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()

    def hash(self, password: str) -> str:
        """A salted hash that names its own parameters."""
        return self._hasher.hash(_tidy(password))

    def fits(self, stored: str | None, password: str) -> bool:
        """Whether the password fits; takes as long for an account that does not exist (None) as for one that does."""
        try:
            return self._hasher.verify(stored or self._decoy, _tidy(password)[:LONGEST]) and stored is not None
        except (VerificationError, InvalidHashError):
            return False

    def outdated(self, stored: str) -> bool:
        """Whether the hash was made with other than today's parameters."""
        return self._hasher.check_needs_rehash(stored)

    def prepare(self) -> None:
        """Make what the check of an unknown name needs, so that the first one takes no longer than the next."""
        assert self._decoy

    @functools.cached_property
    def _decoy(self) -> str:
        return self._hasher.hash("")


def check_password(password: str, name: str) -> None:
    """Raises AccountError with the rule that a new password breaks."""
    tidy = _tidy(password)
    if len(tidy) < SHORTEST:
        raise AccountError(f"密码太短：至少要 {SHORTEST} 个字符；用一句自己记得住的话最好。")
    if len(tidy) > LONGEST:
        raise AccountError(f"密码太长：最多 {LONGEST} 个字符；请改短。")
    if len(set(tidy)) < _FEWEST_DIFFERENT:
        raise AccountError(f"密码太简单：至少要有 {_FEWEST_DIFFERENT} 个不同的字符；请换一个。")
    if _tidy(name).casefold() in tidy.casefold():
        raise AccountError("密码里不能有账号名称；请换一个。")


def _tidy(password: str) -> str:
    """The same characters whatever keyboard they were typed on."""
    return unicodedata.normalize("NFKC", password).encode(errors="replace").decode()
