"""What is kept of questions: values, and the port to wherever they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

import msgspec

from assistant.conversation.turn import Turn

UNANSWERED = ("not_in_corpus", "out_of_scope", "clarify")
"""Statuses that leave a person without what he asked for."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One question, personal numbers masked."""

    at: datetime
    question: str
    answer_id: str
    status: str
    intent: str
    session: str | None = None
    answer: str | None = None
    """The Answer as JSON; kept in a conversation alone."""


class Feedback(msgspec.Struct, frozen=True, kw_only=True):
    """What a person thought of an answer."""

    at: datetime
    question: str
    answer_id: str
    helpful: bool
    reason: str = ""


class KeptTurn(msgspec.Struct, frozen=True, kw_only=True):
    """The latest turn of a conversation, as it is written."""

    session: str
    turn: Turn | None
    """None ends it: the next question starts anew."""
    at: datetime
    owner: str | None = None
    """The account it belongs to; None for somebody who is not signed in."""


class Held(msgspec.Struct, frozen=True):
    """Whose a conversation is."""

    owner: str | None
    """None: whoever knows its id."""


class ConversationInfo(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation in a list."""

    session: str
    begun_at: datetime
    changed_at: datetime
    questions: int
    first: str
    """Its first question."""


class AskedStore(Protocol):
    """Keeps questions and conversations."""

    def last(self, session: str) -> Turn | None:
        """The latest turn of a conversation; None when there is none."""
        ...

    def put(self, asked: Sequence[Asked], turns: Sequence[KeptTurn]) -> None:
        """Keep questions and the latest turns of conversations, all or nothing.

        What would go into a conversation that has become another account's is left out.
        """
        ...

    def held(self, session: str) -> Held | None:
        """Whose a conversation is; None where there is none."""
        ...

    def conversations(
        self, owner: str, *, after: str | None = None, limit: int | None = None
    ) -> tuple[ConversationInfo, ...]:
        """The conversations of an account, the latest first, those behind the one with session `after`."""
        ...

    def talk(self, session: str) -> tuple[Asked, ...]:
        """All questions of a conversation with their answers, first to last."""
        ...

    def delete(self, session: str) -> bool:
        """Remove a conversation with everything asked in it; False where there is none."""
        ...

    def delete_all(self, owner: str) -> int:
        """Remove all conversations of an account; how many."""
        ...

    def expire(self, before: datetime) -> int:
        """Remove conversations not continued since, and other questions and feedback from before; how many rows."""
        ...

    def unanswered(self, since: datetime | None = None) -> tuple[Asked, ...]:
        """Questions that were left unanswered, in the order they were asked."""
        ...

    def put_feedback(self, given: Feedback) -> None:
        """Keep what a person thought of an answer."""
        ...

    def unhelpful(self, since: datetime | None = None) -> tuple[Feedback, ...]:
        """Answers that people found unhelpful, in order."""
        ...
