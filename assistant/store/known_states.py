"""States already folded, so that adding the thousandth event does not read the first 999 again."""

from __future__ import annotations

import threading
from collections import OrderedDict

from assistant.inspection.state import InspectionState

_KEPT = 128


class KnownStates:
    """The newest known state of the inspections last used. A log only grows, so an old state is never wrong, only short."""

    def __init__(self) -> None:
        self._states: OrderedDict[str, InspectionState] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, inspection: str) -> InspectionState | None:
        """None where nothing is known."""
        with self._lock:
            return self._states.get(inspection)

    def put(self, state: InspectionState) -> None:
        """Of committed events only."""
        with self._lock:
            known = self._states.pop(state.id, None)
            self._states[state.id] = state if known is None or known.seq <= state.seq else known
            if len(self._states) > _KEPT:
                self._states.popitem(last=False)
