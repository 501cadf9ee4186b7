"""GET /v1/penalties and its filters; POST /v1/penalties/calculate. Open to everybody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query

from api.overview.calculation import CalculationReply, CalculationRequest, calculation_reply
from api.overview.paging import After, Limit, Name, OfBureau, Words, page
from api.overview.penalty_parameters import Measures, Reaches, ShapeOf
from api.overview.penalty_replies import (
    FacetsReply,
    Order,
    PenaltiesReply,
    Table,
)
from api.problems import problem_responses
from assistant.knowledge import Knowledge
from assistant.overview.bureaus import Views
from assistant.overview.calculator import work_out
from assistant.overview.penalty_table import Wanted, find_penalties
from corpus.records import Penalty, Tier


def router(views: Callable[[], Views]) -> APIRouter:
    """The routes over all bureaus' records, made when first asked for."""
    routes = APIRouter(prefix="/v1/penalties", tags=["处罚"])
    faults = problem_responses(422, 429, 500)

    @routes.get("", summary="处罚条款", responses=faults)
    def rows(  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        words: Words = "",
        document: Name = "",
        regime: Name = "",
        law: Name = "",
        measure: Measures = "",
        shape: ShapeOf = "",
        reaches: Reaches = None,
        order: Annotated[Order, Query(description="document 按文件先后，heaviest 上限高的在前")] = "document",
        bureau: OfBureau = "",
        after: After = 0,
        limit: Limit = 20,
    ) -> PenaltiesReply:
        """按行为、条件、措施、法规或监管制度里的字词查，日常说法也行；没有一条写着这些字词时给出意思最近的。"""
        k = views().of(bureau)
        found = find_penalties(k, Wanted(words, document, regime, law, measure, shape, reaches, order == "heaviest"))
        shown, more = page(found.rows, after, limit)
        table = Table(k)
        rows = [table.penalty(d, p) for d, p in shown]
        return PenaltiesReply(rows=rows, total=len(found.rows), nearest=found.nearest, next=more)

    @routes.get("/filters", summary="处罚条款可按什么筛选", responses=faults)
    def filters(bureau: OfBureau = "") -> FacetsReply:  # pyright: ignore[reportUnusedFunction]  (as above)
        """文件、监管制度、法规、措施，以及画幅度用的刻度。"""
        return Table(views().of(bureau)).facets()

    @routes.post("/calculate", summary="算罚款", responses=problem_responses(400, 404, 409, 413, 422, 429, 500))
    def calculate(asked: CalculationRequest) -> CalculationReply:  # pyright: ignore[reportUnusedFunction]  (as above)
        """一条处罚或一个裁量档次在所给事实下的总额（附算式），以及拟罚数额是否在幅度之内。和问答用的是同一套计算。"""
        return calculation_reply(work_out(_record(views().whole, asked), asked.facts))

    return routes


def _record(k: Knowledge, asked: CalculationRequest) -> Penalty | Tier:
    document = next((d for d in k.corpus.documents if d.id == asked.document), None)
    if document is None:
        raise HTTPException(404, "没有这份文件。文件的编号见 /v1/corpus。")
    if asked.sha256 not in (None, document.sha256):
        raise HTTPException(409, "这份文件已经换了新版本，条款的序号对不上了；请刷新页面。")
    records = document.penalties if asked.record == "penalty" else document.tiers
    if asked.index >= len(records):
        raise HTTPException(404, "这份文件里没有这一条；条款的序号见 /v1/penalties。")
    return records[asked.index]
