"""What somebody said, normalised for matching, with the way back to their own letters."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.normalise import MAX_CHARACTERS, simplified
from corpus.tidy import Tidy, tidy


@dataclass(frozen=True, slots=True)
class Said:
    """Words as they were typed, and tidy."""

    raw: str
    view: Tidy
    text: str
    """Simplified, half-width, without white space; character for character the tidy view."""

    def original(self, start: int, end: int) -> str:
        """What was typed for `text[start:end]`: names and notes stay as people write them."""
        span = self.view.source(start, end)
        return self.raw[span.start : span.end].strip()


def hear(raw: str) -> Said:
    """The words of a message; at most MAX_CHARACTERS of it are read."""
    kept = raw[:MAX_CHARACTERS].encode("utf-8", "replace").decode("utf-8")
    view = tidy(kept)
    return Said(kept, view, simplified(view.text))
