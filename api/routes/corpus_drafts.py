"""/v1/corpus/versions/drafts: documents what sent documents would change is shown, then they are published or not."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import msgspec
from fastapi import APIRouter, HTTPException, Path

from api.inspections.desk import Desk
from api.inspections.parameters import READING, WRITING
from api.inspections.who import Who
from api.routes.corpus_versions import NoteRequest, allow
from api.versions.replies import DraftPreviewReply, VersionReply, preview_reply, version_reply
from api.versions.shelf import Shelf
from assistant.accounts.account import Account
from corpus.versions.drafts import Draft
from corpus.versions.version import Version

_Id = Annotated[str, Path(max_length=64, description="草稿编号")]


def router(desk: Desk, shelf: Shelf) -> APIRouter:
    """The routes over one history's drafts."""
    routes = APIRouter(prefix="/v1/corpus/versions/drafts", tags=["文件版本"])
    drafts = shelf.drafts

    @routes.get("/{id}", summary="草稿：进度和预览", responses=READING)
    def show(id: _Id, who: Who) -> DraftPreviewReply:  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        """state 为 working 时 step、done、total 是进度；为 ready 时 preview 是发布后会有的不同。"""
        allow(who, "versions.read")
        return preview_reply(drafts.get(id), drafts.preview(id))

    @routes.post("/{id}/publish", status_code=201, summary="发布草稿", responses=WRITING)
    def publish(id: _Id, who: Who, sent: NoteRequest) -> VersionReply:  # pyright: ignore[reportUnusedFunction]  (as above)
        """成为新的一版；正在运行的服务和它的各个进程几秒内自动换用，进行中的请求不受影响。"""
        allow(who, "versions.change")
        version, before = _published(shelf, _open(drafts.get(id)), who, sent.note, desk.now())
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


def _published(shelf: Shelf, draft: Draft, who: Account, note: str, now: datetime) -> tuple[Version, Version]:
    """The new version and the one before it; only what was compared with the present version may become one."""
    history = shelf.history
    if draft.state != "ready":
        raise HTTPException(409, "这份草稿还没有比较完，或没有通过；请等它完成，或重新上传。")
    before = history.versions()[-1]
    if before.n != draft.base:
        raise HTTPException(409, f"这期间已经有了第 {before.n} 版；请放弃这份草稿，在新版的基础上重新上传。")
    change = draft.change(history.originals)
    version = history.change(change, by=who.display, at=now, note=note or draft.note, base=draft.base)
    shelf.drafts.save(msgspec.structs.replace(draft, state="published", version=version.n))
    return version, before
