"""Figures with their grammar."""

from __future__ import annotations

from typing import Literal

from corpus.records.spans import Record, Span
from corpus.records.supervision import PartKind

QuantityKind = Literal["frequency", "share", "headcount", "count", "deadline", "score", "amount", "multiple", "date"]
Relation = Literal[">=", "<=", ">", "<", "="]


class Quantity(Record, frozen=True, kw_only=True):
    """A figure with its grammar: 每月不少于 2 次, 抽查面不低于 50%, 5 个工作日内, 90 分以上."""

    index: int
    kind: QuantityKind
    relation: Relation
    value: float | None
    """None where the document omits the number (后期各工作日)."""
    upper: float | None = None
    """Upper end of a stated interval (60 分-90 分)."""
    unit: str
    """`次` `%` `个` `名` `家` `日` `工作日` `分` `元` …"""
    period: str | None
    """每年 / 每月 / 每季度 / 每班次 / 每次 …"""
    object: str
    """What is counted (`定点培训机构`, `工作人员`), tidy; may be empty."""
    label: str
    """Name for people, from the document's own words: `专项督查 抽查面`."""
    span: Span
    """Of the figure with its comparison and unit."""
    sentence: Span
    """Of the sentence that holds it."""
    clause: int | None
    regime: int | None
    part: PartKind | None
    trigger: str = ""
    """For a deadline: the event it runs from (`稽核结束`), tidy."""
