"""The number lock refuses what no quote, question or working carries, and lets every true answer through."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from assistant.answer import Answer, Figure, SectionRef, Step
from assistant.assistant import Assistant
from assistant.verify import LockError, verify

Ask = Callable[[Assistant, str], Answer]

FINE = "涂改人力资源服务许可证会被罚多少"
ROUTE = "工伤做劳动能力鉴定找谁"
PLAN = "劳务派遣单位有40家，专项督查至少要抽查几家"
STEPS = "社会保险基金监管的程序分几步"


def add(answer: Answer, words: str) -> Answer:
    return answer.model_copy(update={"text": f"{answer.text}\n{words}"})


@pytest.mark.parametrize(
    ("question", "words", "why"),
    [
        (ROUTE, "请在 30 日内申请。", "a number that no quote has"),
        (ROUTE, "请拨打 0319-1234567。", "a telephone number"),
        (ROUTE, "请在三十日内申请。", "a Chinese figure with a unit"),
        (ROUTE, "最多可领 12.5万元。", "an amount in 万"),
        (ROUTE, "截止 2026年3月1日。", "a date"),
        (ROUTE, "请找职称股。", "a section that is not cited"),
        (ROUTE, "依据《工伤保险条例》。", "a law that no quote names"),
        (ROUTE, "详见[99]。", "a marker without a citation"),
        (FINE, "最高可罚 50,000 元。", "an amount beside the true ones"),
        (FINE, "最高可罚五万元。", "the same in Chinese figures"),
        (FINE, "另见第三十八条。", "an article that is not cited"),
        (FINE, "另依《劳动合同法实施条例》处罚。", "a law beside the true one"),
        (PLAN, "建议抽查 17 家。", "a sum that no working shows"),
    ],
)
def test_words_without_a_source_are_refused(
    question: str, words: str, why: str, assistant: Assistant, proved: Ask
) -> None:
    with pytest.raises(LockError):
        verify(add(proved(assistant, question), words), assistant.corpus)


@pytest.mark.parametrize(
    ("question", "words", "why"),
    [
        (ROUTE, "请先电话联系。", "no figure at all"),
        (ROUTE, "也办一次性补助。", "一次性 is a word, not a count"),
        (FINE, "即 5000 元到 10000 元之间。", "the quote's Chinese figures, written in Arabic ones"),
        (FINE, "按第二十五条办理。", "the cited article"),
        ("介绍了7个人，违法介绍的罚多少", "您说的是 7 个人。", "a number of the question"),
        (PLAN, "也就是 12 家或 20 家。", "sums whose working is shown"),
    ],
)
def test_words_with_a_source_pass(question: str, words: str, why: str, assistant: Assistant, proved: Ask) -> None:
    answer = add(proved(assistant, question), words)
    assert verify(answer, assistant.corpus) is answer


@pytest.mark.parametrize("question", [FINE, ROUTE, PLAN, STEPS])
def test_a_quote_altered_by_one_character_is_refused(question: str, assistant: Assistant, proved: Ask) -> None:
    answer = proved(assistant, question)
    for i, citation in enumerate(answer.citations):
        for change in ({"quote": citation.quote[:-1] + "某"}, {"start": citation.start + 1}, {"quote": ""}):
            altered = list(answer.citations)
            altered[i] = citation.model_copy(update=change)
            with pytest.raises(LockError, match="verbatim"):
                verify(answer.model_copy(update={"citations": altered}), assistant.corpus)


def test_a_quote_from_a_document_that_is_not_held_is_refused(assistant: Assistant, proved: Ask) -> None:
    answer = proved(assistant, ROUTE)
    altered = [c.model_copy(update={"document": "another"}) for c in answer.citations]
    with pytest.raises(LockError):
        verify(answer.model_copy(update={"citations": altered}), assistant.corpus)


def test_an_answer_without_its_citations_is_refused(assistant: Assistant, proved: Ask) -> None:
    for question in (FINE, ROUTE, PLAN, STEPS):
        with pytest.raises(LockError):
            verify(proved(assistant, question).model_copy(update={"citations": []}), assistant.corpus)


def test_a_section_field_without_a_quote_is_refused(assistant: Assistant, proved: Ask) -> None:
    answer = proved(assistant, ROUTE)
    more = [*answer.sections, SectionRef(name="职称股", role="主办", citation=1)]
    with pytest.raises(LockError):
        verify(answer.model_copy(update={"sections": more}), assistant.corpus)


def test_a_step_with_an_invented_deadline_is_refused(assistant: Assistant, proved: Ask) -> None:
    answer = proved(assistant, STEPS)
    more = [*answer.steps, Step(n=len(answer.steps) + 1, text="在 45 日内结案", citation=1)]
    with pytest.raises(LockError):
        verify(answer.model_copy(update={"steps": more}), assistant.corpus)


def test_an_invented_law_of_a_penalty_is_refused(assistant: Assistant, proved: Ask) -> None:
    answer = proved(assistant, FINE)
    changed = [p.model_copy(update={"law": "某某市船员条例"}) for p in answer.penalties]
    with pytest.raises(LockError):
        verify(answer.model_copy(update={"penalties": changed}), assistant.corpus)


def test_an_invented_amount_of_a_penalty_is_refused(assistant: Assistant, proved: Ask) -> None:
    answer = proved(assistant, FINE)
    changed = [p.model_copy(update={"fine": p.fine.model_copy(update={"max_yuan": 77_777})}) for p in answer.penalties]
    with pytest.raises(LockError):
        verify(answer.model_copy(update={"penalties": changed}), assistant.corpus)


def test_an_invented_article_of_a_penalty_is_refused(assistant: Assistant, proved: Ask) -> None:
    answer = proved(assistant, FINE)
    changed = [p.model_copy(update={"article": "第九十九条"}) for p in answer.penalties]
    with pytest.raises(LockError):
        verify(answer.model_copy(update={"penalties": changed}), assistant.corpus)


def test_an_invented_figure_without_working_is_refused(assistant: Assistant, proved: Ask) -> None:
    answer = proved(assistant, PLAN)
    more = [*answer.figures, Figure(label="抽查面", value=77, unit="%", relation=">=", citation=1)]
    with pytest.raises(LockError):
        verify(answer.model_copy(update={"figures": more}), assistant.corpus)


def test_a_field_that_points_at_no_citation_is_refused(assistant: Assistant, proved: Ask) -> None:
    answer = proved(assistant, FINE)
    changed = [p.model_copy(update={"citation": 99}) for p in answer.penalties]
    with pytest.raises(LockError):
        verify(answer.model_copy(update={"penalties": changed}), assistant.corpus)


def test_an_answer_that_fails_the_lock_is_not_sent(
    assistant: Assistant, proved: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pipeline fails closed: the honest answer goes out, without citation and without a figure."""

    def refuse(answer: Answer, _: object) -> Answer:
        raise LockError("made to fail")

    monkeypatch.setattr("assistant.assistant.verify", refuse)
    answer = assistant.ask(FINE)
    assert (answer.status, answer.citations, answer.penalties) == ("not_in_corpus", [], [])
    assert not re.search(r"\d", answer.text)
