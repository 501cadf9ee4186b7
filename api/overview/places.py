"""Where a record stands: short enough to send by the hundred; the quote itself is fetched when somebody opens it."""

from __future__ import annotations

from pydantic import BaseModel, Field

from corpus.records import Corpus, Document, Span


class Place(BaseModel):
    """A stretch of a document; `/v1/corpus/{document}/citation` gives its quote."""

    document: str = Field(description="文件编号")
    start: int = Field(description="从第几个字符起（按 Unicode 码点计）")
    end: int = Field(description="到第几个字符前")


class DocumentRef(BaseModel):
    """A document that places refer to."""

    id: str
    title: str
    bureau: str
    sha256: str


class Passage(BaseModel):
    """Words with where they stand."""

    text: str = Field(description="去掉断行和多余空白的文字，给人看；引用请以原文为准")
    place: Place


def place(document: Document, span: Span) -> Place:
    """The place of a span."""
    return Place(document=document.id, start=span.start, end=span.end)


def passage(document: Document, text: str, span: Span) -> Passage:
    """A text with the place of its span."""
    return Passage(text=text, place=place(document, span))


def references(corpus: Corpus) -> list[DocumentRef]:
    """All documents."""
    return [DocumentRef(id=d.id, title=d.title, bureau=d.bureau, sha256=d.sha256) for d in corpus.documents]
