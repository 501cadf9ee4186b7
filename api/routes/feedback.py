"""POST /v1/feedback: what people think of answers."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.problems import problem_responses
from assistant.conversation.journal import Journal


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
    """The route over one journal."""
    routes = APIRouter(prefix="/v1", tags=["对话"])

    @routes.post("/feedback", summary="评价答复", status_code=204, responses=problem_responses(400, 413, 422, 500, 503))
    def feedback(given: FeedbackIn) -> Response:  # pyright: ignore[reportUnusedFunction]  (registered)
        """只用来改进，不和个人挂钩。"""
        journal.feedback(given.id, given.question, given.helpful, given.reason)
        return Response(status_code=204)

    return routes
