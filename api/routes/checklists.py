"""GET /v1/checklists: what each regime has inspected, compiled from the documents; open to everybody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Response

from api.inspections.checklist_json import summary, whole
from api.inspections.checklist_replies import ChecklistReply, ChecklistsReply
from api.inspections.parameters import files
from api.problems import problem_responses
from assistant.inspection.checklists import Checklists, Held
from assistant.inspection.flow import flow
from assistant.inspection.flow_svg import flow_svg

Id = Annotated[str, Path(min_length=1, max_length=64, description="清单编号")]


def router(door: Callable[[], Checklists]) -> APIRouter:
    """The routes over the checklists, compiled when first asked for."""
    routes = APIRouter(prefix="/v1/checklists", tags=["检查清单"])
    faults = problem_responses(404, 422, 429, 500)

    def held(id: str) -> Held:
        found = door().by_id.get(id)
        if found is None:
            raise HTTPException(404, "没有这份清单。清单的编号见 /v1/checklists。")
        return found

    @routes.get("", summary="全部检查清单", responses=problem_responses(429, 500))
    def show_all() -> ChecklistsReply:  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        """文件里的每项监管制度一份。"""
        return ChecklistsReply(checklists=[summary(h) for h in door().all])

    @routes.get("/{id}", summary="一份检查清单", responses=faults)
    def show(id: Id) -> ChecklistReply:  # pyright: ignore[reportUnusedFunction]  (as above)
        """准备、检查内容、方式、程序、处理；每一条都有出处。"""
        return whole(held(id), door().fingerprint)

    @routes.get(
        "/{id}/flow.svg",
        summary="检查流程图",
        response_class=Response,
        responses={**files("image/svg+xml"), **faults},
    )
    def draw(id: Id) -> Response:  # pyright: ignore[reportUnusedFunction]  (as above)
        """从准备到归档的流程，手机上和打印出来都能看。"""
        found = held(id)
        return Response(flow_svg(flow(found.document, found.checklist)), media_type="image/svg+xml")

    return routes
