"""An assistant whose questions are noted: what is served to many people, so that staff see what stays unanswered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from assistant.answer import Answer, Citation, Warning
from assistant.assistant import Assistant
from assistant.conversation.journal import Journal
from corpus.records import Corpus

if TYPE_CHECKING:
    from assistant.claims.report import Report


NOT_YOURS = "not-your-conversation"
_NOT_YOURS = Warning(
    code=NOT_YOURS,
    text="这个对话编号属于一个登录的账号，您没有用它登录，或登录已过期；这一问单独回答，没有存进那次对话。",
)


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
        self,
        question: str,
        *,
        id: str | None = None,
        session: str | None = None,
        as_of: date | None = None,
        owner: str | None = None,
        bureau: str | None = None,
    ) -> Answer:
        """As `Assistant.ask`, for an account (`owner`) or for somebody who is not signed in.

        In a conversation of somebody else the question is answered by itself, and the answer says so.
        """
        if session is None or self.journal.claim(session, owner):
            return self._noted(self.assistant.ask(question, id=id, session=session, as_of=as_of, bureau=bureau))
        alone = self._noted(self.assistant.ask(question, id=id, as_of=as_of, bureau=bureau))
        return alone.model_copy(update={"warnings": [*alone.warnings, _NOT_YOURS]})

    def converse(
        self, questions: Sequence[str], *, id: str | None = None, as_of: date | None = None, bureau: str | None = None
    ) -> Answer:
        """As `Assistant.converse`."""
        return self._noted(self.assistant.converse(questions, id=id, as_of=as_of, bureau=bureau))

    def search(self, query: str, limit: int) -> list[Citation]:
        """As `Assistant.search`."""
        return self.assistant.search(query, limit)

    def check_text(self, text: str) -> Report:
        """As `Assistant.check_text`."""
        return self.assistant.check_text(text)

    def _noted(self, answer: Answer) -> Answer:
        self.journal.note(answer)
        return answer
