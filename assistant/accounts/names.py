"""Names of accounts: what may be one, and which two are the same."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from assistant.accounts.errors import AccountError

_NAME = re.compile(r"[\w.@-]{2,32}")


def name_key(name: str) -> str:
    """Equal for names that a person takes for the same: case and width do not count."""
    return unicodedata.normalize("NFKC", name).casefold().strip()


def name_hash(name: str) -> str:
    """Stands for a name that somebody typed: it may be a password typed into the wrong field, so it is not kept."""
    return hashlib.sha256(name_key(name).encode(errors="replace")).hexdigest()


def checked_name(name: str) -> str:
    """The name as it is kept. Raises AccountError for one that cannot be a name."""
    tidy = unicodedata.normalize("NFKC", name).strip()
    if not _NAME.fullmatch(tidy):
        raise AccountError("账号名称要有 2 至 32 个字，只用汉字、字母、数字和 . _ - @；请换一个名称。")
    return tidy


def checked_display(display: str) -> str:
    """A person's name or a token's label as it is kept. Raises AccountError."""
    tidy = " ".join(display.split())
    if not 0 < len(tidy) <= 64 or not tidy.isprintable():
        raise AccountError("姓名或名目要有 1 至 64 个字，不能有控制字符；请改写。")
    return tidy
