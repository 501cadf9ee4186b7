"""Words for what a regime demands of a number of units: the rule as it stands, then each figure with its working."""

from __future__ import annotations

import re

from assistant.act.figure_results import PlanResult
from assistant.answer import Figure
from assistant.compose.draft import Draft, lines, sentence
from assistant.compose.supervision import figure
from assistant.compose.warnings import touching
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from assistant.planning.minimum import CheckMinima, Minimum
from corpus.records import Document, Quantity, Span
from corpus.tidy import tidy

_PRECEDENCE = re.compile(r"[^。；;\n]*不\s*一\s*致[^。；;]*为\s*准")


def compose_plan(result: PlanResult, k: Knowledge, ledger: Ledger) -> Draft:
    """Check by check: the document's sentence, the figures for the case, what is missing."""
    desk = _Desk(result, k, ledger)
    title = ledger.cite(result.document, result.regime.title_span)
    total = f"，一共 {result.units} {result.measure}" if result.units is not None else ""
    span = f"，按{result.horizon.word}算" if result.horizon else ""
    paragraphs = [f"{result.regime.title}[{title}]{total}{span}："]
    for found in result.checks:
        paragraphs += desk.check(found)
    paragraphs += desk.staff()
    paragraphs += desk.silent()
    paragraphs += desk.precedence()
    spans = [q.sentence for c in result.checks for q in c.check.quantities]
    return Draft(
        "answered",
        "plan",
        lines(*paragraphs),
        figures=tuple(desk.figures),
        warnings=touching(result.document, spans, k, ledger),
    )


class _Desk:
    """Words one answer, collecting its figures."""

    def __init__(self, result: PlanResult, k: Knowledge, ledger: Ledger) -> None:
        self.result, self.k, self.ledger = result, k, ledger
        self.document: Document = result.document
        self.figures: list[Figure] = []

    def check(self, found: CheckMinima) -> list[str]:
        """The sentences of one check and what follows from them."""
        stated = "；".join(self._sentences(found.check.quantities))
        name = found.check.name
        out = [stated if stated.startswith(name) else f"{name}：{stated}"]
        self.figures += [figure(self.document, q, self.k, self.ledger) for q in found.check.quantities]
        for m in found.minima:
            out.append(f"· {m.label}：至少 {m.value}{f' {m.unit}' if m.unit else ''}（{m.working}）")
            self.figures.append(self._figure(found, m))
        out += [f"· {note}。" for note in found.notes]
        out += [f"· 请告诉我：{ask}说了就能算出。" for ask in found.asks]
        return out

    def staff(self) -> list[str]:
        """Inspectors a visit, and whether those at hand are enough."""
        held = [c.check.staff for c in self.result.checks if c.check.staff] + list(self.result.staff)
        if not self.result.staff and not held:
            return ["文件没有写明这项检查要几个人。"] if self.result.inspectors is not None else []
        rules = list(dict.fromkeys(q for q in held if q.kind == "headcount")) if self.result.staff else []
        if not rules:
            return []
        stated = "；".join(self._sentences(tuple(rules)))
        known = {f.label for f in self.figures}
        fresh = [figure(self.document, q, self.k, self.ledger) for q in rules]
        self.figures += [f for f in fresh if f.label not in known]
        out = [f"每次检查的人数：{stated}"]
        have, least = self.result.inspectors, max(int(q.value or 0) for q in rules)
        if have is not None:
            n = self._cite(max(rules, key=lambda q: q.value or 0))
            verdict = "够" if have >= least else f"不够，还差 {least - have} 人"
            working = f"{have} 人{'不少于' if have >= least else '少于'} {least} 人" + (
                "" if have >= least else f"，{least} − {have} = {least - have}"
            )
            out.append(f"· 一次检查派 {have} 人：{verdict}（{working}）[{n}]")
            self.figures.append(
                Figure(label="每次检查人数至少", value=least, unit="人", relation=">=", citation=n, working=working)
            )
        return out

    def silent(self) -> list[str]:
        """Says so where a number of units is given and no share makes use of it."""
        shares = any(c.check.shares or c.check.all_units for c in self.result.checks)
        used = any(m.what in {"units", "visits"} for c in self.result.checks for m in c.minima)
        if self.result.units is None or shares or used:
            return []
        return ["文件没有按比例规定抽查面，总数的多少不影响这些次数。"]

    def precedence(self) -> list[str]:
        """The regime's own word on what counts where a higher authority sets other figures."""
        parts = [p for p in self.result.regime.parts if p.kind == "indicators"]
        for part in parts:
            match = _PRECEDENCE.search(self.document.text, part.span.start, part.span.end)
            if match:
                span = Span(*match.span())
                n = self.ledger.cite(self.document, span, self.k.path_at(self.document, span))
                return [f"{sentence(tidy(self.document.text, span).text)}[{n}]。"]
        return []

    def _sentences(self, quantities: tuple[Quantity, ...]) -> list[str]:
        spans = list(dict.fromkeys((q.sentence.start, q.sentence.end) for q in quantities))
        by_span = {(q.sentence.start, q.sentence.end): q for q in quantities}
        return [f"{sentence(tidy(self.document.text, Span(*s)).text)}[{self._cite(by_span[s])}]" for s in spans]

    def _cite(self, q: Quantity) -> int:
        return self.ledger.cite(self.document, q.sentence, self.k.path_at(self.document, q.sentence))

    def _figure(self, found: CheckMinima, m: Minimum) -> Figure:
        rest = m.rests[0] if m.rests else found.check.quantities[0]
        return Figure(
            label=f"{found.check.name} {m.label} 至少",
            value=m.value,
            unit=m.unit or "个",
            relation=">=",
            citation=self._cite(rest),
            working=m.working,
        )
