"""What the routes of versions work on: the history, the drafts, and which version this process answers from."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.settings import Settings
from corpus.versions.drafts import Drafts
from corpus.versions.history import History


@dataclass(frozen=True, slots=True)
class Shelf:
    """One a served app."""

    history: History
    settings: Settings
    serving: int
    """Number of the version that this app answers from."""

    @property
    def drafts(self) -> Drafts:
        """Proposed versions."""
        return Drafts(self.history.place / "drafts")
