"""A worded answer before it is checked and numbered for sending."""

from __future__ import annotations

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


def sentence(text: str) -> str:
    """The text without its closing punctuation, to be closed by what follows."""
    return text.rstrip("。；;，, \n")
