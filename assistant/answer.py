"""The Answer: what every surface (command line, HTTP, chat API, MCP) returns. The JSON Schema comes from these types."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Status = Literal["answered", "clarify", "not_in_corpus", "out_of_scope"]
Intent = Literal[
    "route",
    "penalty",
    "supervision",
    "checklist",
    "plan",
    "deadline",
    "boundary",
    "section",
    "corpus",
    "smalltalk",
    "other",
]

UNPROVED = "unproved"
"""Code of the warning on the refusal that goes out instead of an answer that could not be proved."""
NOT_USED = "model-not-used"
"""Code of the warning on an answer that a language model should have worded and did not."""


class Value(BaseModel):
    """A frozen value without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SectionRef(Value):
    """A section to go to, likeliest first."""

    name: str
    role: str = Field(description="主办 | 初审 | 复审 | 配合 | …")
    citation: int | None = Field(description="number of the citation that names the section")


class FineAnswer(Value):
    """A fine interval in yuan; bounds inclusive, as 以上/以下 are in Chinese law."""

    kind: Literal["range", "fixed", "multiple", "none"]
    min_yuan: int | None = None
    max_yuan: int | None = None
    per: Literal["person"] | None = None
    by: str | None = Field(
        default=None, description="another unit the amount is counted by, in the documents' words: 每证"
    )
    min_times: float | None = None
    max_times: float | None = None
    base: str | None = None
    optional: bool = Field(default=False, description="the text says 可 or 可以: may be fined, not must be")


class FineTotal(Value):
    """The interval for the facts given in the question, with the working shown."""

    min_yuan: int | float | None
    max_yuan: int | float | None
    working: str


class PenaltyAnswer(Value):
    """One consequence of one violation."""

    violation: str
    law: str
    article: str
    item: str
    when: str | None = None
    applies: bool | None = Field(
        default=None,
        description="whether the facts of the question call for this consequence; null where they leave it open",
    )
    measures: list[str] = Field(default_factory=list)
    fine: FineAnswer
    fine_total: FineTotal | None = None
    citation: int | None


class Figure(Value):
    """A figure of the documents, or one computed from them (then `working` shows how)."""

    label: str
    value: int | float | None
    unit: str
    relation: Literal[">=", "<=", ">", "<", "="]
    citation: int | None
    working: str | None = None


class Step(Value):
    """One step of a procedure or one item of a checklist."""

    n: int
    text: str
    citation: int | None


class OriginalPlace(Value):
    """Where a quote begins in the original file."""

    page: int | None = Field(default=None, description="from 1")
    box: tuple[float, float, float, float] | None = Field(
        default=None,
        description="left, top, right, bottom of its first line in points from the page's upper left corner",
    )
    cell: str | None = Field(default=None, description="Sheet1!B3 | 表2!R3C1 | 第5段")


class Citation(Value):
    """A verbatim quote: `quote == text[start:end]` of the source file's decoded text."""

    n: int
    document: str
    title: str
    path: list[str]
    quote: str
    file: str
    sha256: str
    start: int
    end: int
    place: OriginalPlace | None = Field(
        default=None, description="where the quote stands in the original file; null for a plain text file"
    )


class Warning(Value):
    """Something the documents themselves get wrong or leave open."""

    code: str
    text: str
    citation: int | None = None
    aside: bool = Field(
        default=False,
        description="true where it is about the documents and not about what was answered; to be shown after the sources",
        exclude_if=lambda aside: not aside,
    )


class PaperRef(Value):
    """A paper that was made in an inspection."""

    kind: str = Field(description="id of its form: record, correction …")
    title: str
    sha256: str = Field(description="of the Word file, under which it is kept")
    link: str = Field(default="", description="path of the Word file over HTTP")


class InspectionRef(Value):
    """The inspection that an answer is about."""

    id: str
    unit: str
    regime: str
    status: str = Field(description="进行中 | 已暂停 | 已结束")
    item: str = Field(description="id of the item that the inspector stands at")
    papers: list[PaperRef] = Field(default_factory=list[PaperRef], description="papers made, the latest of each kind")


class VersionRef(Value):
    """The version of the documents that an answer was read from."""

    n: int = Field(description="number of the version; 1 is the first")
    day: str = Field(description="the day it was put in, ISO")
    note: str = ""


class Answer(Value):
    """One answer."""

    question: str
    id: str
    session: str | None = None
    read_as: str | None = Field(
        default=None, description="the complete question that a follow-up in a conversation was taken for"
    )
    status: Status
    intent: Intent
    text: str = Field(description="Chinese answer with [n] citation markers")
    sections: list[SectionRef] = Field(default_factory=list[SectionRef])
    penalties: list[PenaltyAnswer] = Field(default_factory=list[PenaltyAnswer])
    figures: list[Figure] = Field(default_factory=list[Figure])
    steps: list[Step] = Field(default_factory=list[Step])
    options: list[str] = Field(default_factory=list)
    worded_by: Literal["program", "model"] = Field(
        default="program", description="model: a language model worded `text`, and every sentence of it was proved"
    )
    citations: list[Citation] = Field(default_factory=list[Citation])
    warnings: list[Warning] = Field(default_factory=list[Warning])
    inspection: InspectionRef | None = Field(
        default=None, description="the inspection that the words of a signed-in inspector drive"
    )
    version: VersionRef | None = Field(
        default=None, description="which version of the documents answered, where there are several"
    )
    bureau: str | None = Field(
        default=None, description="which of several bureaus answered; null where there is one, or several answered"
    )
