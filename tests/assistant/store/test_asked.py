"""Conversations and unanswered questions in the database, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from assistant.answer import Answer
from assistant.conversation.asked import Asked, Feedback, Held, KeptTurn
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
    (only,) = journal.store().unanswered()
    assert (only.question, only.answer, only.session) == ("失业金多少钱", None, None)


def asked(question: str, session: str | None = SESSION, at: datetime = datetime(2031, 5, 6, tzinfo=UTC)) -> Asked:
    return Asked(at=at, question=question, answer_id="1", status="clarify", intent="route", session=session)


def kept(session: str, at: datetime, owner: str | None = None) -> KeptTurn:
    return KeptTurn(session=session, turn=TURN, at=at, owner=owner)


def test_the_list_of_an_account_comes_in_pages(store: Store, now: Clock) -> None:
    names = [f"session-number-{n}-of-zhang" for n in range(5)]
    for name in names:
        store.asked.put([asked(f"问{name}", name)], [kept(name, now(), "zhang")])
    store.asked.put([], [kept("another-session-of-nobody", now()), kept("a-session-of-somebody", now(), "li")])
    seen: list[str] = []
    while page := store.asked.conversations("zhang", after=seen[-1] if seen else None, limit=2):
        seen += [x.session for x in page]
        assert [(x.questions, x.first) for x in page] == [(1, f"问{x.session}") for x in page]
    assert seen == names[::-1]
    assert store.asked.held(names[0]) == Held("zhang")
    assert store.asked.held("another-session-of-nobody") == Held(None)
    assert store.asked.held("no-such-session-at-all") is None


def test_all_of_an_account_goes_and_nothing_else(store: Store, journal: Journal, now: Clock) -> None:
    for session, owner in ((SESSION, "zhang"), ("the-second-session-of-zhang", "zhang"), ("a-session-of-li-si", "li")):
        assert journal.claim(session, owner)
        journal.keep(session, TURN)
        journal.note(answer("评职称找谁", session=session))
    assert journal.forget_all("zhang") == 2
    assert (store.asked.talk(SESSION), journal.last(SESSION), store.asked.conversations("zhang")) == ((), None, ())
    assert len(store.asked.talk("a-session-of-li-si")) == 1


def test_a_conversation_belongs_to_whoever_begins_it(store: Store, journal: Journal, now: Clock) -> None:
    assert journal.claim(SESSION, "zhang")
    journal.keep(SESSION, TURN)
    journal.flush()
    for one in (journal, Journal(lambda: store.asked, now)):
        assert one.claim(SESSION, "zhang")
        assert not one.claim(SESSION, "li")
        assert not one.claim(SESSION, None)


def test_one_begun_before_signing_in_follows_unless_its_id_can_be_guessed(store: Store, journal: Journal) -> None:
    for session in (SESSION, "1"):
        assert journal.claim(session, None)
        journal.keep(session, TURN)
        assert journal.claim(session, "zhang")
        journal.keep(session, TURN)
    assert journal.claim("1", "li")
    journal.flush()
    assert (store.asked.held(SESSION), store.asked.held("1")) == (Held("zhang"), Held(None))


def test_workers_see_each_others_claims(store: Store, now: Clock) -> None:
    one, two = Journal(lambda: store.asked, now), Journal(lambda: store.asked, now)
    for journal in (one, two):
        journal.share()
        assert journal.claim(SESSION, None)
    one.claim(SESSION, "zhang")
    one.keep(SESSION, TURN)
    assert not two.claim(SESSION, None)
    one.forget(SESSION)
    assert two.claim(SESSION, "li")


def test_nothing_is_written_into_a_conversation_that_became_another_accounts(store: Store, now: Clock) -> None:
    store.asked.put([asked("甲的")], [kept(SESSION, now(), "zhang")])
    store.asked.put([asked("乙的"), asked("别处的", None)], [kept(SESSION, now(), "li")])
    assert [a.question for a in store.asked.talk(SESSION)] == ["甲的"]
    assert [a.question for a in store.asked.unanswered()] == ["甲的", "别处的"]


def test_what_is_old_expires(store: Store, now: Clock) -> None:
    old, new = now(), now() + timedelta(days=2)
    store.asked.put([asked("旧", at=old)], [kept(SESSION, old)])
    store.asked.put([asked("新", "newer", new)], [kept("newer", new)])
    store.asked.put([asked("旧而独", None, old)], [])
    store.asked.put_feedback(Feedback(at=old, question="问", answer_id="1", helpful=False))
    assert store.asked.expire(old + timedelta(days=1)) == 4
    assert [a.question for a in store.asked.unanswered()] == ["新"]
    assert store.asked.last(SESSION) is None


def test_feedback_is_kept_without_personal_numbers(journal: Journal) -> None:
    journal.feedback("1", "问", helpful=True, reason="")
    journal.feedback("2", "问", helpful=False, reason="打13812345678没人接")
    (only,) = journal.store().unhelpful()
    assert only.reason == "打［手机号］没人接"


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
