"""GET /v1/penalties/tiers and /waivers: how a penalty is measured, and when there is none. Open to everybody."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter

from api.overview.paging import After, Limit, Name, OfBureau, Words, page
from api.overview.penalty_parameters import Reaches, ShapeOf
from api.overview.penalty_replies import Table, TiersReply, WaiversReply
from api.problems import problem_responses
from assistant.overview.bureaus import Views
from assistant.overview.penalty_table import Wanted, find_tiers, find_waivers


def router(views: Callable[[], Views]) -> APIRouter:
    """The routes over all bureaus' records, made when first asked for."""
    routes = APIRouter(prefix="/v1/penalties", tags=["处罚"])
    faults = problem_responses(422, 429, 500)

    @routes.get("/tiers", summary="裁量档次", responses=faults)
    def tiers(  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        words: Words = "",
        document: Name = "",
        law: Name = "",
        shape: ShapeOf = "",
        reaches: Reaches = None,
        bureau: OfBureau = "",
        after: After = 0,
        limit: Limit = 20,
    ) -> TiersReply:
        """裁量基准里各种情形对应的幅度；文件没有裁量基准时为空。"""
        k = views().of(bureau)
        found = find_tiers(k, Wanted(words=words, document=document, law=law, shape=shape, reaches=reaches))
        shown, more = page(found, after, limit)
        table = Table(k)
        return TiersReply(rows=[table.tier(d, t) for d, t in shown], total=len(found), next=more)

    @routes.get("/waivers", summary="不罚和从轻", responses=faults)
    def waivers(  # pyright: ignore[reportUnusedFunction]
        words: Words = "", document: Name = "", bureau: OfBureau = "", after: After = 0, limit: Limit = 20
    ) -> WaiversReply:
        """首违不罚、不予处罚、从轻、减轻的清单；文件没有这种清单时为空。"""
        k = views().of(bureau)
        found = find_waivers(k, Wanted(words=words, document=document))
        shown, more = page(found, after, limit)
        table = Table(k)
        return WaiversReply(rows=[table.waiver(d, w) for d, w in shown], total=len(found), next=more)

    return routes
