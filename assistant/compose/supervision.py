"""Words for how a regime supervises, for deadlines and limits."""

from __future__ import annotations

from assistant.act.results import ProvisionResult, SupervisionResult
from assistant.answer import Figure, Step, Warning
from assistant.compose.draft import Draft, lines, sentence
from assistant.compose.warnings import touching
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from corpus.records import Document, PartKind, Quantity, RegimePart
from corpus.tidy import tidy

PART_NAMES: dict[PartKind, str] = {
    "objects": "监督检查对象",
    "contents": "检查内容",
    "indicators": "检查指标",
    "methods": "检查方式",
    "measures": "检查措施",
    "procedure": "检查程序",
    "handling": "检查处理",
}
"""What the parts of a regime are called in answers."""
_STEP_PARTS: frozenset[PartKind] = frozenset({"procedure", "contents", "methods", "measures", "handling"})


def compose_supervision(result: SupervisionResult, k: Knowledge, ledger: Ledger) -> Draft:
    """The parts asked for, clause by clause in the document's order; figures as typed records."""
    document, regime = result.document, result.regime
    paragraphs: list[str] = [f"{regime.title}[{ledger.cite(document, regime.title_span)}]："]
    steps: list[Step] = []
    figures: list[Figure] = []
    if result.supervisor and regime.supervisor_span:
        n = ledger.cite(document, regime.supervisor_span, (f"{regime.label}{regime.title}",))
        paragraphs.append(f"文件写明的单位是：{regime.supervisor}[{n}]")
    for clause in result.focus:
        n = ledger.cite(document, clause.span, clause.path)
        paragraphs.append(f"· {sentence(clause.text)}[{n}]")
        steps.append(Step(n=1, text=sentence(clause.text), citation=n))
    if result.quantities and not result.parts:
        figures = [figure(document, q, k, ledger) for q in result.quantities if q.value is not None]
        paragraphs += _sentences(document, result.quantities, k, ledger)
    for part in result.parts:
        if part.kind == "indicators" and result.quantities:
            figures = [figure(document, q, k, ledger) for q in result.quantities if q.value is not None]
            paragraphs.append(PART_NAMES[part.kind] + "：")
            paragraphs += _sentences(document, result.quantities, k, ledger)
            continue
        paragraphs.append(PART_NAMES[part.kind] + "：")
        for text, n in _clauses(document, part, ledger):
            paragraphs.append(f"· {text}[{n}]")
            if result.checklist or part.kind in _STEP_PARTS:
                steps.append(Step(n=len(steps) + 1, text=text, citation=n))
    focused = [q for q in document.quantities if q.clause in {c.index for c in result.focus} and q.value is not None]
    figures += [figure(document, q, k, ledger) for q in focused]
    spans = [*(p.span for p in result.parts), *(c.span for c in result.focus)]
    if result.supervisor and regime.supervisor_span:
        spans.append(regime.supervisor_span)
    return Draft(
        status="answered",
        intent="checklist" if result.checklist else "supervision",
        text=lines(*paragraphs),
        figures=tuple(figures),
        steps=tuple(steps),
        warnings=touching(document, spans, k, ledger),
    )


def compose_provision(result: ProvisionResult, k: Knowledge, ledger: Ledger) -> Draft:
    """The clauses word for word, each under its regime's title; list items as steps."""
    entries: list[str] = []
    steps: list[Step] = []
    figures: list[Figure] = []
    warnings: list[Warning] = []
    for document, clause in result.places:
        n = ledger.cite(document, clause.span, clause.path)
        entries.append(f"· {sentence(clause.text)}[{n}]")
        steps.append(Step(n=len(steps) + 1, text=sentence(clause.text), citation=n))
        own = [q for q in document.quantities if q.clause == clause.index and q.value is not None]
        figures += [figure(document, q, k, ledger) for q in own]
        warnings += touching(document, [clause.span], k, ledger)
    unique = {(w.code, w.text): w for w in warnings}
    lead = "文件里是这样写的："
    if result.no_penalty:
        lead = "文件把这种行为列为检查内容，但没有写明对它的处罚："
    if result.too_old is not None:
        lead = f"{result.too_old}岁不在下面这一项所说的年龄之内，所以这一项不适用；收录的文件没有写明别的处罚："
    text = lines(lead, *entries)
    return Draft(
        "answered", "supervision", text, figures=tuple(figures), steps=tuple(steps), warnings=tuple(unique.values())
    )


def _clauses(document: Document, part: RegimePart, ledger: Ledger) -> list[tuple[str, int]]:
    out: list[tuple[str, int]] = []
    for i in part.clauses:
        clause = document.clauses[i]
        if clause.text:
            out.append((sentence(clause.text), ledger.cite(document, clause.span, clause.path)))
    return out


def _sentences(document: Document, quantities: tuple[Quantity, ...], k: Knowledge, ledger: Ledger) -> list[str]:
    out: dict[int, str] = {}
    for q in quantities:
        n = ledger.cite(document, q.sentence, k.path_at(document, q.sentence))
        out.setdefault(n, f"· {sentence(tidy(document.text, q.sentence).text)}[{n}]")
    return list(out.values())


def figure(document: Document, q: Quantity, k: Knowledge, ledger: Ledger) -> Figure:
    """A quantity as a figure with the citation of its sentence."""
    value = q.value if q.value is None or not float(q.value).is_integer() else int(q.value)
    if q.kind == "date":
        value = (
            None  # a day of the year is month × 100 + day in the record: a code, not a number that the documents state
        )
    return Figure(
        label=" ".join(filter(None, (q.period, q.label))),
        value=value,
        unit=q.unit,
        relation=q.relation,
        citation=ledger.cite(document, q.sentence, k.path_at(document, q.sentence)),
    )
