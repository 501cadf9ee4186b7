"""Anomalies of the documents, shown beside the answers they touch."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.answer import Warning
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from corpus.records import Document, Span

_MOST = 4


def touching(document: Document, spans: Iterable[Span], k: Knowledge, ledger: Ledger) -> tuple[Warning, ...]:
    """Warnings for the anomalies that lie inside, around or across one of the spans an answer rests on."""
    wanted = list(spans)
    out: list[Warning] = []
    for a in document.anomalies:
        places = [s for s in (a.span, a.other) if s is not None]
        if any(_overlap(p, s) for p in places for s in wanted):
            out.append(
                Warning(code=a.code, text=a.text, citation=ledger.cite(document, a.span, k.path_at(document, a.span)))
            )
    return tuple(out[:_MOST])


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
