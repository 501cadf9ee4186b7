"""Questions over HTTP from people who are signed in: what drives an inspection is carried out before all else."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import HTTPConnection

from api.inspections.desk import Desk
from api.inspections.who import COOKIE, CSRF
from api.ports import Assistant
from assistant.accounts.account import Account
from assistant.accounts.tokens import csrf_fits
from assistant.answer import Answer
from assistant.assistant import Assistant as OurAssistant
from assistant.bootstrap import build_guide
from assistant.guided.guide import Guide
from assistant.journaled import JournaledAssistant


@dataclass(frozen=True, slots=True)
class Talking:
    """Who asks, and what carries an inspection on."""

    desk: Desk
    guide: Guide

    def answer(self, connection: HTTPConnection, question: str, session: str | None) -> Answer | None:
        """None where the words drive no inspection. Raises StoreError."""
        who = who_asks(self.desk, connection)
        return self.guide.answer(question, who, now=self.desk.now(), session=session)


def who_asks(desk: Desk, connection: HTTPConnection) -> Account | None:
    """The account behind a token, or behind a session whose page sent the CSRF token; else nobody."""
    sign_in, now = desk.office.sign_in, desk.now()
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    if scheme:
        return sign_in.who_by_api_token(token.strip(), now=now) if scheme.lower() == "bearer" else None
    session = connection.cookies.get(COOKIE)
    if not session or not csrf_fits(session, connection.headers.get(CSRF, "")):
        return None
    return sign_in.who(session, now=now)


def talking(assistant: Assistant, desk: Desk) -> Talking | None:
    """None for an assistant that is not ours (a test's): it has no documents to inspect by."""
    inner = assistant.assistant if isinstance(assistant, JournaledAssistant) else assistant
    return Talking(desk, build_guide(inner, desk.office)) if isinstance(inner, OurAssistant) else None
