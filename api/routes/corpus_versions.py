"""/v1/corpus/versions: every version of the documents, comparison, going back; only for staff and admins."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query, Response
from pydantic import BaseModel, ConfigDict, StringConstraints

from api.inspections.attachment import attachment
from api.inspections.desk import Desk
from api.inspections.parameters import READING, WRITING
from api.inspections.who import Who
from api.versions.diff_json import diff_json
from api.versions.replies import ComparisonReply, VersionReply, VersionsReply, draft_reply, version_reply
from api.versions.shelf import Shelf
from assistant.accounts.account import Account
from assistant.accounts.policy import Action, account_may
from corpus.versions.diff.diff import compare

Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
Number = Annotated[int, Path(ge=1, le=1_000_000, description="第几版")]
_Number = Annotated[int, Query(ge=1, le=1_000_000, description="第几版")]


class NoteRequest(BaseModel):
    """Why it is done."""

    model_config = ConfigDict(extra="forbid")

    note: Note = ""


def router(desk: Desk, shelf: Shelf) -> APIRouter:
    """The routes over one history."""
    routes = APIRouter(prefix="/v1/corpus/versions", tags=["文件版本"])
    history = shelf.history

    @routes.get("", summary="版本和草稿", responses=READING)
    def all_versions(who: Who) -> VersionsReply:  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        """文件的每一版，以及还没有发布的草稿。"""
        allow(who, "versions.read")
        found = history.versions()
        shown = [version_reply(v, before) for before, v in zip((None, *found), found, strict=False)]
        drafts = [draft_reply(d) for d in shelf.drafts.open()]
        return VersionsReply(serving=shelf.serving, current=found[-1].n, versions=shown[::-1], drafts=drafts)

    @routes.get("/compare", summary="比较两版", responses=READING)
    def two(who: Who, old: _Number, new: _Number) -> ComparisonReply:  # pyright: ignore[reportUnusedFunction]  (as above)
        """逐条的不同，用话说出来：罚款上限 30000 元 → 60000 元。"""
        allow(who, "versions.read")
        _held(shelf, max(old, new))
        sides = [history.compile(history.tree_of(n), history.cache) for n in (old, new)]
        found = diff_json(compare(sides[0].documents, sides[1].documents), [])
        return ComparisonReply(old=old, new=new, changes=found["changes"])

    @routes.post("/{n}/rollback", status_code=201, summary="退回一版", responses=WRITING)
    def back(n: Number, who: Who, sent: NoteRequest) -> VersionReply:  # pyright: ignore[reportUnusedFunction]  (as above)
        """退回第 n 版的文件。退回本身也是一版，什么都不会丢。"""
        allow(who, "versions.change")
        _held(shelf, n)
        before = history.versions()[-1]
        return version_reply(history.rollback(n, by=who.display, at=desk.now(), note=sent.note), before)

    @routes.get("/{n}/files/{file:path}", summary="某一版的原件", response_class=Response, responses=READING)
    def original(n: Number, file: str, who: Who) -> Response:  # pyright: ignore[reportUnusedFunction]  (as above)
        """当时放进来的文件，一字节不差。"""
        allow(who, "versions.read")
        _held(shelf, n)
        if file not in history.version(n).files:
            raise HTTPException(404, f"第 {n} 版里没有这份文件；有哪些见 /v1/corpus/versions。")
        data = (history.tree_of(n) / file).read_bytes()
        return attachment(data, "application/octet-stream", file.rpartition("/")[2])

    return routes


def allow(who: Account, action: Action) -> None:
    """Answers 403 for whoever may not."""
    if not account_may(who, action):
        raise HTTPException(403, "您的账号不能管理文件版本；请用管理员的账号登录。")


def _held(shelf: Shelf, n: int) -> None:
    if n > len(shelf.history.versions()):
        raise HTTPException(404, f"没有第 {n} 版；有哪些见 /v1/corpus/versions。")
