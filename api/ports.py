"""What the ways in need from the assistant: the shape `assistant.bootstrap.build_assistant` returns, and tests can fake."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date

    from assistant.answer import Answer
    from corpus.records import Corpus


class Assistant(Protocol):
    """Answers questions on one corpus."""

    @property
    def corpus(self) -> Corpus:
        """The compiled documents the answers are read from."""
        ...

    def ask(
        self, question: str, *, id: str | None = None, session: str | None = None, as_of: date | None = None
    ) -> Answer:
        """One answer. `id` names the answer, `session` the conversation it belongs to, `as_of` the day it is given for."""
        ...
