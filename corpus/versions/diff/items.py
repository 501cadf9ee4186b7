"""All records of a document as items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.records import Document, Fine, Passage, Quantity, Span
from corpus.versions.diff.item import Item

_MARKS = "，。；：\n"
_RELATIONS = {">=": "不少于", "<=": "不超过", ">": "多于", "<": "少于", "=": ""}


def items_of(documents: Iterable[Document]) -> list[Item]:
    """Sections are left out: they are compared by their duties (`sections.py`)."""
    return [item for document in documents for item in _items(document)]


def _items(d: Document) -> Iterator[Item]:
    for duty in d.duties:
        for passage in duty.items:
            yield Item("职责", passage.text.rstrip("。；;， "), (("科室", duty.section),), d, passage.span, duty.main)
    for boundary in d.boundaries:
        for share in boundary.shares:
            name = f"{boundary.matter}（{share.department}）"
            yield Item("职责分工", name, (("分工", share.text),), d, share.span)
    for regime in d.regimes:
        supervisor = (("单位", regime.supervisor),) if regime.supervisor else ()
        yield Item("监管制度", regime.title, supervisor, d, regime.title_span)
    for penalty in d.penalties:
        name = penalty.violation + (f"（{penalty.when}）" if penalty.when else "")
        law = " ".join(filter(None, (f"《{penalty.law}》" if penalty.law else "", penalty.article, penalty.item)))
        parts = (*fine_parts(penalty.fine), ("措施", "、".join(penalty.measures)), ("依据", law))
        yield Item("罚则", name, parts, d, penalty.span, _title(d, penalty.regime), penalty.clause)
    for tier in d.tiers:
        name = "，".join(filter(None, (tier.violation, tier.subject, tier.name)))
        parts = (*fine_parts(tier.fine), ("情形", tier.circumstances), ("措施", "、".join(tier.measures)))
        yield Item("裁量档次", name, parts, d, tier.span, clause=tier.clause)
    for waiver in d.waivers:
        parts = (("种类", waiver.kind), ("条件", waiver.circumstances.text), ("依据", _joined(waiver.basis)))
        yield Item("免罚事项", waiver.violation, parts, d, waiver.violation_span)
    for check in d.checks:
        fields = {"内容": check.content, "对象": check.object, "比例和频次": check.share, "方式": check.method,
                  "发起部门": check.initiator, "配合部门": check.cooperators, "依据": check.basis}  # fmt: skip
        parts = tuple((label, passage.text) for label, passage in fields.items() if passage)
        yield Item("抽查事项", check.matter.text, parts, d, check.matter.span)
    for guide in d.guides:
        for entry in guide.entries:
            yield Item("办事指南", f"{guide.name}：{entry.label}", (("内容", entry.text),), d, entry.span, entry.kind)
    for asked in d.questions:
        yield Item("问答", asked.question.text, (("答", asked.answer.text),), d, asked.question.span)
    for subsidy in d.subsidies:
        yield Item("补贴", subsidy.name.text, (("规定", subsidy.rule.text),), d, subsidy.name.span)
    for quantity in d.quantities:
        name = quantity.label or quantity.object or quantity.unit
        context = "，".join(filter(None, (_title(d, quantity.regime), quantity.part or "")))
        parts = (("数值", figure(quantity)),)
        told = _piece(d.text, quantity.span)
        yield Item(_quantity_kind(quantity), name, parts, d, quantity.span, context, quantity.clause, told)
    for clause in d.clauses:
        yield Item("条款", clause.text, (), d, clause.span, "，".join(clause.path[:-1]), clause.index)


def fine_parts(fine: Fine) -> tuple[tuple[str, str], ...]:
    """A fine's bounds as parts."""
    per = {"person": "每人"}.get(fine.per or "", "") + (fine.by or "")
    bounds: list[tuple[str, str]] = []
    for label, yuan in (("罚款下限", fine.min_yuan), ("罚款上限", fine.max_yuan)):
        bounds.append((label, f"{yuan} 元" if yuan is not None else ""))
    for label, times in (("倍数下限", fine.min_times), ("倍数上限", fine.max_times)):
        bounds.append((label, f"{fine.base or ''} {times:g} 倍".strip() if times is not None else ""))
    return (*bounds, ("计罚单位", per))


def figure(quantity: Quantity) -> str:
    """A figure in words: 每季度 不少于 1 次."""
    if quantity.value is None:
        return f"未填写 {quantity.unit}"
    value = f"{quantity.value:g}" + (f"—{quantity.upper:g}" if quantity.upper is not None else "")
    return " ".join(filter(None, (quantity.period, _RELATIONS[quantity.relation], value, quantity.unit)))


def _quantity_kind(quantity: Quantity) -> str:
    return {"deadline": "期限", "date": "日期", "amount": "金额"}.get(quantity.kind, "指标")


def _piece(text: str, span: Span) -> Span:
    """The stretch between two marks that a figure stands in: what says of what, and how often."""
    before = max(text.rfind(mark, 0, span.start) for mark in _MARKS) + 1
    after = min((at for mark in _MARKS if (at := text.find(mark, span.end)) >= 0), default=len(text))
    return Span(before, after)


def _title(d: Document, regime: int | None) -> str:
    return d.regimes[regime].title if regime is not None else ""


def _joined(passages: tuple[Passage, ...]) -> str:
    return "；".join(p.text for p in passages)
