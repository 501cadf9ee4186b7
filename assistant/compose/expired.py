"""A word of warning where an answer rests on a document whose own last day has passed."""

from __future__ import annotations

from datetime import date

from assistant.answer import Answer, Citation, Warning
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from corpus.records import Document, InForce, Span
from corpus.tidy import tidy

CODE = "document-expired"


def with_expired(answer: Answer, k: Knowledge, today: date) -> Answer:
    """The answer with a warning for each cited document that says itself it no longer applies on a day."""
    cited = {c.document for c in answer.citations}
    old = [(d, d.in_force) for d in k.corpus.documents if d.id in cited and _ended(d, today) and d.in_force]
    said = {w.text for w in answer.warnings}
    citations, warnings = list(answer.citations), list(answer.warnings)
    for document, rule in old:
        words = "".join(tidy(document.text, rule.span).text.split())
        text = (
            f"《{document.title}》写明“{words}”，按它自己写的，现在已经过了有效的期限；是否仍然适用，请向经办科室核实。"
        )
        if text not in said:
            citation = _cite(document, rule, len(citations) + 1, k)
            citations.append(citation)
            warnings.append(Warning(code=CODE, text=text, citation=citation.n))
    if len(warnings) == len(answer.warnings):
        return answer
    return answer.model_copy(update={"citations": citations, "warnings": warnings})


def _ended(document: Document, today: date) -> bool:
    end = document.in_force.end if document.in_force else None
    return end is not None and date.fromisoformat(end) < today


def _cite(document: Document, rule: InForce, n: int, k: Knowledge) -> Citation:
    """The clause that says so: the years it is valid for may stand beside the day it began."""
    holds = (c.span for c in document.clauses if c.span.start <= rule.span.start and rule.span.end <= c.span.end)
    span: Span = min(holds, key=lambda s: s.end - s.start, default=rule.span)
    ledger = Ledger()
    ledger.cite(document, span, k.path_at(document, span))
    return ledger.citations[0].model_copy(update={"n": n})
