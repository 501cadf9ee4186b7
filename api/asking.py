"""A question over HTTP: who asks, what drives an inspection first, and whose conversation it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from starlette.requests import HTTPConnection

from api.inspections.desk import Desk
from api.inspections.who import who_asks
from api.ports import Assistant
from assistant.accounts.account import Account
from assistant.answer import Answer
from assistant.guided.guide import Guide
from assistant.journaled import JournaledAssistant


@dataclass(frozen=True, slots=True)
class Asking:
    """One a served app."""

    assistant: Assistant
    desk: Desk | None = None
    """None where there are no accounts: everybody is anonymous."""
    guide: Guide | None = None
    """Carries inspections on by what signed-in people say."""

    def answer(
        self,
        connection: HTTPConnection,
        question: str,
        session: str | None,
        as_of: date | None,
        bureau: str | None = None,
        key: str | None = None,
    ) -> Answer:
        """One answer; `key` names the message, so that sent again it enters nothing twice.

        Raises SearchIndexError, StoreError and, for a bureau that there is not, BureauError.
        """
        who = who_asks(self.desk, connection) if self.desk else None
        guided = self._guided(who, question, session, key) if who else None
        if guided is not None:
            return guided
        if isinstance(self.assistant, JournaledAssistant):
            owner = who.id if who else None
            return self.assistant.ask(question, session=session, as_of=as_of, owner=owner, bureau=bureau)
        return self.assistant.ask(question, session=session, as_of=as_of, bureau=bureau)

    def _guided(self, who: Account, question: str, session: str | None, key: str | None) -> Answer | None:
        if self.desk is None or self.guide is None:
            return None
        journal = self.assistant.journal if isinstance(self.assistant, JournaledAssistant) else None
        if session is not None and journal is not None and not journal.claim(session, who.id):
            session = None  # somebody else's conversation: nothing of this one goes into it
        return self.guide.answer(question, who, now=self.desk.now(), session=session, key=key)
