"""Which inspection a conversation is about, what it is being asked for, and the message answered last."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

import msgspec

from assistant.guided.commands import Begin


class Thread(msgspec.Struct, frozen=True, kw_only=True):
    """What a conversation stands at."""

    inspection: str = ""
    """Id; empty where none was begun or taken up in it."""
    pending: Begin | None = None
    """An inspection that is to begin and lacks something."""
    key: str | None = None
    """Of the message answered last, where its sender gave it one."""
    answer: str | None = None
    """The Answer to it as JSON: a message sent again gets the same."""


class Threads(Protocol):
    """Keeps the threads of accounts, for every process that hears them."""

    def get(self, account: str, session: str) -> Thread:
        """The thread of an account in a conversation; an empty one where there is none. Raises StoreError."""
        ...

    def keep(self, account: str, session: str, thread: Thread, *, at: datetime) -> None:
        """Remember it; durable when this returns. Raises StoreError."""
        ...
