"""Which inspection a conversation is about, and what it is being asked for. Only a convenience: inspections are in the store."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from assistant.guided.commands import Begin

_MOST = 10_000
"""Conversations remembered, the least recently used forgotten first."""


@dataclass(frozen=True, slots=True)
class Thread:
    """What a conversation stands at."""

    inspection: str = ""
    """Id; empty where none was begun or taken up in it."""
    pending: Begin | None = None
    """An inspection that is to begin and lacks something."""


class Threads:
    """The threads of one process; may be shared by its threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], Thread] = OrderedDict()
        self._lock = Lock()

    def get(self, account: str, session: str) -> Thread:
        """The thread of an account in a conversation."""
        with self._lock:
            return self._kept.get((account, session), Thread())

    def keep(self, account: str, session: str, thread: Thread) -> None:
        """Remember it."""
        with self._lock:
            self._kept.pop((account, session), None)
            self._kept[account, session] = thread
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
