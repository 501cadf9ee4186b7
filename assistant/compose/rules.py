"""Words for subsidy rules, waivers and rows of check lists: what the document says, with its figures."""

from __future__ import annotations

import re

from assistant.act.money import yuan
from assistant.act.record_results import CheckItemResult, SubsidyResult, WaiverResult
from assistant.answer import Figure
from assistant.compose.draft import Draft, clip, clip_around, lines, sentence
from assistant.compose.supervision import figure
from assistant.compose.warnings import touching
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from assistant.planning.minimum import share_of, share_working
from corpus.records import CheckItem, Document, Passage, Quantity, Span, Subsidy

_SHOWN = 220
_AMOUNTS = frozenset({"amount", "share", "multiple"})
_HEAD = re.compile(r"[^：:]{0,8}[：:]")
"""A line that only announces the next one."""
_BEHIND = 3
_PER_PERSON = re.compile(r"[/每]人")


def compose_subsidy(result: SubsidyResult, k: Knowledge, ledger: Ledger) -> Draft:
    """Each rule in its own words; its amounts as figures."""
    paragraphs: list[str] = []
    figures: list[Figure] = []
    for document, record in result.found:
        n = ledger.cite(document, record.rule.span, record.path)
        paragraphs.append(
            f"“{record.name.text}”：{clip_around(sentence(record.rule.text), result.asked, _SHOWN)}[{n}]。"
        )
        amounts = [document.quantities[i] for i in record.quantities]
        figures += [
            figure(document, q, k, ledger).model_copy(update={"label": _amount_of(record, q)})
            for q in amounts
            if q.kind in _AMOUNTS and q.value is not None
        ]
        sums = [
            q for q in amounts if q.kind == "amount" and q.value is not None and _PER_PERSON.search(_after(document, q))
        ]
        if result.persons and len(sums) == 1:
            paragraphs.append(_together(document, sums[0], result.persons, k, ledger, figures))
    spans = [record.rule.span for document, record in result.found if document is result.found[0][0]]
    return Draft(
        "answered",
        "other",
        lines(*paragraphs),
        figures=tuple(figures),
        warnings=tuple(touching(result.found[0][0], spans, k, ledger)),
    )


def _amount_of(record: Subsidy, q: Quantity) -> str:
    """`每人 岗前培训`: the subsidy's own name tells its amounts apart better than the words around each of them."""
    return " ".join(filter(None, (q.period, record.name.text)))


def _after(document: Document, q: Quantity) -> str:
    return document.quote(Span(q.span.start, q.span.end + _BEHIND))


def _together(
    document: Document, q: Quantity, persons: int, k: Knowledge, ledger: Ledger, figures: list[Figure]
) -> str:
    """The sum for all persons, with its working; that each of them meets the rule is for the authority to find."""
    each = q.value or 0
    working = f"{yuan(each)} × {persons} 人 = {yuan(each * persons)}"
    n = ledger.cite(document, q.sentence, k.path_at(document, q.sentence))
    figures.append(Figure(label="合计", value=each * persons, unit="元", relation="=", citation=n, working=working))
    return f"· 都符合条件的话，合计：{working}[{n}]。"


def compose_waiver(result: WaiverResult, k: Knowledge, ledger: Ledger) -> Draft:
    """Under which circumstances a violation is not punished, on what basis, and what is done instead."""
    paragraphs: list[str] = []
    for document, w in result.found:
        n = ledger.cite(document, w.violation_span, w.path)
        c = ledger.cite(document, w.circumstances.span, w.path)
        paragraphs.append(f"“{w.violation}”[{n}]：{w.kind}的情形是“{sentence(w.circumstances.text)}”[{c}]。")
        paragraphs += [_line("依据", document, p, w.path, ledger) for p in w.basis if not _HEAD.fullmatch(p.text)]
        paragraphs += [_line("同时采取", document, p, w.path, ledger) for p in w.measures]
    paragraphs.append("是不是符合这些情形，由办案机关认定。")
    return Draft("answered", "penalty", lines(*paragraphs))


def compose_check_item(result: CheckItemResult, k: Knowledge, ledger: Ledger) -> Draft:
    """One paragraph a row; shares and frequencies as figures, worked out where a number of units is given."""
    paragraphs: list[str] = []
    figures: list[Figure] = []
    for document, item in result.found:
        paragraphs.append(_item(document, item, ledger))
        for q in _figures(document, item):
            figures.append(figure(document, q, k, ledger))
            if result.units and q.unit == "%" and q.value is not None:
                paragraphs.append(worked(document, q, result.units, k, ledger, figures))
    return Draft("answered", "supervision", lines(*paragraphs), figures=tuple(figures))


def _item(document: Document, item: CheckItem, ledger: Ledger) -> str:
    fields = (
        ("检查对象", item.object),
        ("检查内容", item.content),
        ("抽查比例和频次", item.share),
        ("检查方式", item.method),
        ("事项类别", item.category),
        ("发起（实施）部门", item.initiator),
        ("配合部门", item.cooperators),
        ("实施层级", item.level),
        ("检查依据", item.basis),
    )
    n = ledger.cite(document, item.matter.span, item.path)
    return lines(
        f"“{sentence(item.matter.text)}”[{n}]：",
        *(_line(label, document, passage, item.path, ledger) for label, passage in fields if passage and passage.text),
    )


def _line(label: str, document: Document, passage: Passage, path: tuple[str, ...], ledger: Ledger) -> str:
    n = ledger.cite(document, passage.span, path)
    return f"· {label}：{clip(sentence(passage.text), _SHOWN)}[{n}]"


def _figures(document: Document, item: CheckItem) -> tuple[Quantity, ...]:
    if item.share is None:
        return ()
    span = item.share.span
    return tuple(q for q in document.quantities if span.start <= q.span.start and q.span.end <= span.end)


def worked(document: Document, q: Quantity, units: int, k: Knowledge, ledger: Ledger, figures: list[Figure]) -> str:
    """The least number of units to be drawn, with its working."""
    least, working = share_of(units, q), share_working(units, q)
    n = ledger.cite(document, q.sentence, k.path_at(document, q.sentence))
    figures.append(Figure(label="至少抽查", value=least, unit="家", relation=">=", citation=n, working=working))
    return f"· 按 {units} 家计算，至少抽查 {least} 家：{working}[{n}]。"
