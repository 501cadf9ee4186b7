"""Conversations of those who hold their ids, and what people think of answers."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.problems import problem_responses
from assistant.conversation.journal import Journal

Session = Annotated[str, Path(min_length=16, max_length=200, description="对话编号；知道编号的人才看得到")]
"""Short ids could be guessed, so they open nothing."""


class TurnOut(BaseModel):
    """One question with its answer."""

    at: datetime
    question: str
    status: str
    answer: dict[str, Any] | None = Field(description="当时的完整答复")


class ConversationOut(BaseModel):
    """A whole conversation."""

    session: str
    turns: list[TurnOut]


class FeedbackIn(BaseModel):
    """What a person thought of an answer."""

    model_config = ConfigDict(extra="forbid")

    id: Annotated[str, StringConstraints(min_length=1, max_length=64)] = Field(description="答复的 id")
    question: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
    helpful: bool = Field(description="有没有帮助")
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)] = Field(
        default="", description="原因，可不写"
    )


def router(journal: Journal) -> APIRouter:
    """The routes over one journal."""
    routes = APIRouter(prefix="/v1", tags=["对话"])

    @routes.get("/conversations/{session}", summary="导出一次对话", responses=problem_responses(404, 422, 500))
    def export(session: Session) -> ConversationOut:  # pyright: ignore[reportUnusedFunction]  (registered)
        """按先后列出问题和完整的答复。个人号码在保存前已经隐去。"""
        talk = journal.store().talk(session)
        if not talk:
            raise HTTPException(404, "没有这次对话：编号不对，或者已经删除、过期。")
        turns = [
            TurnOut(at=t.at, question=t.question, status=t.status, answer=json.loads(t.answer) if t.answer else None)
            for t in talk
        ]
        return ConversationOut(session=session, turns=turns)

    @routes.delete(
        "/conversations/{session}", summary="删除一次对话", status_code=204, responses=problem_responses(404, 422, 500)
    )
    def delete(session: Session) -> Response:  # pyright: ignore[reportUnusedFunction]  (as above)
        """删除后不能恢复。"""
        if not journal.forget(session):
            raise HTTPException(404, "没有这次对话：编号不对，或者已经删除、过期。")
        return Response(status_code=204)

    @routes.post("/feedback", summary="评价答复", status_code=204, responses=problem_responses(400, 413, 422, 500))
    def feedback(given: FeedbackIn) -> Response:  # pyright: ignore[reportUnusedFunction]  (as above)
        """只用来改进，不和个人挂钩。"""
        journal.feedback(given.id, given.question, given.helpful, given.reason)
        return Response(status_code=204)

    return routes
