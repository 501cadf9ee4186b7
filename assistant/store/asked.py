"""Conversations and unanswered questions in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, and_, delete, func, insert, or_, select, update

from assistant.conversation.asked import UNANSWERED, Asked, ConversationInfo, Feedback, Held, KeptTurn
from assistant.conversation.turn import Turn
from assistant.store.database import Database
from assistant.store.schema import asked as asked_table
from assistant.store.schema import conversations, feedback
from assistant.store.text import storable


class AskedQuestions:
    """Implements `assistant.conversation.asked.AskedStore`, and what their owners and the staff may do with them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def last(self, session: str) -> Turn | None:
        """The latest turn of a conversation; None for a new or ended one."""
        if not storable(session):
            return None
        with self._database.read() as connection:
            kept = connection.execute(
                select(conversations.c.turn).where(conversations.c.session == session)
            ).scalar_one_or_none()
        return msgspec.json.decode(kept, type=Turn) if kept else None

    def put(self, asked: Sequence[Asked], turns: Sequence[KeptTurn]) -> None:
        """Keep questions and latest turns, all or nothing; nothing goes into another account's conversation."""
        latest = {t.session: t for t in turns if storable(t.session)}
        rows = [msgspec.structs.asdict(a) for a in asked if storable(a.question) and storable(a.session)]

        def work(connection: Connection) -> None:
            foreign = {t.session for t in latest.values() if not _put_turn(connection, t)}
            own = [row for row in rows if row["session"] not in foreign]
            if own:
                connection.execute(insert(asked_table), own)

        self._database.write(work)

    def talk(self, session: str) -> tuple[Asked, ...]:
        """All questions of a conversation with their answers, first to last."""
        return self._asked(select(asked_table).where(asked_table.c.session == session).order_by(asked_table.c.id))

    def conversations(
        self, owner: str, *, after: str | None = None, limit: int | None = None
    ) -> tuple[ConversationInfo, ...]:
        """The conversations of an account, the latest first, those behind `after`; an unknown one gives the first page."""
        if not storable(after):
            return ()
        query = (
            select(
                conversations.c.session,
                conversations.c.begun_at,
                conversations.c.changed_at,
                func.count(asked_table.c.id).label("questions"),
                func.min(asked_table.c.id).label("first"),
            )
            .outerjoin(asked_table, asked_table.c.session == conversations.c.session)
            .where(conversations.c.owner == owner)
            .group_by(conversations.c.session, conversations.c.begun_at, conversations.c.changed_at)
            .order_by(conversations.c.changed_at.desc(), conversations.c.session)
            .limit(limit)
        )
        with self._database.read() as connection:
            if after is not None:
                mine = select(conversations).where(conversations.c.session == after, conversations.c.owner == owner)
                last = connection.execute(mine).first()
                query = query.where(_behind(last)) if last else query
            rows = connection.execute(query).all()
            firsts = {r.id: r.question for r in connection.execute(_questions([r.first for r in rows if r.first]))}
        return tuple(
            ConversationInfo(
                session=r.session,
                begun_at=r.begun_at,
                changed_at=r.changed_at,
                questions=r.questions,
                first=firsts.get(r.first, ""),
            )
            for r in rows
        )

    def held(self, session: str) -> Held | None:
        """Whose a conversation is; None where there is none."""
        if not storable(session):
            return None
        with self._database.read() as connection:
            query = select(conversations.c.owner).where(conversations.c.session == session)
            row = connection.execute(query).first()
        return Held(row.owner) if row else None

    def delete(self, session: str) -> bool:
        """Remove a conversation with everything asked in it; False where there is none."""

        def work(connection: Connection) -> int:
            gone = connection.execute(delete(asked_table).where(asked_table.c.session == session)).rowcount
            return gone + connection.execute(delete(conversations).where(conversations.c.session == session)).rowcount

        return storable(session) and self._database.write(work) > 0

    def delete_all(self, owner: str) -> int:
        """Remove all conversations of an account with everything asked in them; how many."""

        def work(connection: Connection) -> int:
            mine = select(conversations.c.session).where(conversations.c.owner == owner)
            connection.execute(delete(asked_table).where(asked_table.c.session.in_(mine)))
            return connection.execute(delete(conversations).where(conversations.c.owner == owner)).rowcount

        return self._database.write(work)

    def expire(self, before: datetime) -> int:
        """Remove conversations not continued since, and other questions and feedback from before; how many rows."""

        def work(connection: Connection) -> int:
            old = select(conversations.c.session).where(conversations.c.changed_at < before)
            alone = asked_table.c.session.is_(None) & (asked_table.c.at < before)
            queries = (
                delete(asked_table).where(or_(asked_table.c.session.in_(old), alone)),
                delete(conversations).where(conversations.c.changed_at < before),
                delete(feedback).where(feedback.c.at < before),
            )
            return sum(connection.execute(q).rowcount for q in queries)

        return self._database.write(work)

    def unanswered(self, since: datetime | None = None) -> tuple[Asked, ...]:
        """Questions that were left unanswered, in the order they were asked."""
        query = select(asked_table).where(asked_table.c.status.in_(UNANSWERED)).order_by(asked_table.c.id)
        return self._asked(query.where(asked_table.c.at >= since) if since else query)

    def latest(self, most: int) -> tuple[str, ...]:
        """The questions asked last, each once, the latest first."""
        query = select(asked_table.c.question, func.max(asked_table.c.id).label("last"))
        query = query.group_by(asked_table.c.question).order_by(func.max(asked_table.c.id).desc()).limit(most)
        with self._database.read() as connection:
            return tuple(row.question for row in connection.execute(query))

    def put_feedback(self, given: Feedback) -> None:
        """Keep what a person thought of an answer."""
        self._database.write(lambda c: c.execute(insert(feedback), msgspec.structs.asdict(given)))

    def unhelpful(self, since: datetime | None = None) -> tuple[Feedback, ...]:
        """Answers that people found unhelpful, in order."""
        query = select(feedback).where(feedback.c.helpful.is_(False)).order_by(feedback.c.id)
        query = query.where(feedback.c.at >= since) if since else query
        with self._database.read() as connection:
            rows = connection.execute(query).all()
        return tuple(
            Feedback(at=r.at, question=r.question, answer_id=r.answer_id, helpful=r.helpful, reason=r.reason)
            for r in rows
        )

    def _asked(self, query: Select[Any]) -> tuple[Asked, ...]:
        with self._database.read() as connection:
            rows = connection.execute(query).all()
        return tuple(
            Asked(
                at=r.at,
                question=r.question,
                answer_id=r.answer_id,
                status=r.status,
                intent=r.intent,
                session=r.session,
                answer=r.answer,
            )
            for r in rows
        )


def _questions(ids: list[int]) -> Select[Any, Any]:
    return select(asked_table.c.id, asked_table.c.question).where(asked_table.c.id.in_(ids))


def _behind(last: Row[Any]) -> ColumnElement[bool]:
    changed, session = conversations.c.changed_at, conversations.c.session
    return or_(changed < last.changed_at, and_(changed == last.changed_at, session > last.session))


def _put_turn(connection: Connection, kept: KeptTurn) -> bool:
    """False where the conversation is another account's: nothing was written."""
    found = connection.execute(select(conversations.c.owner).where(conversations.c.session == kept.session)).first()
    if found is not None and found.owner not in (None, kept.owner):
        return False
    values = {
        "owner": kept.owner,
        "turn": msgspec.json.encode(kept.turn).decode() if kept.turn else None,
        "changed_at": kept.at,
    }
    if found is None:
        connection.execute(insert(conversations), values | {"session": kept.session, "begun_at": kept.at})
    else:
        connection.execute(update(conversations).where(conversations.c.session == kept.session).values(values))
    return True
