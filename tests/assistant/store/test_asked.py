"""Conversations and unanswered questions in the database, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from assistant.answer import Answer
from assistant.conversation.asked import Asked, Feedback
from assistant.conversation.journal import Journal
from assistant.conversation.turn import Turn
from assistant.store.errors import StoreError
from assistant.store.store import Store

Clock = Callable[[], datetime]
SESSION = "a-session-nobody-guesses"
TURN = Turn(read_as="评职称找谁", subject="评职称", wish="找谁", options=("甲",), section="职称股")


def answer(question: str, status: str = "answered", session: str | None = SESSION) -> Answer:
    return Answer.model_validate(
        {"question": question, "id": "1", "session": session, "status": status, "intent": "route", "text": question}
    )


@pytest.fixture
def journal(store: Store, now: Clock) -> Journal:
    return Journal(lambda: store.asked, now)


def test_a_turn_is_there_for_the_next_process(store: Store, journal: Journal, now: Clock) -> None:
    journal.keep(SESSION, TURN)
    journal.close()
    assert Journal(lambda: store.asked, now).last(SESSION) == TURN


def test_an_ended_conversation_stays_ended(store: Store, journal: Journal, now: Clock) -> None:
    journal.keep(SESSION, TURN)
    journal.flush()
    journal.keep(SESSION, None)
    assert journal.last(SESSION) is None
    journal.close()
    assert Journal(lambda: store.asked, now).last(SESSION) is None


def test_a_conversation_is_kept_whole_and_goes_whole(store: Store, journal: Journal) -> None:
    journal.keep(SESSION, TURN)
    journal.note(answer("我电话13812345678，评职称找谁"))
    journal.note(answer("他们电话多少", "not_in_corpus"))
    talk = journal.store().talk(SESSION)
    assert [t.question for t in talk] == ["我电话［手机号］，评职称找谁", "他们电话多少"]
    assert "13812345678" not in (talk[0].answer or "")
    assert Answer.model_validate_json(talk[1].answer or "").status == "not_in_corpus"
    assert journal.forget(SESSION)
    assert journal.last(SESSION) is None
    assert store.asked.talk(SESSION) == ()
    assert not journal.forget(SESSION)


def test_alone_only_what_was_left_unanswered_is_noted(journal: Journal) -> None:
    journal.note(answer("工伤找谁", "answered", None))
    journal.note(answer("失业金多少钱", "not_in_corpus", None))
    (kept,) = journal.store().unanswered()
    assert (kept.question, kept.answer, kept.session) == ("失业金多少钱", None, None)


def test_the_list_of_an_account(store: Store, now: Clock) -> None:
    store.asked.put([], [(SESSION, TURN, now())], owner="zhang")
    store.asked.put(
        [Asked(at=now(), question="一", answer_id="1", status="answered", intent="route", session=SESSION)], []
    )
    store.asked.put([], [("another-session-of-nobody", TURN, now())])
    (found,) = store.asked.conversations("zhang")
    assert (found.session, found.questions, found.first) == (SESSION, 1, "一")
    assert store.asked.owner(SESSION) == "zhang"


def test_what_is_old_expires(store: Store, now: Clock) -> None:
    old, new = now(), now() + timedelta(days=2)
    row = {"answer_id": "1", "status": "clarify", "intent": "route"}
    store.asked.put([Asked(at=old, question="旧", session=SESSION, **row)], [(SESSION, TURN, old)])
    store.asked.put([Asked(at=new, question="新", session="newer", **row)], [("newer", TURN, new)])
    store.asked.put([Asked(at=old, question="旧而独", **row)], [])
    store.asked.put_feedback(Feedback(at=old, question="问", answer_id="1", helpful=False))
    assert store.asked.expire(old + timedelta(days=1)) == 4
    assert [a.question for a in store.asked.unanswered()] == ["新"]
    assert store.asked.last(SESSION) is None


def test_feedback_is_kept_without_personal_numbers(journal: Journal) -> None:
    journal.feedback("1", "问", helpful=True, reason="")
    journal.feedback("2", "问", helpful=False, reason="打13812345678没人接")
    (kept,) = journal.store().unhelpful()
    assert kept.reason == "打［手机号］没人接"


def test_what_could_not_be_written_waits(store: Store, now: Clock) -> None:
    broken = True

    class Failing:
        def __getattr__(self, name: str) -> object:
            if broken:
                raise StoreError("不行")
            return getattr(store.asked, name)

    journal = Journal(lambda: Failing(), now)  # type: ignore[arg-type,return-value]
    journal.note(answer("问"))
    with pytest.raises(StoreError):
        journal.flush()
    broken = False
    assert [t.question for t in journal.store().talk(SESSION)] == ["问"]
