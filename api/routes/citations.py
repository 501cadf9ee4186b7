"""GET /v1/corpus/{document}/citation: a stretch of a document as a citation, for opening a place that a list names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query

from api.problems import problem_responses
from assistant.answer import Citation
from assistant.ledger import Ledger
from assistant.planning.planner import Planner
from corpus.records import Span

_Offset = Annotated[int, Query(ge=0, le=100_000_000, description="字符位置，按 Unicode 码点计")]


def router(planner: Callable[[], Planner]) -> APIRouter:
    """The route over the planner's knowledge, made when first asked for."""
    routes = APIRouter(prefix="/v1/corpus", tags=["文件"])

    @routes.get("/{document:path}/citation", summary="一处原文", responses=problem_responses(404, 409, 422, 429, 500))
    def cite(  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        document: str,
        start: _Offset,
        end: _Offset,
        sha256: Annotated[
            str | None, Query(pattern="^[0-9a-f]{64}$", description="位置是照哪一版文件数的；换了新版本就不给")
        ] = None,
    ) -> Citation:
        """从 start 到 end 的原文，和它所在的标题。"""
        k = planner().knowledge
        found = next((d for d in k.corpus.documents if d.id == document), None)
        if found is None:
            raise HTTPException(404, "没有这份文件。文件的编号见 /v1/corpus。")
        if sha256 not in (None, found.sha256):
            raise HTTPException(409, "这份文件已经换了新版本，原来的位置对不上了；请刷新页面。")
        if not start < end <= len(found.text):
            raise HTTPException(422, f"位置不对：应当 start < end，且 end 不超过 {len(found.text)}。")
        span, ledger = Span(start, end), Ledger()
        ledger.cite(found, span, k.path_at(found, span))
        return ledger.citations[0]

    return routes
