"""Nobody changes the log: the database refuses, and a change made all the same is found."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from assistant.accounts.account import Access
from assistant.inspection.events import Found, Noted
from assistant.store.errors import DamagedError
from assistant.store.store import Store

FOUND = Found(item="甲", finding="符合")
CHANGES = [
    "UPDATE inspection_events SET author = 'li'",
    "DELETE FROM inspection_events",
    "DELETE FROM inspection_events WHERE seq = 3",
    "UPDATE access_log SET account = 'li'",
    "DELETE FROM access_log",
]
ONLY = {
    "sqlite": [
        "INSERT OR REPLACE INTO inspection_events SELECT inspection, seq, at, 'li', NULL, event, prev, hash FROM inspection_events",
        "INSERT OR REPLACE INTO access_log SELECT id, at, 'li', action, subject, result FROM access_log",
    ],
    "postgresql": ["TRUNCATE inspection_events", "TRUNCATE access_log"],
}


@pytest.fixture
def filled(store: Store, begun, now) -> Store:
    for event in (begun, FOUND, Noted(text="x")):
        store.events.append("i1", "zhang", event, at=now(), key=str(event)[:20])
    store.access.add(Access(at=now(), account="zhang", action="inspection.read", subject="i1", result="允许"))
    return store


def test_update_and_delete_are_refused(filled: Store, kind) -> None:
    for statement in (*CHANGES, *ONLY[kind]):
        with pytest.raises(DBAPIError, match="kept as they were written"), filled.database.transaction() as connection:
            connection.execute(text(statement))
    assert filled.check().sound and len(filled.access.read()) == 1


DAMAGE = [
    ("UPDATE inspection_events SET event = replace(event, '符合', '不符合') WHERE seq = 2", 2),
    ("DELETE FROM inspection_events WHERE seq = 2", 2),
    ("DELETE FROM inspection_events WHERE seq = 3", 3),
]


def _unguarded(store: Store, statement: str, kind: str) -> None:
    """As somebody with all rights would."""
    verb = statement.split()[0].lower()
    with store.database.transaction() as connection:
        if kind == "sqlite":
            connection.execute(text(f"DROP TRIGGER inspection_events_no_{verb}"))
        else:
            connection.execute(text("ALTER TABLE inspection_events DISABLE TRIGGER ALL"))
        connection.execute(text(statement))


@pytest.mark.parametrize(("statement", "seq"), DAMAGE)
def test_a_change_made_with_all_rights_is_found(statement: str, seq: int, filled: Store, begun, kind, now) -> None:
    filled.events.append("i2", "li", begun, at=now())
    _unguarded(filled, statement, kind)
    (found,) = filled.check().breaks
    assert (found.inspection, found.seq) == ("i1", seq)


def test_nothing_is_added_to_a_log_whose_end_was_cut_off(filled: Store, kind, now) -> None:
    _unguarded(filled, DAMAGE[2][0], kind)
    with pytest.raises(DamagedError, match="store check"):
        filled.events.append("i1", "zhang", FOUND, at=now())


def test_rows_that_no_longer_follow_from_the_events_are_found(filled: Store) -> None:
    with filled.database.transaction() as connection:
        connection.execute(text("UPDATE inspections SET status = '已结束'"))
    checked = filled.check()
    assert not checked.breaks and "不一致" in checked.damaged[0]
