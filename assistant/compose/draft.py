"""A worded answer before it is checked and numbered for sending."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assistant.answer import Figure, Intent, PenaltyAnswer, SectionRef, Status, Step, Warning


@dataclass(frozen=True, slots=True)
class Draft:
    """The parts of an Answer that wording decides; citations are in the Ledger that was used to word it."""

    status: Status
    intent: Intent
    text: str
    sections: tuple[SectionRef, ...] = ()
    penalties: tuple[PenaltyAnswer, ...] = ()
    figures: tuple[Figure, ...] = ()
    steps: tuple[Step, ...] = ()
    options: tuple[str, ...] = ()
    warnings: tuple[Warning, ...] = field(default=())


def lines(*parts: str) -> str:
    """Non-empty parts, one to a line."""
    return "\n".join(p for p in parts if p)


def clip(text: str, limit: int = 90) -> str:
    """A text for display, cut at a limit with an ellipsis; the citation opens the whole."""
    return text if len(text) <= limit else text[: limit - 1].rstrip("，、；") + "…"


def clip_around(text: str, about: str, limit: int = 90) -> str:
    """Like `clip`, but a long enumeration is cut so that the part sharing most character pairs with `about` stays."""
    parts = list(re.finditer(r"[^，,；]+[，,；]?", text))
    wanted = _pairs(about)
    best = max(parts, key=lambda m: len(wanted & _pairs(m[0])), default=None)
    if len(text) <= limit or best is None or best.end() < limit or not wanted & _pairs(best[0]):
        return clip(text, limit)
    return "…" + clip(text[best.start() :], limit - 1)


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def sentence(text: str) -> str:
    """The text without its closing punctuation, to be closed by what follows."""
    return text.rstrip("。；;，, \n")
