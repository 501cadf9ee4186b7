"""The figures of rules that stand in no regime, each with its sentence and what that stands under."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.records import Document, Quantity
from corpus.tidy import tidy


@dataclass(frozen=True, slots=True)
class RuleFigure:
    """A figure of a rule with the sentence that states it."""

    document: Document
    quantity: Quantity
    text: str
    """Tidy sentence."""
    about: str
    """Title of the document, headings, the figure's own name."""


def figures_of_rules(document: Document) -> tuple[RuleFigure, ...]:
    """Those of a document's running text, in reading order; none of a document that holds regimes."""
    if document.regimes:
        return ()
    fields = tuple(e.span for g in document.guides for e in g.entries)
    return tuple(
        RuleFigure(document, q, tidy(document.text, q.sentence).text, _about(document, q))
        for q in document.quantities
        if q.clause is not None and q.value is not None and not any(s.start <= q.span.start < s.end for s in fields)
    )


def _about(document: Document, q: Quantity) -> str:
    path = document.clauses[q.clause].path if q.clause is not None else ()
    return "，".join((document.title, *path, q.label))
