"""The project's own conversations, turn by turn, and all single questions asked in one conversation."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.bootstrap import build_assistant
from assistant.settings import Settings
from evals.case import CaseError, read_cases
from evals.talks.hold import Said, hold, rate_of
from evals.talks.in_a_row import changed
from evals.talks.talk import Talk, Turn, read_talks

SHIPPED = Path(__file__).parents[2] / "corpus" / "documents"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return build_assistant(Settings(corpus=SHIPPED, home=tmp_path_factory.mktemp("home")))


def held(assistant: Assistant, *talks: Talk) -> tuple[Said, ...]:
    return hold(assistant, talks, {d.file: d.text for d in assistant.corpus.documents})


def test_there_are_120_conversations_of_three_to_six_turns() -> None:
    talks = read_talks()
    assert len(talks) == 120
    assert all(3 <= len(t.turns) <= 6 for t in talks)
    assert {t.audience for t in talks} == {"citizen", "staff", "inspector"}


def test_at_least_95_of_100_turns_are_right(assistant: Assistant) -> None:
    said = held(assistant, *read_talks())
    wrong = [f"{s.talk.id} {s.n} {s.turn.q}: {'; '.join(s.failures)}" for s in said if s.failures]
    assert rate_of(said, "all").share >= 0.95, "\n".join(wrong)


def test_a_question_that_stands_by_itself_is_no_follow_up(assistant: Assistant) -> None:
    cases = read_cases()
    different = changed(assistant, cases)
    assert len(different) <= len(cases) // 100, [(c.before.q, c.case.q, c.in_a_row.read_as) for c in different]


def test_each_check_of_a_turn_can_fail(assistant: Assistant) -> None:
    turns = (
        Turn.model_validate({"q": "工伤认定找谁", "section": "办公室", "intent": "penalty"}),
        Turn.model_validate({"q": "他们电话多少", "alone": True, "read_as": "办公室", "status": "answered"}),
    )
    first, second = held(assistant, Talk(id="wrong", audience="citizen", turns=turns))
    assert first.failures == ("section 工伤保险所", "intent route")
    assert second.failures == ("status not_in_corpus", "read_as", "not alone")


def test_a_damaged_file_says_where(tmp_path: Path) -> None:
    (tmp_path / "talks.yaml").write_text("- {id: a, audience: citizen, turns: [{q: 问, colour: red}]}\n", "utf-8")
    with pytest.raises(CaseError, match=r"talks\.yaml.*colour|colour"):
        read_talks(tmp_path)
    (tmp_path / "talks.yaml").write_text("- &t {id: a, audience: citizen, turns: [{q: 问}]}\n- *t\n", "utf-8")
    with pytest.raises(CaseError, match="same id"):
        read_talks(tmp_path)
