"""/v1/corpus/versions/drafts: documents are sent in, what they would change is shown, then they are published or not."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, File, Form, HTTPException, Path, Response, UploadFile

from api.inspections.desk import Desk
from api.inspections.parameters import READING, WRITING
from api.inspections.requests import Day
from api.inspections.who import Who
from api.routes.corpus_versions import Note, NoteRequest, allow
from api.versions.preview import begin
from api.versions.replies import DraftPreviewReply, DraftReply, VersionReply, draft_reply, preview_reply, version_reply
from api.versions.shelf import Shelf
from corpus.versions.drafts import Draft
from corpus.versions.names import safe_name

MOST_FILES = 500
_Id = Annotated[str, Path(max_length=64, description="草稿编号")]


def router(desk: Desk, shelf: Shelf) -> APIRouter:
    """The routes over one history's drafts."""
    routes = APIRouter(prefix="/v1/corpus/versions/drafts", tags=["文件版本"])
    history, drafts = shelf.history, shelf.drafts

    @routes.post("", status_code=202, summary="上传文件，成为草稿", responses=WRITING)
    def send(  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        who: Who,
        response: Response,
        files: Annotated[
            list[UploadFile], File(description="新增或更换的文件，一共不超过 64 MB", max_length=MOST_FILES)
        ] = [],  # noqa: B006
        remove: Annotated[list[str], Form(description="要去掉的文件", max_length=MOST_FILES)] = [],  # noqa: B006
        note: Annotated[Note, Form(description="为什么改")] = "",
        into: Annotated[str, Form(description="放进哪个子文件夹；一个子文件夹是一个单位", max_length=60)] = "",
        since: Annotated[Day | None, Form(description="从哪一天起施行；文件自己写明的可以不填")] = None,
        until: Annotated[Day | None, Form(description="到哪一天为止有效")] = None,
    ) -> DraftReply:
        """先编译、逐条比较、用以往的问题试答，这些在后台做：用返回的编号查看进度和结果。答复不受影响，直到发布。"""
        allow(who, "versions.change")
        put: dict[str, str] = {}
        for file in files:
            name = safe_name(file.filename or "", into)
            if name in put:
                raise HTTPException(422, f"上传的文件里有两个都叫 {name}。请先改名。")
            put[name] = history.originals.put(file.file.read())
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

    @routes.get("/{id}", summary="草稿：进度和预览", responses=READING)
    def show(id: _Id, who: Who) -> DraftPreviewReply:  # pyright: ignore[reportUnusedFunction]  (as above)
        """state 为 working 时 step、done、total 是进度；为 ready 时 preview 是发布后会有的不同。"""
        allow(who, "versions.read")
        return preview_reply(drafts.get(id), drafts.preview(id))

    @routes.post("/{id}/publish", status_code=201, summary="发布草稿", responses=WRITING)
    def publish(id: _Id, who: Who, sent: NoteRequest) -> VersionReply:  # pyright: ignore[reportUnusedFunction]  (as above)
        """成为新的一版；正在运行的服务和它的各个进程几秒内自动换用，进行中的请求不受影响。"""
        allow(who, "versions.change")
        draft = _open(drafts.get(id))
        if draft.state != "ready":
            raise HTTPException(409, "这份草稿还没有比较完，或没有通过；请等它完成，或重新上传。")
        before = history.versions()[-1]
        if before.n != draft.base:
            raise HTTPException(409, f"这期间已经有了第 {before.n} 版；请放弃这份草稿，在新版的基础上重新上传。")
        version = history.change(
            draft.change(history.originals),
            by=who.display,
            at=desk.now(),
            note=sent.note or draft.note,
            base=draft.base,
        )
        drafts.save(msgspec.structs.replace(draft, state="published", version=version.n))
        return version_reply(version, before)

    @routes.delete("/{id}", status_code=204, summary="放弃草稿", responses=WRITING)
    def discard(id: _Id, who: Who) -> None:  # pyright: ignore[reportUnusedFunction]  (as above)
        """草稿不再列出；上传的原件留着。"""
        allow(who, "versions.change")
        drafts.save(msgspec.structs.replace(_open(drafts.get(id)), state="discarded"))

    return routes


def _open(draft: Draft) -> Draft:
    if draft.state in ("published", "discarded"):
        raise HTTPException(409, "这份草稿已经发布或放弃了。")
    return draft
