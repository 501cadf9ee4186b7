"""What the routes of versions answer."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from api.versions.words import version_json
from corpus.versions.drafts import Draft
from corpus.versions.version import Version


class VersionFile(BaseModel):
    """A document of a version."""

    file: str
    sha256: str
    since: str | None = Field(description="从哪一天起施行")
    until: str | None = Field(description="到哪一天为止有效")


class VersionReply(BaseModel):
    """One version."""

    n: int
    at: str
    by: str
    kind: str = Field(description="first | change | rollback | folder | dates")
    note: str
    of: int | None = Field(description="退回的是第几版")
    text: str = Field(description="一句话说明")
    changed: list[str] = Field(description="比前一版改了哪些文件")
    files: list[VersionFile]


class DraftReply(BaseModel):
    """A draft without its preview."""

    id: str
    state: Literal["working", "ready", "failed", "published", "discarded"]
    by: str
    at: str
    note: str
    files: list[str] = Field(description="新增或更换的文件")
    removed: list[str] = Field(description="去掉的文件")
    since: str | None = Field(default=None, description="从哪一天起施行")
    until: str | None = Field(default=None, description="到哪一天为止有效")
    base: int = Field(description="在第几版的基础上")
    step: str = Field(description="正在做什么；做完为空")
    done: int
    total: int
    error: str = Field(description="没有办成的原因；没有则为空")
    version: int | None = Field(description="发布成了第几版")


class DraftPreviewReply(DraftReply):
    """A draft with what it would change."""

    preview: dict[str, Any] | None = Field(
        description="changes：逐条的不同（text 是一句话，old、new 是原文位置）；answers：答复会变的问题（what、old、new）；"
        "asked：试了多少个问题；documents：每份文件读到了什么。state 为 ready 后才有"
    )


class VersionsReply(BaseModel):
    """All versions and the open drafts."""

    serving: int = Field(description="现在答复用的是第几版；发布后几秒内各进程自动换用")
    current: int = Field(description="最新的是第几版")
    versions: list[VersionReply] = Field(description="最新的在前")
    drafts: list[DraftReply] = Field(description="还没有发布或放弃的草稿，最新的在前")


class ComparisonReply(BaseModel):
    """What changed between two versions."""

    old: int
    new: int
    changes: list[dict[str, Any]]


def version_reply(version: Version, before: Version | None) -> VersionReply:
    """A version for people and pages."""
    fields = version_json(version, before)
    files = [VersionFile(file=f["file"], sha256=f["sha256"], since=f["from"], until=f["to"]) for f in fields["files"]]
    return VersionReply.model_validate(fields | {"files": files})


def draft_reply(draft: Draft) -> DraftReply:
    """A draft for a list."""
    return DraftReply(**_draft(draft))


def preview_reply(draft: Draft, preview: dict[str, object] | None) -> DraftPreviewReply:
    """A draft with what was found."""
    return DraftPreviewReply(**_draft(draft), preview=preview if draft.state != "working" else None)


def _draft(draft: Draft) -> dict[str, Any]:
    return {
        "id": draft.id,
        "state": draft.state,
        "by": draft.by,
        "at": draft.at.isoformat(),
        "note": draft.note,
        "files": list(draft.put),
        "removed": list(draft.drop),
        "since": draft.start,
        "until": draft.end,
        "base": draft.base,
        "step": draft.step,
        "done": draft.done,
        "total": draft.total,
        "error": draft.error,
        "version": draft.version,
    }
