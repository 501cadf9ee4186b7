"""Words for what a service guide or a published answer says: the guide's own words, field by field."""

from __future__ import annotations

from assistant.act.record_results import GuideResult, PublishedAnswerResult
from assistant.answer import SectionRef, Step
from assistant.compose.draft import Draft, clip, lines, sentence
from assistant.compose.warnings import touching
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from corpus.records import GuideEntry, GuideField

_FIELDS: dict[GuideField, str] = {
    "handler": "由谁办理",
    "basis": "依据",
    "object": "服务对象",
    "condition": "办理条件",
    "material": "需要的材料",
    "step": "办理步骤",
    "time_limit": "办理时限",
    "place": "办理地点",
    "hours": "办公时间",
    "telephone": "联系电话",
    "fee": "收费",
    "result": "办理结果",
    "channel": "办理渠道",
    "other": "其他说明",
}
_SHOWN = 160
"""Characters of a field that is shown whole; the citation opens the rest."""
_ITEMS = 12


def compose_guide(result: GuideResult, k: Knowledge, ledger: Ledger) -> Draft:
    """One line a field, its items below it; what the guide leaves open is said last."""
    document, guide = result.document, result.guide
    # Called after its file, a guide bears its name nowhere in the text.
    named = guide.span.end > guide.span.start
    at = f"[{ledger.cite(document, guide.span, guide.path)}]" if named else ""
    lead = f"“{guide.name}”{at}在收录的文件里是这样写的："
    steps: list[Step] = []
    paragraphs = [_entry(result, entry, ledger, steps) for entry in result.entries]
    missing = "、".join(dict.fromkeys(_FIELDS[kind] for kind in result.silent))
    silence = f"收录的文件没有写明{missing}，请向办理单位询问。" if missing else ""
    if not result.entries:
        lead = f"收录的文件里有“{guide.name}”{at}，但没有写明您问的内容。"
    return Draft(
        status="answered" if result.entries else "not_in_corpus",
        intent="route",
        text=lines(lead, *paragraphs, silence),
        sections=_handlers(result, k, ledger),
        steps=tuple(steps),
        warnings=tuple(touching(document, [entry.span for entry in result.entries], k, ledger)),
    )


def _entry(result: GuideResult, entry: GuideEntry, ledger: Ledger, steps: list[Step]) -> str:
    document, path = result.document, result.guide.path
    label = entry.label or _FIELDS[entry.kind]
    listed = entry.kind in ("step", "material", "condition") and len(entry.items) > 1
    if not listed:
        n = ledger.cite(document, entry.span, path)
        if entry.kind == "step":
            steps.append(Step(n=len(steps) + 1, text=sentence(entry.text), citation=n))
        return f"· {label}：{clip(sentence(entry.text), _SHOWN)}[{n}]"
    out = [f"· {label}："]
    for item in entry.items[:_ITEMS]:
        n = ledger.cite(document, item.span, path)
        out.append(f"　{sentence(item.text)}[{n}]")
        if entry.kind == "step":
            steps.append(Step(n=len(steps) + 1, text=sentence(item.text), citation=n))
    if len(entry.items) > _ITEMS:
        out.append(f"　其余见原文[{ledger.cite(document, entry.span, path)}]")
    return lines(*out)


def _handlers(result: GuideResult, k: Knowledge, ledger: Ledger) -> tuple[SectionRef, ...]:
    """The handler as a section to go to, where the guide names one; its name is the guide's own word."""
    return tuple(
        SectionRef(name=e.text, role="主办", citation=ledger.cite(result.document, e.span, result.guide.path))
        for e in result.guide.entries
        if e.kind == "handler" and any(s.name == e.text for _, s in k.sections)
    )


def compose_published(result: PublishedAnswerResult, k: Knowledge, ledger: Ledger) -> Draft:
    """Question and answer as they were published."""
    paragraphs: list[str] = []
    for document, record in result.found:
        q = ledger.cite(document, record.question.span, record.path)
        a = ledger.cite(document, record.answer.span, record.path)
        paragraphs.append(lines(f"“{record.question.text}”[{q}]", f"{record.answer.text}[{a}]"))
    spans = [record.answer.span for _, record in result.found[:1]]
    return Draft(
        status="answered",
        intent="other",
        text=lines("收录的文件里有这个问题的解答：", *paragraphs),
        warnings=tuple(touching(result.found[0][0], spans, k, ledger)),
    )
