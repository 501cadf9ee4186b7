"""What the ways in need from the assistant: the shape `assistant.bootstrap.build_assistant` returns, and tests can fake."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from assistant.answer import Answer, Citation
    from assistant.claims.report import Report
    from corpus.records import Corpus


class Assistant(Protocol):
    """Answers questions on one corpus."""

    @property
    def corpus(self) -> Corpus:
        """The compiled documents the answers are read from."""
        ...

    def ask(
        self,
        question: str,
        *,
        id: str | None = None,
        session: str | None = None,
        as_of: date | None = None,
        bureau: str | None = None,
    ) -> Answer:
        """One answer. `id` names the answer, `session` the conversation it belongs to, `as_of` the day it is given for,
        `bureau` the one of several bureaus that is asked.
        """
        ...

    def converse(
        self, questions: Sequence[str], *, id: str | None = None, as_of: date | None = None, bureau: str | None = None
    ) -> Answer:
        """The answer to the last of several questions of one conversation, read in the light of those before it."""
        ...

    def search(self, query: str, limit: int) -> list[Citation]:
        """The nearest passages of the documents, word for word. Raises SearchIndexError when there is no index."""
        ...

    def check_text(self, text: str) -> Report:
        """What the documents say of the claims in a text."""
        ...
