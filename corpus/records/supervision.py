"""What is inspected and how: regimes with their seven parts, and lists of items for random inspection."""

from __future__ import annotations

from typing import Literal

from corpus.records.spans import Passage, Record, Span

PartKind = Literal["objects", "contents", "indicators", "methods", "measures", "procedure", "handling"]
"""The seven parts of a supervision regime: 对象、内容、指标、方式、措施、程序、处理."""


class RegimePart(Record, frozen=True, kw_only=True):
    """One stretch of a regime that belongs to one of the seven parts."""

    kind: PartKind
    title: str
    """The heading it stands under, tidy, as the document words it."""
    title_span: Span
    span: Span
    """The whole stretch with its heading."""
    clauses: tuple[int, ...]
    """Indexes of its clauses (headings excluded) in reading order."""


class Regime(Record, frozen=True, kw_only=True):
    """One supervision regime (事中事后监管制度)."""

    index: int
    label: str
    """Numbering as written, `（四）`."""
    title: str
    title_span: Span
    span: Span
    supervisor: str
    """单位名称, tidy; empty where not stated."""
    supervisor_span: Span | None
    parts: tuple[RegimePart, ...]
    """In document order. One heading that names two parts (方式和指标) yields two parts over the clauses that fit each."""


class CheckItem(Record, frozen=True, kw_only=True):
    """One row of a random-inspection list (双随机抽查事项清单). What the list has no column for is None."""

    index: int
    number: str
    matter: Passage
    """抽查事项."""
    content: Passage | None
    object: Passage | None
    share: Passage | None
    """抽查比例和频次, as written; its figures are among `Document.quantities`."""
    method: Passage | None
    category: Passage | None
    initiator: Passage | None
    """发起部门, or 抽查主体 where one department does it alone."""
    cooperators: Passage | None
    level: Passage | None
    """实施层级."""
    basis: Passage | None
    path: tuple[str, ...]
    field: Passage | None = None
    """抽查领域, where items are grouped by one."""
