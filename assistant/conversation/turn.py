"""One question of a conversation as far as the next one may build on it, and where turns are kept."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import msgspec


class Turn(msgspec.Struct, frozen=True):
    """What a question and its answer leave behind."""

    read_as: str
    """The question as it was understood, complete by itself."""
    subject: str
    """What it was about: `read_as` without the words that only show what kind of answer is wanted."""
    wish: str
    """Those words (`罚多少`, `在哪办`); empty when it only told something."""
    options: tuple[str, ...] = ()
    """Readings the answer offered, in its order."""
    section: str = ""
    """Name of the first section of the answer."""
    regime_words: str = ""
    """The words of `read_as` that name a supervision regime."""
    as_of: date | None = None
    intent: str = ""
    """What kind of answer it got."""
    regime: str = ""
    """Title of the supervision regime the answer was read from, whether or not the question named it."""
    consequences: str = ""
    """The consequences the answer named: what 许可证呢 after them speaks of."""
    of_bureaus: dict[str, Turn] = {}
    """Where several bureaus answer: each one's own latest turn, by its key; the rest is then empty."""


class Memory(Protocol):
    """Keeps the last turn of each conversation."""

    def last(self, session: str) -> Turn | None:
        """The latest turn; None for a new, ended or expired conversation."""
        ...

    def keep(self, session: str, turn: Turn | None) -> None:
        """Make a turn the latest; None ends the conversation, so that the next question starts anew."""
        ...


class RecentTurns:
    """The conversations of one process, the least recently used forgotten first."""

    def __init__(self, most: int = 10_000) -> None:
        self._most = most
        self._turns: OrderedDict[str, Turn] = OrderedDict()

    def last(self, session: str) -> Turn | None:
        """The latest turn of a conversation."""
        return self._turns.get(session)

    def keep(self, session: str, turn: Turn | None) -> None:
        """Remember, or forget, the latest turn."""
        self._turns.pop(session, None)
        if turn is not None:
            self._turns[session] = turn
            while len(self._turns) > self._most:
                self._turns.popitem(last=False)


@dataclass(frozen=True, slots=True)
class OfBureau:
    """One bureau's turns within the conversations of a memory that several bureaus share."""

    memory: Memory
    key: str

    def last(self, session: str) -> Turn | None:
        """The latest turn that this bureau answered."""
        whole = self.memory.last(session)
        return whole.of_bureaus.get(self.key) if whole is not None else None

    def keep(self, session: str, turn: Turn | None) -> None:
        """Remember, or forget, this bureau's latest turn; the others' stay."""
        whole = self.memory.last(session)
        turns = {k: t for k, t in (whole.of_bureaus if whole else {}).items() if k != self.key}
        turns |= {self.key: turn} if turn is not None else {}
        self.memory.keep(session, Turn(read_as="", subject="", wish="", of_bureaus=turns) if turns else None)
