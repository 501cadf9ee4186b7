"""What people can apply for and ask: service guides, published answers, subsidies."""

from __future__ import annotations

from typing import Literal

from corpus.records.spans import Passage, Record, Span

GuideField = Literal[
    "handler", "basis", "object", "condition", "material", "step", "time_limit", "place", "hours",
    "telephone", "fee", "result", "channel", "other",
]  # fmt: skip
"""承办机构、依据、对象、条件、材料、流程、时限、地点、时间、电话、收费、结果、渠道."""


class GuideEntry(Record, frozen=True, kw_only=True):
    """One field of a service guide."""

    kind: GuideField
    label: str
    """The field's name in the document's words (`承诺时限`)."""
    text: str
    span: Span
    items: tuple[Passage, ...]
    """`text` cut at its own numbering and sentences."""


class Guide(Record, frozen=True, kw_only=True):
    """A service guide (办事指南): how one matter is handled, or how the bureau itself is reached."""

    index: int
    name: str
    """Of the matter; of the bureau or section for contact details."""
    span: Span
    """Of the name."""
    entries: tuple[GuideEntry, ...]
    path: tuple[str, ...]


class QuestionAnswer(Record, frozen=True, kw_only=True):
    """A question with its published answer."""

    index: int
    question: Passage
    answer: Passage
    path: tuple[str, ...]


class Subsidy(Record, frozen=True, kw_only=True):
    """One subsidy or benefit rule with the amounts it states."""

    index: int
    name: Passage
    rule: Passage
    quantities: tuple[int, ...]
    """Indexes into `Document.quantities`: amounts, shares, caps (relation `<=`), periods."""
    path: tuple[str, ...]
