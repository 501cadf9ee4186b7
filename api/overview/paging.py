"""Pages of a list: how many rows, after how many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypeVar

from fastapi import Query
from pydantic import StringConstraints

Limit = Annotated[int, Query(ge=1, le=200, description="一页几条")]
After = Annotated[int, Query(ge=0, le=1_000_000, description="跳过前几条；上一页给出的 next")]
Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=100),
    Query(description="要找的字词，几个词用空格隔开"),
]
Name = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]

OfBureau = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=100),
    Query(description="收录了几个单位时，只看哪一个（名称或 /v1/corpus 里的 key）；不写看全部"),
]

Row = TypeVar("Row")


def page(rows: Sequence[Row], after: int, limit: int) -> tuple[Sequence[Row], int | None]:
    """The rows of one page, and the `after` of the next; None on the last."""
    end = after + limit
    return rows[after:end], end if end < len(rows) else None
