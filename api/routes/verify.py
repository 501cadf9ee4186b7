"""POST /v1/verify: the claims of a text, each with its verdict."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.ports import Assistant
from api.problems import problem_responses
from assistant.claims.report import Report

MAX_CHARACTERS = 200_000


class Text(BaseModel):
    """A text to check."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, StringConstraints(pattern=r"\S", max_length=MAX_CHARACTERS)] = Field(
        description="要核对的文字；答复里的位置以它为准"
    )


def router(assistant: Assistant) -> APIRouter:
    """The route over one assistant."""
    routes = APIRouter(prefix="/v1", tags=["核对"])

    @routes.post("/verify", summary="核对文字", responses=problem_responses(400, 413, 422, 500))
    def verify(body: Text) -> Report:  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        """核对通知、答复、宣传页里的说法是否与本局文件相符：相符、不符、文件未载，各附原文。"""
        return assistant.check_text(body.text)

    return routes
