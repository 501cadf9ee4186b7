"""POST /v1/archives/verify: is an archive whole, and is it ours?"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, UploadFile

from api.inspections.desk import Desk
from api.inspections.parameters import WRITING
from api.inspections.replies import CheckReply
from api.inspections.who import Who
from assistant.accounts.account import Account
from assistant.accounts.errors import DeniedError
from assistant.inspection.archive import Manifest, manifest_of, verify_archive


def router(desk: Desk) -> APIRouter:
    """The route over one desk."""
    routes = APIRouter(prefix="/v1/archives", tags=["文书"])

    @routes.post("/verify", summary="核对归档", responses=WRITING)
    def verify(who: Who, file: Annotated[UploadFile, File(description="归档的压缩包，最大 64 MB")]) -> CheckReply:  # pyright: ignore[reportUnusedFunction]
        """核对每个文件的校验值和记录的连续；您能看的检查，还与存着的记录对照。"""
        data = file.file.read()
        problems = verify_archive(data, _head(desk, who, manifest_of(data)))
        return CheckReply(whole=not problems, problems=list(problems))

    return routes


def _head(desk: Desk, who: Account, manifest: Manifest | None) -> tuple[int, str] | None:
    """Number and hash of the entry that the archive ends with, as stored; None where `who` may not see it."""
    if manifest is None:
        return None
    try:
        history = desk.office.inspections.read(who, manifest.inspection, now=desk.now()).history
    except DeniedError:
        return None
    last = history[min(max(manifest.seq, 1), len(history)) - 1]
    return last.seq, last.hash
