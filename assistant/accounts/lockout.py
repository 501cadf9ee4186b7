"""Lock-out after repeated failures, with back-off: pure arithmetic over the times of the failures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

_FIRST_WAIT = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Lockout:
    """After `failures` within `window`: a wait of one minute, doubled with each further failure, `window` at most."""

    failures: int = 5
    window: timedelta = timedelta(minutes=15)
    address_failures: int = 50
    """The same for one network address, behind which a whole office may sit."""

    def until(self, failed: Sequence[datetime], now: datetime, *, address: bool = False) -> datetime | None:
        """Until when nothing is tried; None when it may be tried now. `failed` need not be sorted."""
        recent = sorted(at for at in failed if at > now - self.window)
        over = len(recent) - (self.address_failures if address else self.failures)
        if over < 0:
            return None
        wait = min(_FIRST_WAIT * 2 ** min(over, 20), self.window)
        until = recent[-1] + wait
        return until if until > now else None
