"""A compiled document, what it says of itself, and all documents together."""

from __future__ import annotations

from corpus.records.figures import Quantity
from corpus.records.layout import Clause, Place, Table
from corpus.records.penalties import LawReference, Penalty, Tier, Waiver
from corpus.records.registry import Boundary, Duty, Section
from corpus.records.services import Guide, QuestionAnswer, Subsidy
from corpus.records.spans import Passage, Record, Span
from corpus.records.supervision import CheckItem, Regime


class InForce(Record, frozen=True, kw_only=True):
    """From when to when a document applies, as it says itself. ISO dates; None where it does not say."""

    start: str | None
    end: str | None
    """Last day, inclusive."""
    span: Span


class Anomaly(Record, frozen=True, kw_only=True):
    """Something the documents get wrong or leave open."""

    code: str
    """Stable ASCII kebab-case name of the rule that found it."""
    text: str
    """One Chinese sentence a reader understands."""
    span: Span
    """What is quoted; for a conflict of two places the first of them."""
    other: Span | None = None
    """The second place."""
    subject: str = ""
    """What it is about (a section, a regime's title …), for showing it beside answers on that subject."""


class Document(Record, frozen=True, kw_only=True):
    """A compiled source document."""

    id: str
    """Stable within the corpus: the file's name without its suffix."""
    file: str
    """Path inside the corpus folder, POSIX."""
    sha256: str
    title: str
    text: str
    """Decoded source text: what all spans index."""
    bureau: str
    """Name of the bureau as the document states it; empty where it does not."""
    shapes: tuple[str, ...]
    clauses: tuple[Clause, ...]
    sections: tuple[Section, ...]
    duties: tuple[Duty, ...]
    boundaries: tuple[Boundary, ...]
    regimes: tuple[Regime, ...]
    quantities: tuple[Quantity, ...]
    references: tuple[LawReference, ...]
    penalties: tuple[Penalty, ...]
    anomalies: tuple[Anomaly, ...]
    contents: tuple[Passage, ...] = ()
    """Entries of a contents list, with their numbering; empty where the document has none."""
    tiers: tuple[Tier, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    checks: tuple[CheckItem, ...] = ()
    guides: tuple[Guide, ...] = ()
    questions: tuple[QuestionAnswer, ...] = ()
    subsidies: tuple[Subsidy, ...] = ()
    tables: tuple[Table, ...] = ()
    places: tuple[Place, ...] = ()
    """Sorted by span; empty for a plain text file, whose text is the original."""
    in_force: InForce | None = None
    set_aside: tuple[tuple[Span, str], ...]
    """Stretches that carry no rule (titles, table headers, blank cells …) and why: `(span, reason)`."""
    unread: tuple[Span, ...]
    """Characters that no record, clause, heading or set-aside stretch accounts for."""

    def quote(self, span: Span) -> str:
        """The verbatim source text of a span."""
        return self.text[span.start : span.end]


class Corpus(Record, frozen=True, kw_only=True):
    """All documents of one bureau."""

    documents: tuple[Document, ...]
    fingerprint: str
    """SHA-256 over the documents' hashes and the compiler's version: the key of every cache and index."""
