"""The corpus in outline: what GET /v1/corpus returns."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel, Field

from api.coverage import read_share
from api.lines import line_number
from api.overview.document_words import record_counts, shape_names
from api.part_names import PART_NAMES
from api.suggestions import suggested_questions
from assistant.overview.bureaus import Bureau
from corpus.records import Anomaly, Corpus, Document, Regime


class SectionOutline(BaseModel):
    """A section and how many duties it has."""

    name: str
    duties: int


class RegimeOutline(BaseModel):
    """A supervision regime and its parts in document order."""

    label: str
    title: str
    supervisor: str
    parts: list[str]
    start: int
    end: int


class BoundaryOutline(BaseModel):
    """A matter shared between departments."""

    matter: str
    departments: list[str]


class AnomalyOutline(BaseModel):
    """Something the document gets wrong or leaves open."""

    code: str
    text: str
    quote: str
    line: int
    start: int
    end: int


class CountOutline(BaseModel):
    """How many records of one kind."""

    name: str
    n: int


class DocumentOutline(BaseModel):
    """One source document."""

    id: str
    title: str
    bureau: str
    shapes: list[str] = Field(description="文件是什么形式，如职责登记表")
    counts: list[CountOutline] = Field(description="各类条目的数目，没有的不列")
    file: str
    sha256: str
    characters: int
    read: float = Field(description="已读文字所占比例，0 到 1")
    sections: list[SectionOutline]
    duties: int
    boundaries: list[BoundaryOutline]
    regimes: list[RegimeOutline]
    indicators: int
    penalties: int
    anomalies: list[AnomalyOutline]


class BureauOutline(BaseModel):
    """One of several bureaus: `key` is what limits a question or a list to it."""

    key: str
    name: str
    documents: list[str] = Field(description="文件编号，自己的在前，对几个单位都适用的在后")


class CorpusOutline(BaseModel):
    """All documents, the bureau they name, and questions to start with."""

    bureau: str
    fingerprint: str
    questions: list[str]
    bureaus: list[BureauOutline] = Field(
        default=[], description="收录的几个单位；只有一个时没有这一项", exclude_if=lambda found: not found
    )
    documents: list[DocumentOutline]


def corpus_outline(corpus: Corpus, bureaus: Sequence[Bureau] = ()) -> CorpusOutline:
    """The outline of a corpus. The bureau is the first one a document names; empty where none does."""
    return CorpusOutline(
        bureau=next((document.bureau for document in corpus.documents if document.bureau), ""),
        fingerprint=corpus.fingerprint,
        questions=list(suggested_questions(corpus)),
        bureaus=[BureauOutline(key=b.key, name=b.name, documents=[d.id for d in b.documents]) for b in bureaus],
        documents=[_document(document) for document in corpus.documents],
    )


def _document(document: Document) -> DocumentOutline:
    return DocumentOutline(
        id=document.id,
        title=document.title,
        bureau=document.bureau,
        shapes=shape_names(document),
        counts=[CountOutline(name=name, n=n) for name, n in record_counts(document)],
        file=document.file,
        sha256=document.sha256,
        characters=len(document.text),
        read=read_share(document),
        sections=[SectionOutline(name=s.name, duties=len(s.duties)) for s in document.sections],
        duties=len(document.duties),
        boundaries=[
            BoundaryOutline(matter=b.matter, departments=[share.department for share in b.shares])
            for b in document.boundaries
        ],
        regimes=[_regime(regime) for regime in document.regimes],
        indicators=len(document.quantities),
        penalties=len(document.penalties),
        anomalies=[_anomaly(document, anomaly) for anomaly in document.anomalies],
    )


def _regime(regime: Regime) -> RegimeOutline:
    return RegimeOutline(
        label=regime.label,
        title=regime.title,
        supervisor=regime.supervisor,
        parts=[PART_NAMES[part.kind] for part in regime.parts],
        start=regime.span.start,
        end=regime.span.end,
    )


def _anomaly(document: Document, anomaly: Anomaly) -> AnomalyOutline:
    return AnomalyOutline(
        code=anomaly.code,
        text=anomaly.text,
        quote=document.quote(anomaly.span),
        line=line_number(document.text, anomaly.span.start),
        start=anomaly.span.start,
        end=anomaly.span.end,
    )
