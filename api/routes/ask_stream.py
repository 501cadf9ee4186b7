"""POST /v1/ask/stream: one answer as server-sent events."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

from fastapi import APIRouter, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent

from api.asking import Asking
from api.inspections.parameters import IdempotencyKey
from api.metrics import Metrics
from api.problems import problem_body, problem_responses
from api.routes.ask import Question
from assistant.store.errors import StoreError
from corpus.errors import CorpusError
from index.errors import SearchIndexError

_SENTENCE = re.compile(r"[^。；\n]+[。；\n]?(?:\[\d+\])*")
_STAGES = {"reading": "正在理解问题", "proved": "已逐条核对原文"}


def router(asking: Asking, metrics: Metrics) -> APIRouter:
    """The route over what answers."""
    routes = APIRouter(prefix="/v1", tags=["问答"])

    @routes.post(
        "/ask/stream",
        summary="提问，分段返回",
        response_class=EventSourceResponse,
        responses=problem_responses(400, 413, 422, 500),
    )
    def ask(question: Question, request: Request, key: IdempotencyKey = None) -> Iterator[ServerSentEvent]:  # pyright: ignore[reportUnusedFunction]  (registered)
        """事件依次为：stage（进行到哪一步）、text（答复的一句）、citation（一条引注）、done（完整的答复）；出错时为 error。

        没有核对过的话一句也不发出，所以第一个 text 在全部核对之后。
        """
        yield _stage("reading")
        started = time.perf_counter()
        try:
            answer = asking.answer(request, question.question, question.session, question.as_of, question.bureau, key)
        except CorpusError as error:
            yield ServerSentEvent(event="error", data=problem_body(422, str(error)))
            return
        except (SearchIndexError, StoreError) as error:
            yield ServerSentEvent(event="error", data=problem_body(503, str(error)))
            return
        metrics.note_answer(answer, time.perf_counter() - started)
        yield _stage("proved")
        for sentence in _SENTENCE.findall(answer.text):
            yield ServerSentEvent(event="text", data={"text": sentence})
        for citation in answer.citations:
            yield ServerSentEvent(event="citation", data=citation.model_dump(mode="json"))
        yield ServerSentEvent(event="done", data=answer.model_dump(mode="json"))

    return routes


def _stage(name: str) -> ServerSentEvent:
    return ServerSentEvent(event="stage", data={"stage": name, "text": _STAGES[name]})
