"""Parameters that several routes take, and what they may answer."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Header, Path

from api.problems import problem_responses

Id = Annotated[str, Path(pattern="^[0-9a-f]{32}$", description="检查编号")]
Sha256 = Annotated[str, Path(pattern="^[0-9a-f]{64}$", description="文件的校验值")]
Kind = Annotated[str, Path(min_length=1, max_length=100, description="文书编号")]
IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=200,
        description="提交编号，每次提交自取一个，最多 200 字；没有收到回复时用同一个重发，不会存两次",
    ),
]
REPLAYED = "Idempotent-Replayed"
"""Header of a reply to something that had been kept already."""

READING = problem_responses(401, 403, 404, 422, 429, 500, 503)
WRITING = problem_responses(400, 401, 403, 404, 409, 413, 422, 429, 500, 503)
CONFLICT: dict[int | str, dict[str, Any]] = {409: WRITING[409]}


def files(*media_types: str) -> dict[int | str, dict[str, Any]]:
    """A successful answer that is a file."""
    content = {t: {"schema": {"type": "string", "format": "binary"}} for t in media_types}
    return {200: {"description": "文件", "content": content}}
