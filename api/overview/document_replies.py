"""What reading one document is sent: its headings, and every stretch that is worth a remark."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from api.lines import line_number
from api.overview.places import Place, place
from corpus.records import Document, Span

Kind = Literal["anomaly", "set-aside", "unread"]
_BLANK = "空白"
"""The reason for which blank characters are set aside: nothing a reader would look for."""


class HeadingReply(BaseModel):
    """A heading of the outline."""

    text: str
    level: int = Field(description="从 0 起，越大越细")
    place: Place
    end: int = Field(description="它管到第几个字符前，含下级")
    anomalies: int = Field(description="它以下发现的问题数")


class HeadingsReply(BaseModel):
    """The outline of one document."""

    headings: list[HeadingReply]
    total: int
    next: int | None


class MarkReply(BaseModel):
    """A stretch with a remark."""

    kind: Kind
    code: str = Field(description="问题的代码；不是问题时为空")
    text: str = Field(description="问题的说明、不作规定读的原因")
    line: int
    place: Place
    other: Place | None = Field(description="两处矛盾时的另一处")


class MarksReply(BaseModel):
    """A page of remarks, in the order of the text."""

    marks: list[MarkReply]
    total: int
    next: int | None


def headings(document: Document) -> list[HeadingReply]:
    """All headings in document order."""
    starts = sorted(a.span.start for a in document.anomalies)
    return [
        HeadingReply(
            text=c.text,
            level=c.level,
            place=place(document, c.span),
            end=c.extent.end,
            anomalies=sum(c.extent.start <= at < c.extent.end for at in starts),
        )
        for c in document.clauses
        if c.heading
    ]


def marks(document: Document) -> list[MarkReply]:
    """Anomalies, stretches set aside (blank ones left out) and unread ones, by where they begin."""
    aside = [(span, reason) for span, reason in document.set_aside if reason != _BLANK]
    found = [_mark(document, "anomaly", a.span, a.text, a.code, a.other) for a in document.anomalies]
    found += [_mark(document, "set-aside", span, reason) for span, reason in aside]
    found += [_mark(document, "unread", span, "没有读成条款，也没有别的归属") for span in document.unread]
    return sorted(found, key=lambda m: (m.place.start, m.place.end, m.kind))


def _mark(
    document: Document, kind: Kind, span: Span, text: str, code: str = "", other: Span | None = None
) -> MarkReply:
    return MarkReply(
        kind=kind,
        code=code,
        text=text,
        line=line_number(document.text, span.start),
        place=place(document, span),
        other=place(document, other) if other else None,
    )
