"""The tools that other programs call: one list for MCP, for LangChain and for a language model that chooses among them.

Each answers from the documents alone, changes nothing, and gives the same result for the same input.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from pydantic import BaseModel, Field

from assistant.answer import Answer, Citation
from assistant.claims.report import Report
from assistant.tools import inputs, questions

I = TypeVar("I", bound=inputs.ToolInput)  # noqa: E741  (the usual name of an input's type)
O = TypeVar("O", bound=BaseModel)  # noqa: E741  (the usual name of an output's type)


class Answerer(Protocol):
    """What the tools need of an assistant."""

    def ask(self, question: str, *, as_of: date | None = None, bureau: str | None = None) -> Answer: ...

    def search(self, query: str, limit: int) -> list[Citation]: ...

    def check_text(self, text: str) -> Report: ...


class Passages(BaseModel):
    """Passages of the documents, nearest first."""

    query: str
    passages: list[Citation] = Field(description="原文段落，逐字")


@dataclass(frozen=True, slots=True)
class Tool(Generic[I, O]):
    """A tool: its name and words for those who choose it, its types, and what it does."""

    name: str
    title: str
    description: str
    input: type[I]
    output: type[O]
    call: Callable[[Answerer, I], O]


def _ask(assistant: Answerer, i: inputs.AskInput) -> Answer:
    return assistant.ask(i.question, as_of=i.as_of, bureau=i.bureau)


def _search(assistant: Answerer, i: inputs.SearchInput) -> Passages:
    return Passages(query=i.query, passages=assistant.search(i.query, i.limit))


def _verify(assistant: Answerer, i: inputs.VerifyInput) -> Report:
    return assistant.check_text(i.text)


def _asking(write: Callable[[I], str]) -> Callable[[Answerer, I], Answer]:
    return lambda assistant, given: assistant.ask(write(given))


TOOLS: tuple[Tool[inputs.ToolInput, BaseModel], ...] = (
    Tool("ask", "提问", "用日常说法问任何问题；答复句句有引注，文件没写的会说没写。", inputs.AskInput, Answer, _ask),
    Tool(
        "find_section",
        "找科室",
        "某件事由哪个科室负责，依据职责登记表。",
        inputs.SectionInput,
        Answer,
        _asking(questions.section_question),
    ),
    Tool(
        "penalty_range",
        "罚款幅度",
        "某种违法行为的处罚和法定幅度；给出人数、违法所得、拟罚数额时一并计算和判断。",
        inputs.PenaltyInput,
        Answer,
        _asking(questions.penalty_question),
    ),
    Tool(
        "supervision_rule",
        "监管规定",
        "某项监管的对象、内容、指标、方式、措施、程序、处理或检查人数。",
        inputs.SupervisionInput,
        Answer,
        _asking(questions.supervision_question),
    ),
    Tool(
        "plan_checks",
        "检查计划",
        "按单位数算出各种检查最少要查多少，附算式。",
        inputs.PlanInput,
        Answer,
        _asking(questions.plan_question),
    ),
    Tool(
        "deadline",
        "期限",
        "某件事的期限；给出起算日时按工作日和法定节假日算出最后一天。",
        inputs.DeadlineInput,
        Answer,
        _asking(questions.deadline_question),
    ),
    Tool(
        "checklist",
        "检查清单",
        "某项监管的检查清单：准备、内容、程序、处理，逐项有引注。",
        inputs.ChecklistInput,
        Answer,
        _asking(questions.checklist_question),
    ),
    Tool(
        "verify_text",
        "核对文字",
        "核对任何人写的文字：其中关于科室、法规、条款、数字、罚款、期限的说法，文件支持、不符还是没有写。",
        inputs.VerifyInput,
        Report,
        _verify,
    ),
    Tool("search_corpus", "查原文", "在文件里查最相近的段落，逐字返回。", inputs.SearchInput, Passages, _search),
)  # pyright: ignore[reportAssignmentType]  (each tool keeps its own input type; callers hand it just that)
