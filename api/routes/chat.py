"""POST /v1/chat/completions and GET /v1/models: for programs that already speak to a chat model."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from api.metrics import Metrics
from api.openai.errors import error_responses
from api.openai.reply import Reply
from api.openai.request import MODEL, ChatRequest
from api.ports import Assistant
from api.routes.ask import MAX_QUESTION_CHARACTERS


def router(assistant: Assistant, metrics: Metrics) -> APIRouter:
    """The routes over one assistant."""
    routes = APIRouter(prefix="/v1", tags=["兼容 chat completions 的接口"])

    @routes.post("/chat/completions", summary="提问（兼容接口）", responses=_described())
    def complete(body: ChatRequest, request: Request) -> Response:  # pyright: ignore[reportUnusedFunction]  (registered)
        """最后一条 user 消息是问题，之前的 user 消息是上文。引注在 annotations 里，完整的答复在 answer 里。"""
        questions = body.questions
        if not questions:
            raise HTTPException(400, "消息里没有问题。请在 messages 里写一条 role 为 user 的消息。")
        if len(questions[-1]) > MAX_QUESTION_CHARACTERS:
            raise HTTPException(400, f"问题超过 {MAX_QUESTION_CHARACTERS} 字。请写得短一些。")
        started = time.perf_counter()
        answer = assistant.converse(questions, bureau=body.bureau or None)
        metrics.note_answer(answer, time.perf_counter() - started)
        reply = Reply(answer, questions, f"chatcmpl-{uuid.uuid4().hex}", int(time.time()), str(request.base_url))
        if not body.stream:
            return JSONResponse(reply.completion())
        usage = body.stream_options is not None and body.stream_options.include_usage
        return StreamingResponse(
            _events(reply, with_usage=usage),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )

    @routes.get("/models", summary="模型列表（兼容接口）")
    def models() -> dict[str, Any]:  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        return {"object": "list", "data": [_MODEL]}

    @routes.get("/models/{model}", summary="模型（兼容接口）", responses=error_responses())
    def one_model(model: str) -> dict[str, Any]:  # pyright: ignore[reportUnusedFunction]  (as above)
        if model != MODEL:
            raise HTTPException(404, f"没有这个模型。只有一个：{MODEL}。")
        return _MODEL

    return routes


def _described() -> dict[int | str, dict[str, Any]]:
    """What comes back, for the OpenAPI document: with `stream` events instead of one object."""
    content = {"application/json": {"schema": {"type": "object"}}, "text/event-stream": {}}
    return {200: {"description": "答复", "content": content}} | error_responses()


_MODEL: dict[str, Any] = {"id": MODEL, "object": "model", "created": 0, "owned_by": "renshe"}


def _events(reply: Reply, *, with_usage: bool) -> Iterator[str]:
    for data in reply.chunks(with_usage=with_usage):
        yield f"data: {data}\n\n"
