"""Words for a checklist: preparation, contents, procedure, handling, each line with its citation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.act.results import ChecklistResult
from assistant.answer import Step
from assistant.compose.draft import Draft, lines, sentence
from assistant.compose.supervision import figure
from assistant.compose.warnings import touching
from assistant.inspection.checklist import Item, Outcome, Place, Requirement
from assistant.inspection.checklist import Step as Procedure
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from corpus.records import Document, Span
from corpus.tidy import tidy

_PREPARATION, _CONTENTS, _PROCEDURE = "检查前的准备", "检查内容", "检查程序"
_HANDLING, _INDICATORS = "检查处理", "检查指标"


class _Writer:
    """Collects cited lines; every line is also a step."""

    def __init__(self, document: Document, ledger: Ledger) -> None:
        self._document, self._ledger = document, ledger
        self.paragraphs: list[str] = []
        self.steps: list[Step] = []
        self._cited: set[Span] = set()

    def head(self, title: str) -> None:
        self.paragraphs.append(f"{title}：")

    def line(self, text: str, place: Place, lead: str = "") -> None:
        n = self._ledger.cite(self._document, place.span, place.path)
        self._cited.add(place.span)
        self.paragraphs.append(f"· {lead}{sentence(text)}[{n}]")
        self.steps.append(Step(n=len(self.steps) + 1, text=sentence(text), citation=n))

    def said(self, place: Place) -> bool:
        return place.span in self._cited


def compose_checklist(result: ChecklistResult, k: Knowledge, ledger: Ledger) -> Draft:
    """All parts in the order in which an inspector meets them; a clause is not repeated."""
    document, found = result.document, result.checklist
    regime = document.regimes[found.regime]
    writer = _Writer(document, ledger)
    n = ledger.cite(document, regime.title_span)
    writer.paragraphs.append(f"{found.title}[{n}]的检查清单：")
    _plain(writer, _PREPARATION, found.preparation)
    _contents(writer, found.items)
    _plain(writer, _PROCEDURE, [s for s in found.steps if not s.prepares])
    _plain(writer, _HANDLING, [o for o in found.outcomes if not writer.said(o.place)])
    writer.paragraphs += _indicators(document, found.regime, k, ledger)
    spans = [x.place.span for x in (*found.preparation, *found.items, *found.steps, *found.outcomes)]
    own = [q for q in document.quantities if q.regime == regime.index and q.value is not None]
    cited = {(c.start, c.end) for c in ledger.citations}
    figures = [figure(document, q, k, ledger) for q in own if _covered(q.span.start, cited)]
    return Draft(
        status="answered",
        intent="checklist",
        text=lines(*writer.paragraphs),
        figures=tuple(figures),
        steps=tuple(writer.steps),
        warnings=touching(document, spans, k, ledger),
    )


def _covered(start: int, cited: Iterable[tuple[int, int]]) -> bool:
    return any(a <= start < b for a, b in cited)


def _indicators(document: Document, regime: int, k: Knowledge, ledger: Ledger) -> list[str]:
    """The sentences that state how often and how widely to check."""
    own = [q for q in document.quantities if q.regime == regime and q.part == "indicators"]
    said: dict[int, str] = {}
    for q in own:
        n = ledger.cite(document, q.sentence, k.path_at(document, q.sentence))
        said.setdefault(n, f"· {sentence(tidy(document.text, q.sentence).text)}[{n}]")
    return [f"{_INDICATORS}：", *said.values()] if said else []


def _plain(writer: _Writer, title: str, entries: Sequence[Requirement | Procedure | Outcome]) -> None:
    if entries:
        writer.head(title)
    for entry in entries:
        writer.line(entry.text, entry.place)


def _contents(writer: _Writer, items: Sequence[Item]) -> None:
    """The items, under the heading of their half where there are halves, after the words that lead in a list."""
    last: tuple[str, str] | None = None
    for item in items:
        if (item.group, item.lead) != last:
            last = (item.group, item.lead)
            title = " · ".join(filter(None, (_CONTENTS if last[0] != _CONTENTS else "", *last)))
            writer.head(title)
        writer.line(item.text, item.place)
