"""POST /v1/corpus/versions/drafts: documents are sent in and become a draft."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, HTTPException, Response, UploadFile

from api.inspections.desk import Desk
from api.inspections.parameters import WRITING
from api.inspections.requests import Day
from api.inspections.who import Who
from api.routes.corpus_versions import Note, allow
from api.versions.preview import begin
from api.versions.replies import DraftReply, draft_reply
from api.versions.shelf import Shelf
from corpus.versions.drafts import Draft
from corpus.versions.names import safe_name
from corpus.versions.originals import Originals

_MOST_FILES = 500


def router(desk: Desk, shelf: Shelf) -> APIRouter:
    """The route over one history's drafts."""
    routes = APIRouter(prefix="/v1/corpus/versions/drafts", tags=["文件版本"])
    history = shelf.history

    @routes.post("", status_code=202, summary="上传文件，成为草稿", responses=WRITING)
    def send(  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        who: Who,
        response: Response,
        files: Annotated[
            list[UploadFile], File(description="新增或更换的文件，一共不超过 64 MB", max_length=_MOST_FILES)
        ] = [],  # noqa: B006
        remove: Annotated[list[str], Form(description="要去掉的文件", max_length=_MOST_FILES)] = [],  # noqa: B006
        note: Annotated[Note, Form(description="为什么改")] = "",
        into: Annotated[str, Form(description="放进哪个子文件夹；一个子文件夹是一个单位", max_length=60)] = "",
        since: Annotated[Day | None, Form(description="从哪一天起施行；文件自己写明的可以不填")] = None,
        until: Annotated[Day | None, Form(description="到哪一天为止有效")] = None,
    ) -> DraftReply:
        """先编译、逐条比较、用以往的问题试答，这些在后台做：用返回的编号查看进度和结果。答复不受影响，直到发布。"""
        allow(who, "versions.change")
        put = _kept(files, into, history.originals)
        if not put and not remove:
            raise HTTPException(422, "没有文件。请选择要新增或更换的文件，或写明要去掉哪一份。")
        draft = Draft(
            id=desk.new_id(),
            state="working",
            by=who.display,
            at=desk.now(),
            note=note,
            put=put,
            drop=tuple(remove),
            start=since.isoformat() if since else None,
            end=until.isoformat() if until else None,
            base=history.versions()[-1].n,
        )
        response.headers["Location"] = f"/v1/corpus/versions/drafts/{draft.id}"
        return draft_reply(begin(shelf, draft, desk.now))

    return routes


def _kept(files: list[UploadFile], into: str, originals: Originals) -> dict[str, str]:
    """The files sent, kept as originals: their place in the corpus and their hash."""
    put: dict[str, str] = {}
    for file in files:
        name = safe_name(file.filename or "", into)
        if name in put:
            raise HTTPException(422, f"上传的文件里有两个都叫 {name}。请先改名。")
        put[name] = originals.put(file.file.read())
    return put
