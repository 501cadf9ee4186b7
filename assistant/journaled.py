"""An assistant whose questions are noted: what is served to many people, so that staff see what stays unanswered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from assistant.answer import Answer, Citation
from assistant.assistant import Assistant
from assistant.conversation.journal import Journal
from corpus.records import Corpus

if TYPE_CHECKING:
    from assistant.claims.report import Report


@dataclass(frozen=True)
class JournaledAssistant:
    """Answers as the assistant does, and notes each answer in the journal."""

    assistant: Assistant
    journal: Journal

    @property
    def corpus(self) -> Corpus:
        """The documents answered from."""
        return self.assistant.corpus

    def ask(
        self, question: str, *, id: str | None = None, session: str | None = None, as_of: date | None = None
    ) -> Answer:
        """As `Assistant.ask`."""
        return self._noted(self.assistant.ask(question, id=id, session=session, as_of=as_of))

    def converse(self, questions: Sequence[str], *, id: str | None = None, as_of: date | None = None) -> Answer:
        """As `Assistant.converse`."""
        return self._noted(self.assistant.converse(questions, id=id, as_of=as_of))

    def search(self, query: str, limit: int) -> list[Citation]:
        """As `Assistant.search`."""
        return self.assistant.search(query, limit)

    def check_text(self, text: str) -> Report:
        """As `Assistant.check_text`."""
        return self.assistant.check_text(text)

    def _noted(self, answer: Answer) -> Answer:
        self.journal.note(answer)
        return answer
