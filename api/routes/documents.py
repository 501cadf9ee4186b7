"""GET /v1/corpus/{document}/headings and …/marks: what a document contains, and what is wrong or left out where."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query

from api.overview.document_replies import HeadingsReply, MarksReply, headings, marks
from api.overview.paging import After, page
from api.problems import problem_responses
from assistant.planning.planner import Planner
from corpus.records import Document

_Limit = Annotated[int, Query(ge=1, le=1000, description="一页几条")]
_Kind = Annotated[
    Literal["", "anomaly", "set-aside", "unread"],
    Query(description="anomaly 问题，set-aside 不作规定读的（表头、序号……），unread 没有读成的"),
]


def router(planner: Callable[[], Planner]) -> APIRouter:
    """The routes over the planner's documents."""
    routes = APIRouter(prefix="/v1/corpus", tags=["文件"])
    faults = problem_responses(404, 422, 429, 500)

    def document_of(id: str) -> Document:
        found = next((d for d in planner().knowledge.corpus.documents if d.id == id), None)
        if found is None:
            raise HTTPException(404, "没有这份文件。文件的编号见 /v1/corpus。")
        return found

    @routes.get("/{document:path}/headings", summary="文件的标题", responses=faults)
    def show_headings(document: str, after: After = 0, limit: _Limit = 500) -> HeadingsReply:  # pyright: ignore[reportUnusedFunction]
        """各级标题和它们的位置，以及每个标题以下发现几处问题。"""
        found = headings(document_of(document))
        shown, more = page(found, after, limit)
        return HeadingsReply(headings=list(shown), total=len(found), next=more)

    @routes.get("/{document:path}/marks", summary="文件里的问题", responses=faults)
    def show_marks(document: str, kind: _Kind = "", after: After = 0, limit: _Limit = 500) -> MarksReply:  # pyright: ignore[reportUnusedFunction]
        """写错或没有写明的地方、不作规定读的文字及原因、没有读成的文字，按先后排列。空白不列。"""
        found = [m for m in marks(document_of(document)) if not kind or m.kind == kind]
        shown, more = page(found, after, limit)
        return MarksReply(marks=list(shown), total=len(found), next=more)

    return routes
