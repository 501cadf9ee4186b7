"""Words for regimes side by side: one row a kind of check, or a paragraph a regime."""

from __future__ import annotations

from assistant.act.across.results import ComparisonResult, Row
from assistant.answer import Figure, Step, Warning
from assistant.compose.draft import Draft, lines, sentence
from assistant.compose.supervision import PART_NAMES, figure
from assistant.compose.warnings import touching
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from corpus.records import Document, Quantity, Regime
from corpus.tidy import tidy

_SILENT = "没有写"


def compose_comparison(result: ComparisonResult, k: Knowledge, ledger: Ledger) -> Draft:
    """The regimes' titles, then what each says on the part asked for; figures as typed records."""
    titles = [f"{r.title}[{ledger.cite(d, r.title_span)}]" for d, r in result.regimes]
    lead = f"{'、'.join(titles)}，{PART_NAMES[result.part]}对照如下："
    figures: list[Figure] = []
    steps: list[Step] = []
    entries: list[str] = []
    for row in result.rows:
        entries.append(f"{row.name}{_alike(row)}：")
        for (document, regime), cell in zip(result.regimes, row.cells, strict=True):
            entries.append(f"· {regime.title}：{_cell(document, cell, k, ledger)}")
            figures += [figure(document, q, k, ledger) for q in cell if q.value is not None]
    for (document, regime), clauses in zip(result.regimes, result.clauses, strict=False):
        entries.append(f"{regime.title}（{len(clauses)} 条）：")
        for c in clauses:
            n = ledger.cite(document, c.span, c.path)
            entries.append(f"· {sentence(c.text)}[{n}]")
            steps.append(Step(n=len(steps) + 1, text=sentence(c.text), citation=n))
        figures.append(_count(regime, len(clauses)))
    warnings: list[Warning] = [w for d, r in result.regimes for w in _warnings(result, d, r, k, ledger)]
    return Draft(
        "answered", "supervision", lines(lead, *entries), figures=tuple(figures), steps=tuple(steps), warnings=tuple(warnings)
    )  # fmt: skip


def _cell(document: Document, cell: tuple[Quantity, ...], k: Knowledge, ledger: Ledger) -> str:
    out: dict[int, str] = {}
    for q in cell:
        n = ledger.cite(document, q.sentence, k.path_at(document, q.sentence))
        out.setdefault(n, f"{sentence(tidy(document.text, q.sentence).text)}[{n}]")
    return "；".join(out.values()) or _SILENT


def _alike(row: Row) -> str:
    """Whether the regimes demand the same, figure by figure; empty where one of them says nothing."""
    demands = [{(q.kind, q.relation, q.value, q.unit, q.period) for q in cell} for cell in row.cells]
    if not all(demands):
        return ""
    return "（要求相同）" if all(d == demands[0] for d in demands) else "（要求不同）"


def _count(regime: Regime, n: int) -> Figure:
    return Figure(
        label=f"{regime.title} 条数", value=n, unit="条", relation="=", citation=None, working=f"逐条数出：{n}"
    )


def _warnings(result: ComparisonResult, document: Document, regime: Regime, k: Knowledge, ledger: Ledger) -> tuple[Warning, ...]:  # fmt: skip
    return touching(document, [p.span for p in regime.parts if p.kind == result.part], k, ledger)
