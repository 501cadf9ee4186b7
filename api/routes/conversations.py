"""/v1/conversations: of those who hold an id, and all of an account's own."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Path, Query, Request, Response
from pydantic import BaseModel, Field, StringConstraints

from api.conversation_text import conversation_text
from api.inspections.attachment import attachment
from api.inspections.desk import Desk
from api.inspections.parameters import READING
from api.inspections.who import Who, who_asks
from api.problems import problem_responses
from assistant.conversation.asked import Asked
from assistant.conversation.journal import Journal
from assistant.conversation.owners import UNGUESSABLE

Session = Annotated[str, Path(min_length=1, max_length=200, description="对话编号")]
_GONE = "没有这次对话：编号不对，或者已经删除、过期；属于一个账号的，请先用它登录。"
_TEXT = {"text/plain": {"schema": {"type": "string"}}}


class TurnOut(BaseModel):
    """One question with its answer."""

    at: datetime = Field(description="提问的时间，UTC")
    question: str = Field(description="问题，个人号码已经隐去")
    status: str = Field(description="答复的 status")
    answer: dict[str, Any] | None = Field(description="当时的完整答复")


class ConversationOut(BaseModel):
    """A whole conversation."""

    session: str = Field(description="对话编号")
    turns: list[TurnOut] = Field(description="按先后排列")


class ListedOut(BaseModel):
    """A conversation of a list."""

    session: str = Field(description="对话编号")
    begun_at: datetime = Field(description="开始的时间，UTC")
    changed_at: datetime = Field(description="最后提问的时间，UTC")
    questions: int = Field(description="问了几个问题")
    first: str = Field(description="第一个问题")


class ConversationsOut(BaseModel):
    """A page of a list."""

    conversations: list[ListedOut] = Field(description="最后提问的在前")
    next: str | None = Field(description="下一页的 after；没有下一页时为空")


class DeletedOut(BaseModel):
    """What was deleted."""

    deleted: int = Field(description="删除了几次对话")


def router(journal: Journal, desk: Desk | None) -> APIRouter:
    """The routes over one journal; without accounts only those for holders of an id."""
    routes = APIRouter(prefix="/v1/conversations", tags=["对话"])
    _add_held(routes, journal, desk)
    if desk is not None:
        _add_own(routes, journal)
    return routes


def _add_held(routes: APIRouter, journal: Journal, desk: Desk | None) -> None:
    def allow(session: str, request: Request) -> None:
        held = journal.held(session)
        if held is not None and held.owner is not None:
            who = who_asks(desk, request) if desk else None
            if who is None or who.id != held.owner:
                raise HTTPException(404, _GONE)
        elif len(session) < UNGUESSABLE:
            raise HTTPException(422, f"对话编号不足 {UNGUESSABLE} 个字符，别人猜得到，不能凭它打开。")

    @routes.get(
        "/{session}",
        summary="导出一次对话",
        response_model=ConversationOut,
        responses={
            200: {"description": "JSON，或供阅读的文字", "content": _TEXT},
            **problem_responses(404, 422, 500, 503),
        },
    )
    def export(  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        session: Session,
        request: Request,
        format: Annotated[Literal["json", "txt"], Query(description="json，或供阅读的文字 txt")] = "json",
    ) -> Response:
        """按先后列出问题和完整的答复。个人号码在保存前已经隐去。

        登录后问的只有本人登录后能看；没有登录问的，知道编号（不短于 16 个字符）的人能看。
        """
        allow(session, request)
        talk = journal.store().talk(session)
        if not talk:
            raise HTTPException(404, _GONE)
        if format == "txt":
            return attachment(conversation_text(talk).encode(), "text/plain; charset=utf-8", "对话记录.txt")
        out = ConversationOut(session=session, turns=[_turn(t) for t in talk])
        return Response(out.model_dump_json(), media_type="application/json")

    @routes.delete(
        "/{session}", summary="删除一次对话", status_code=204, responses=problem_responses(404, 422, 500, 503)
    )
    def delete(session: Session, request: Request) -> Response:  # pyright: ignore[reportUnusedFunction]  (as above)
        """删除后不能恢复。用会话登录的要带 X-CSRF-Token。"""
        allow(session, request)
        if not journal.forget(session):
            raise HTTPException(404, _GONE)
        return Response(status_code=204)


def _add_own(routes: APIRouter, journal: Journal) -> None:
    @routes.get("", summary="我的对话", responses=READING)
    def page(  # pyright: ignore[reportUnusedFunction]  (as above)
        who: Who,
        after: Annotated[
            Annotated[str, StringConstraints(min_length=1, max_length=200)] | None,
            Query(description="上一页给出的 next"),
        ] = None,
        limit: Annotated[int, Query(ge=1, le=100, description="一页几次")] = 50,
    ) -> ConversationsOut:
        """登录后问过的，最后提问的在前。保存 RENSHE_KEEP_DAYS 天。"""
        found = journal.store().conversations(who.id, after=after, limit=limit + 1)
        shown = found[:limit]
        listed = [
            ListedOut(
                session=x.session, begun_at=x.begun_at, changed_at=x.changed_at, questions=x.questions, first=x.first
            )
            for x in shown
        ]
        return ConversationsOut(conversations=listed, next=shown[-1].session if len(found) > limit else None)

    @routes.delete("", summary="删除我的全部对话", responses=READING)
    def delete_all(who: Who) -> DeletedOut:  # pyright: ignore[reportUnusedFunction]  (as above)
        """删除后不能恢复。检查记录不在其中。"""
        return DeletedOut(deleted=journal.forget_all(who.id))


def _turn(asked: Asked) -> TurnOut:
    answer = json.loads(asked.answer) if asked.answer else None
    return TurnOut(at=asked.at, question=asked.question, status=asked.status, answer=answer)
