"""An assistant that a signed-in person talks to: words that drive an inspection first, every other question as ever."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from assistant.accounts.account import Account
from assistant.answer import Answer
from assistant.guided.guide import Guide


class Answers(Protocol):
    """Answers ordinary questions."""

    def ask(
        self, question: str, *, id: str | None = None, session: str | None = None, as_of: date | None = None
    ) -> Answer:
        """One answer."""
        ...


@dataclass(frozen=True)
class SignedIn:
    """Answers as `ordinary` does, once the words drive no inspection."""

    ordinary: Answers
    guide: Guide
    who: Account | None
    now: Callable[[], datetime]

    def ask(
        self, question: str, *, id: str | None = None, session: str | None = None, as_of: date | None = None
    ) -> Answer:
        """One answer. Raises StoreError where an inspection cannot be kept."""
        guided = self.guide.answer(question, self.who, now=self.now(), session=session, id=id)
        return guided or self.ordinary.ask(question, id=id, session=session, as_of=as_of)
