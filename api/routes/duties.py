"""GET /v1/duties, /v1/duties/map, /v1/boundaries, /v1/procedures: who does what; open to everybody."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter

from api.overview.duty_replies import (
    BoundariesReply,
    DutiesReply,
    DutyMapReply,
    ProceduresReply,
    boundary_reply,
    duties_found,
    duty_reply,
    map_reply,
    matter_replies,
    procedures_reply,
)
from api.overview.paging import After, Limit, Name, OfBureau, Words, page
from api.problems import problem_responses
from assistant.overview.bureaus import Views
from assistant.overview.duty_map import matters_named
from corpus.records import Boundary


def router(views: Callable[[], Views]) -> APIRouter:
    """The routes over all bureaus' records, made when first asked for."""
    routes = APIRouter(prefix="/v1", tags=["职责"])
    faults = problem_responses(422, 429, 500)

    @routes.get("/duties/map", summary="科室和事项", responses=faults)
    def show_map(bureau: OfBureau = "") -> DutyMapReply:  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        """每个科室管哪些事项、每件事项归谁，各附写明它的那一句在原文的位置。"""
        return map_reply(views(), bureau)

    @routes.get("/duties", summary="查职责", responses=faults)
    def search(  # pyright: ignore[reportUnusedFunction]
        words: Words = "", section: Name = "", bureau: OfBureau = "", after: After = 0, limit: Limit = 20
    ) -> DutiesReply:
        """按科室、职责里的字词、事项名称或日常说法（如“公伤”）查；几个词都要合上。"""
        found = duties_found(views(), bureau, words, section)
        shown, more = page(found, after, limit)
        return DutiesReply(
            duties=[duty_reply(f, views()) for f in shown],
            total=len(found),
            matters=matter_replies(matters_named(views().whole, words)),
            next=more,
        )

    @routes.get("/boundaries", summary="部门分工", responses=faults)
    def boundaries(  # pyright: ignore[reportUnusedFunction]
        words: Words = "", bureau: OfBureau = "", after: After = 0, limit: Limit = 20
    ) -> BoundariesReply:
        """几个部门共管的事项：各管什么，依据和案例。"""
        k = views().of(bureau)
        found = [(d, b) for d in k.corpus.documents for b in d.boundaries if _says(b, words.split())]
        shown, more = page(found, after, limit)
        return BoundariesReply(
            boundaries=[boundary_reply(d, b, views()) for d, b in shown], total=len(found), next=more
        )

    @routes.get("/procedures", summary="分几步办的事", responses=faults)
    def procedures(bureau: OfBureau = "") -> ProceduresReply:  # pyright: ignore[reportUnusedFunction]  (as above)
        """文件写明由几个科室先后经办（初审、复审、审批……）的事项。"""
        return procedures_reply(views(), bureau)

    return routes


def _says(b: Boundary, words: list[str]) -> bool:
    texts = (b.matter, *(t for s in b.shares for t in (s.department, s.text)), *(p.text for p in (*b.basis, *b.case)))
    return all(any(w in t for t in texts) for w in words)
