"""POST /v1/ask: one question, one Answer."""

from __future__ import annotations

import time
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from api.asking import Asking
from api.inspections.parameters import IdempotencyKey
from api.metrics import Metrics
from api.problems import problem_responses
from api.written_day import written_day
from assistant.answer import Answer

MAX_QUESTION_CHARACTERS = 2000


class Question(BaseModel):
    """What is asked, in which conversation, for which day."""

    model_config = ConfigDict(extra="forbid")

    question: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_QUESTION_CHARACTERS)
    ] = Field(description="问题")
    session: Annotated[str, StringConstraints(min_length=1, max_length=200)] | None = Field(
        default=None, description="对话编号：同一编号的问题前后相承"
    )
    as_of: Annotated[date, BeforeValidator(written_day)] | None = Field(default=None, description="按哪一天的情况回答")
    bureau: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)] | None = Field(
        default=None, description="只问收录的几个单位中的哪一个"
    )


def router(asking: Asking, metrics: Metrics) -> APIRouter:
    """The route over what answers."""
    routes = APIRouter(prefix="/v1", tags=["问答"])

    described = {200: {"model": Answer}} | problem_responses(400, 413, 422, 500, 503)

    @routes.post("/ask", summary="提问", response_model=None, responses=described)
    def ask(question: Question, request: Request, key: IdempotencyKey = None) -> Response:  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        """回答一个问题。每条结论都带引注，引文与原文逐字相同。

        登录的检查人员可以用说话的方式做检查：开始检查某某公司、这一项符合、下一项、生成记录。登录以后带 session 的问题
        记在您的账号下，见 /v1/conversations；用会话登录的还要带 X-CSRF-Token，否则按没有登录回答。
        录入检查的话带上 Idempotency-Key，没有收到回复时原样重发，不会录两次。
        """
        started = time.perf_counter()
        answer = asking.answer(request, question.question, question.session, question.as_of, question.bureau, key)
        metrics.note_answer(answer, time.perf_counter() - started)
        # Already checked: the framework would check it once more and write it with a slower encoder.
        return Response(answer.model_dump_json(), media_type="application/json")

    return routes
