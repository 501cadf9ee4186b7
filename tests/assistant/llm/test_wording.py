"""A language model words answers: what it says well goes out, what it makes up never does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.llm.agent import Agent
from assistant.llm.limits import Limits
from assistant.llm.wording import Wording
from evals.misbehaviour import LIMITS, outcomes
from evals.scripted_model import BEHAVIOURS, ScriptedModel, scripted_model

QUESTION = "介绍了5名未满16岁的人去打工，罚款一共多少"


@pytest.fixture(scope="module")
def model() -> Iterator[ScriptedModel]:
    with scripted_model() as running:
        yield running


def worded(assistant: Assistant, model: ScriptedModel, limits: Limits = LIMITS) -> Assistant:
    return replace(assistant, wording=Wording(Agent(model.base_url, "scripted", "none", limits), limits))


def ask(assistant: Assistant, model: ScriptedModel, how: str, question: str = QUESTION) -> Answer:
    model.behave(how)
    return worded(assistant, model).ask(question)


def test_good_words_go_out_with_their_citations(assistant: Assistant, model: ScriptedModel) -> None:
    answer = ask(assistant, model, "well")
    assert answer.worded_by == "model"
    assert answer.text.startswith("您好，查到了。")
    assert "[1]" in answer.text
    assert "〔" not in answer.text
    assert answer.penalties == assistant.ask(QUESTION).penalties


@pytest.mark.parametrize("how", BEHAVIOURS)
def test_nothing_invented_gets_through(assistant: Assistant, model: ScriptedModel, how: str) -> None:
    for outcome in outcomes(assistant, model, how, runs=5):
        assert not outcome.faults
        assert outcome.seconds < LIMITS.total_s + 1
        assert how in ("well", "mixes true and false", "cites unknown tokens") or not outcome.worded


def test_the_true_part_of_mixed_words_is_kept(assistant: Assistant, model: ScriptedModel) -> None:
    answer = ask(assistant, model, "mixes true and false")
    assert answer.worded_by == "model"
    assert "押金" not in answer.text


@pytest.mark.parametrize("how", ["invents an amount", "answers 500", "hangs", "malformed JSON"])
def test_the_programs_own_words_go_out_marked(assistant: Assistant, model: ScriptedModel, how: str) -> None:
    answer = ask(assistant, model, how)
    own = assistant.ask(QUESTION)
    assert answer.text == own.text
    assert [w.code for w in answer.warnings] == [*(w.code for w in own.warnings), "model-not-used"]


def test_a_failing_endpoint_is_left_alone_for_a_while(assistant: Assistant, model: ScriptedModel) -> None:
    model.behave("hangs")
    limits = replace(LIMITS, failures=2, rest_s=60)
    asking = worded(assistant, model, limits)
    first = [asking.ask(QUESTION) for _ in range(2)]
    model.behave("well")
    assert all(a.worded_by == "program" for a in (*first, asking.ask(QUESTION)))


def test_what_is_not_ours_is_not_put_to_a_model(assistant: Assistant, model: ScriptedModel) -> None:
    answer = ask(assistant, model, "well", "怎么办护照")
    assert (answer.worded_by, answer.warnings) == ("program", [])


def test_a_key_is_never_shown(model: ScriptedModel) -> None:
    assert "secret" not in repr(Agent(model.base_url, "m", "secret"))
