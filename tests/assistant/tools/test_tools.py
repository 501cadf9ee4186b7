"""The tools of the catalogue: each asks what it is for, with every fact it was given."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.claims.report import Report
from assistant.tools.catalogue import TOOLS, Passages
from assistant.tools.inputs import PenaltyInput
from assistant.tools.langchain import langchain_retriever, langchain_tools
from assistant.tools.words import words_of

BY_NAME = {t.name: t for t in TOOLS}


def call(assistant: Assistant, name: str, **fields: object) -> Answer:
    tool = BY_NAME[name]
    output = tool.call(assistant, tool.input.model_validate(fields))
    assert isinstance(output, tool.output)
    assert isinstance(output, Answer)
    return output


def test_find_section(assistant: Assistant) -> None:
    assert call(assistant, "find_section", matter="工伤认定").sections[0].name == "工伤保险所"


def test_penalty_range_computes_with_the_facts(assistant: Assistant) -> None:
    a = call(assistant, "penalty_range", violation="未经许可经营劳务派遣", gains_yuan=80000)
    assert any(p.fine_total and (p.fine_total.min_yuan, p.fine_total.max_yuan) == (80000, 400000) for p in a.penalties)
    a = call(assistant, "penalty_range", violation="超越批准的业务范围进行人力资源服务", proposed_yuan=8000)
    assert "超出上限" in a.text
    a = call(assistant, "penalty_range", violation="为不满十六周岁的未成年人介绍就业", persons=4)
    assert any(p.fine_total and p.fine_total.max_yuan == 20000 for p in a.penalties)


def test_supervision_rule(assistant: Assistant) -> None:
    a = call(assistant, "supervision_rule", regime="劳务派遣", check="专项督查")
    assert {2, 30} <= {f.value for f in a.figures}


def test_plan_checks(assistant: Assistant) -> None:
    a = call(assistant, "plan_checks", regime="劳务派遣", units=26, check="专项督查")
    assert (a.intent, {8} <= {f.value for f in a.figures}) == ("plan", True)


def test_deadline(assistant: Assistant) -> None:
    a = call(assistant, "deadline", event="稽核结束，未发现违规，书面告知", start=date(2026, 9, 28))
    assert "10月10日" in a.text


def test_checklist(assistant: Assistant) -> None:
    assert len(call(assistant, "checklist", regime="社会保险稽核").steps) > 5


def test_verify_text_finds_a_wrong_figure(assistant: Assistant) -> None:
    tool = BY_NAME["verify_text"]
    output = tool.call(
        assistant, tool.input.model_validate({"text": "提供虚假劳动力供求信息的，处三千元以上一万元以下罚款。"})
    )
    assert isinstance(output, Report)
    assert output.totals.contradicted == 1
    assert "与文件不符" in words_of(output)


def test_search_corpus_is_verbatim(assistant: Assistant) -> None:
    tool = BY_NAME["search_corpus"]
    output = tool.call(assistant, tool.input.model_validate({"query": "定点药店检查", "limit": 3}))
    assert isinstance(output, Passages)
    texts = {d.id: d.text for d in assistant.corpus.documents}
    assert len(output.passages) == 3
    assert all(texts[c.document][c.start : c.end] == c.quote for c in output.passages)


@pytest.mark.parametrize(
    "fields", [{}, {"violation": ""}, {"violation": "x", "persons": 0}, {"violation": "x", "y": 1}]
)
def test_input_is_checked(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        PenaltyInput.model_validate(fields)


def test_langchain_tools_give_words_and_the_whole_answer(assistant: Assistant) -> None:
    tools = {t.name: t for t in langchain_tools(assistant)}
    assert set(tools) == set(BY_NAME)
    message = tools["find_section"].invoke(
        {"type": "tool_call", "id": "1", "name": "find_section", "args": {"matter": "工伤认定"}}
    )
    assert isinstance(message.artifact, Answer)
    assert message.content.startswith(message.artifact.text)


def test_langchain_retriever_finds_verbatim_text(assistant: Assistant) -> None:
    assert assistant.knowledge.search is not None
    (found, *_) = langchain_retriever(assistant.knowledge.search, k=2).invoke("劳务派遣检查")
    text = next(d.text for d in assistant.corpus.documents if d.id == found.metadata["document"])
    assert text[found.metadata["start"] : found.metadata["end"]] == found.page_content
