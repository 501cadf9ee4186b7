"""/v1/inspections/{id}/papers and /archive: papers to keep, and everything in one zip."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.inspections.attachment import attachment
from api.inspections.desk import Desk
from api.inspections.paper_replies import PapersReply, form_reply
from api.inspections.parameters import CONFLICT, READING, WRITING, Id, Kind, files
from api.inspections.requests import EnteredSent
from api.inspections.who import Who

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def router(desk: Desk) -> APIRouter:
    """The routes over one desk."""
    routes = APIRouter(prefix="/v1/inspections/{id}", tags=["文书"])

    @routes.get("/papers", summary="文书种类", responses=READING | CONFLICT)
    def kinds(id: Id, who: Who) -> PapersReply:  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        """这项监管制度的文书：名称和内容以文件写明的为准。"""
        state = desk.office.inspections.read(who, id, now=desk.now())
        return PapersReply(papers=[form_reply(f, state, desk.papers) for f in desk.papers.kinds(state)])

    @routes.post(
        "/papers/{kind}",
        summary="生成文书",
        response_class=Response,
        responses={**WRITING, **files(_WORD)},
    )
    def make(id: Id, kind: Kind, sent: EnteredSent, who: Who) -> Response:  # pyright: ignore[reportUnusedFunction]
        """生成 Word 文件，留存一份并记入检查记录，归档时一并放进去。"""
        made = desk.papers.make(who, id, kind, sent.entered(), now=desk.now())
        return attachment(made.data, _WORD, f"{made.title}.docx", ETag=f'"{made.sha256}"')

    @routes.get(
        "/papers/{kind}/file",
        summary="取文书",
        response_class=Response,
        responses={**files(_WORD), **READING},
    )
    def fetch(id: Id, kind: Kind, who: Who) -> Response:  # pyright: ignore[reportUnusedFunction]  (as above)
        """最近生成的一份 Word 文件，取时核对校验值。记入访问日志。"""
        state, sha256, data = desk.office.inspections.paper(who, id, kind, now=desk.now())
        return attachment(data, _WORD, f"{desk.papers.title(state, kind)}.docx", ETag=f'"{sha256}"')

    @routes.get(
        "/archive",
        summary="归档",
        response_class=Response,
        responses={**files("application/zip"), **READING},
    )
    def archive(id: Id, who: Who) -> Response:  # pyright: ignore[reportUnusedFunction]  (as above)
        """一个压缩包：各种文书的最新一份、全部证据、逐条记录和校验值清单。"""
        state, data = desk.papers.archive(who, id, now=desk.now())
        return attachment(data, "application/zip", f"{state.unit.name} {state.day} 检查归档.zip")

    return routes
