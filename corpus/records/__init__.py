"""The records every document compiles to, whatever its shape: frozen values, each with the span it was read from.

A span is a pair of character offsets into the *decoded source text* of one document (half open, as in slicing), so that
`text[span.start:span.end]` is the verbatim quote. Every other string in a record is *tidy*: line breaks and stray blanks
inside Chinese words removed, full-width digits and letters made half-width (see `corpus.tidy`).
"""

from corpus.records.document import Anomaly, Corpus, Document, InForce
from corpus.records.figures import Quantity, QuantityKind, Relation
from corpus.records.layout import Clause, Place, Table, TableCell
from corpus.records.penalties import Fine, FineKind, LawReference, Penalty, Tier, Waiver
from corpus.records.registry import Boundary, BoundaryShare, Duty, DutyStanding, Section
from corpus.records.services import Guide, GuideEntry, GuideField, QuestionAnswer, Subsidy
from corpus.records.spans import Passage, Record, Span
from corpus.records.supervision import CheckItem, PartKind, Regime, RegimePart

__all__ = [
    "Anomaly",
    "Boundary",
    "BoundaryShare",
    "CheckItem",
    "Clause",
    "Corpus",
    "Document",
    "Duty",
    "DutyStanding",
    "Fine",
    "FineKind",
    "Guide",
    "GuideEntry",
    "GuideField",
    "InForce",
    "LawReference",
    "PartKind",
    "Passage",
    "Penalty",
    "Place",
    "Quantity",
    "QuantityKind",
    "QuestionAnswer",
    "Record",
    "Regime",
    "RegimePart",
    "Relation",
    "Section",
    "Span",
    "Subsidy",
    "Table",
    "TableCell",
    "Tier",
    "Waiver",
]
