"""Whose conversations are: remembered by this process, read from the store where it knows nothing of one."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

from assistant.conversation.asked import Held

UNGUESSABLE = 16
"""Characters from which on an id counts as known only to those who were given it."""
_MOST = 10_000


class Owners:
    """May be shared by threads."""

    def __init__(self, stored: Callable[[str], Held | None]) -> None:
        """`stored` reads the store, and may raise what the store raises."""
        self._stored = stored
        self._held: OrderedDict[str, Held] = OrderedDict()
        self._lock = threading.Lock()

    def claim(self, session: str, owner: str | None, *, anew: bool) -> bool:
        """Whether `owner` (None: not signed in) may go on with a conversation; a new one becomes theirs.

        So does one begun before signing in, where its id shows that it was: one that can be guessed stays nobody's.
        """
        held = self.of(session, anew=anew)
        if held is not None and (held.owner is not None or owner is None or len(session) < UNGUESSABLE):
            return held.owner in (None, owner)
        with self._lock:  # somebody else may have been quicker
            found = self._held.get(session)
            if found is None or found.owner is None:
                self._keep(session, Held(owner))
                return True
            return found.owner == owner

    def of(self, session: str, *, anew: bool) -> Held | None:
        """Whose it is; None where there is no such conversation. `anew`: other processes may have changed it."""
        with self._lock:
            known = self._held.get(session)
        if known is not None and not anew:
            return known
        found = self._stored(session)
        with self._lock:
            if found is not None:
                self._keep(session, found)
            elif known is not None:
                self._held.pop(session, None)
        return found

    def known(self, session: str) -> str | None:
        """The account that claimed it last; None for nobody."""
        with self._lock:
            held = self._held.get(session)
        return held.owner if held else None

    def forget(self, session: str) -> None:
        """It is gone."""
        with self._lock:
            self._held.pop(session, None)

    def _keep(self, session: str, held: Held) -> None:
        self._held.pop(session, None)
        self._held[session] = held
        while len(self._held) > _MOST:
            self._held.popitem(last=False)
