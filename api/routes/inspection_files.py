"""/v1/inspections/{id}/evidence: files kept as evidence."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, HTTPException, Response, UploadFile

from api.inspections.attachment import attachment
from api.inspections.body_sizes import EVIDENCE_BYTES
from api.inspections.desk import Desk
from api.inspections.parameters import READING, REPLAYED, WRITING, Id, IdempotencyKey, Sha256, files
from api.inspections.replies import RecordedReply
from api.inspections.requests import NOTED_AT, NotedAt
from api.inspections.state_json import event_reply
from api.inspections.who import Who
from assistant.inspection.consequences import named_item

_TOO_LARGE = f"文件超过 {EVIDENCE_BYTES // 1024**2} MB，没有保存；请压缩图片或分成几个文件。"


def router(desk: Desk) -> APIRouter:
    """The routes over one desk."""
    routes = APIRouter(prefix="/v1/inspections/{id}/evidence", tags=["检查"])
    inspections = desk.office.inspections

    @routes.post("", status_code=201, summary="上传证据", responses=WRITING)
    def add(  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        id: Id,
        who: Who,
        response: Response,
        file: Annotated[UploadFile, File(description="照片或文件，最大 20 MB")],
        item: Annotated[
            str | None, Form(max_length=200, description="哪一项（编号或序号）；不写就是整次检查的")
        ] = None,
        noted_at: Annotated[NotedAt | None, Form(description=NOTED_AT)] = None,
        key: IdempotencyKey = None,
    ) -> RecordedReply:
        """按内容的校验值保存；回复时文件和记录都已经存好。"""
        state = inspections.for_record(who, id, now=desk.now())
        data = file.file.read(EVIDENCE_BYTES + 1)
        if len(data) > EVIDENCE_BYTES:
            raise HTTPException(413, _TOO_LARGE)
        at = named_item(state, item) if item else None
        name, now = file.filename or "", desk.now()
        appended = inspections.add_evidence(who, id, data, name, item=at, now=now, noted_at=noted_at, key=key)
        response.headers[REPLAYED] = str(appended.again).lower()
        return RecordedReply(inspection=id, recorded=event_reply(appended.recorded))

    @routes.get(
        "/{sha256}",
        summary="取证据",
        response_class=Response,
        responses={**files("application/octet-stream"), **READING},
    )
    def show(id: Id, sha256: Sha256, who: Who) -> Response:  # pyright: ignore[reportUnusedFunction]  (as above)
        """取回文件，取时核对校验值。记入访问日志。"""
        evidence, data = inspections.evidence(who, id, sha256, now=desk.now())
        return attachment(data, evidence.media_type, evidence.name, ETag=f'"{sha256}"')

    return routes
