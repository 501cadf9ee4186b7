"""Words for sentences found in the documents: each in its own words, what it introduces below it, its figures worked out."""

from __future__ import annotations

from assistant.act.results import WrittenResult
from assistant.answer import Figure
from assistant.compose.draft import Draft, clip_around, lines, sentence
from assistant.compose.rules import worked
from assistant.compose.supervision import figure
from assistant.compose.warnings import touching
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from assistant.written_sentences import WrittenSentence
from corpus.records import Quantity

_SHOWN = 200
_ITEMS = 12
_KINDS = frozenset({"share", "frequency", "headcount", "count", "deadline", "amount"})


def compose_written(result: WrittenResult, k: Knowledge, ledger: Ledger) -> Draft:
    """The sentences as the documents have them; a share of a number of units is worked out."""
    paragraphs: list[str] = []
    figures: list[Figure] = []
    for s in result.found:
        n = ledger.cite(s.document, s.span, s.path)
        name = f"{s.column}：" if s.column else ""
        paragraphs.append(f"· {name}{clip_around(sentence(s.text), result.asked, _SHOWN)}[{n}]")
        paragraphs += _introduced(s, ledger)
        for q in _quantities(s):
            figures.append(figure(s.document, q, k, ledger))
            if result.units and q.unit == "%" and q.value is not None:
                paragraphs.append(worked(s.document, q, result.units, k, ledger, figures))
    first = result.found[0].document
    spans = [s.span for s in result.found if s.document is first]
    return Draft(
        "answered",
        "supervision" if result.on_checks else "other",
        lines("收录的文件里是这样写的：", *paragraphs),
        figures=tuple(figures),
        warnings=tuple(touching(first, spans, k, ledger)),
    )


def _introduced(s: WrittenSentence, ledger: Ledger) -> list[str]:
    """The items below a clause that ends by introducing them."""
    if s.clause is None or not (s.clause.heading or s.text.endswith(("：", ":"))):
        return []
    below = [c for c in s.document.clauses if c.parent == s.clause.index and c.text][:_ITEMS]
    return [f"　{sentence(c.text)}[{ledger.cite(s.document, c.span, c.path)}]" for c in below]


def _quantities(s: WrittenSentence) -> list[Quantity]:
    return [
        q
        for q in s.document.quantities
        if q.kind in _KINDS and q.value is not None and s.span.start <= q.span.start and q.span.end <= s.span.end
    ]
