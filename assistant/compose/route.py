"""Words for where to go."""

from __future__ import annotations

from assistant.act.results import RouteResult, Silent
from assistant.answer import SectionRef, Warning
from assistant.compose.draft import Draft, clip, clip_around, lines, sentence
from assistant.compose.warnings import touching
from assistant.findings import Candidate, Reading
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger

_SILENT_WORDS: dict[Silent, str] = {
    "phone": "联系电话",
    "address": "办公地址",
    "hours": "办公时间",
    "amount": "具体金额或标准",
    "materials": "需要带的材料",
    "conditions": "具体条件",
    "duration": "办理需要多长时间",
    "person": "负责人的姓名",
}


def compose_route(result: RouteResult, k: Knowledge, ledger: Ledger) -> Draft:
    """Sections in the order to visit them, each with the registered duty it rests on."""
    if result.ask_back:
        return _ask_back(result, k, ledger)
    first, *others = result.readings
    refs = _refs(first, k, ledger)
    other_lines = [_other(r, k, ledger) for r in others]
    silence = _silence(result, first)
    text = lines(_lead(first, k, ledger), *_share_lines(first, k, ledger), *other_lines, silence)
    listed = {s.name for s in refs}
    extra = [s for r in others for s in _refs(r, k, ledger) if s.name not in listed]
    return Draft(
        status="not_in_corpus" if result.silent and not result.where else "answered",
        intent="route",
        text=text,
        sections=(*refs, *{s.name: s for s in extra}.values()),
        options=tuple(r.matter.name for r in others if r.matter),
        warnings=_warnings(first, k, ledger),
    )


def _cite(c: Candidate, k: Knowledge, ledger: Ledger) -> tuple[int, ...]:
    """Numbers of the citations of the duty and of the section's name beside it, where one is named."""
    s = c.sentence
    duty = ledger.cite(s.document, s.passage.span, s.duty.path)
    return (duty, ledger.cite(s.document, s.duty.section_span, s.duty.path)) if c.section else (duty,)


def _refs(reading: Reading, k: Knowledge, ledger: Ledger) -> tuple[SectionRef, ...]:
    named = (c for c in reading.candidates if c.section)
    return tuple(SectionRef(name=c.section, role=c.role, citation=_cite(c, k, ledger)[-1]) for c in named)


def _lead(reading: Reading, k: Knowledge, ledger: Ledger) -> str:
    what = f"“{reading.matter.name}”" if reading.matter else "这件事"
    staged = [c for c in reading.candidates if c.role not in ("主办", "配合")]
    if not reading.candidates:
        return f"{what}在本单位的职责登记表里没有写明由哪个科室办理。"
    if len(staged) > 1:
        steps = "；".join(f"{c.role}：{c.section}{_marks(c, k, ledger)}" for c in staged)
        rest = [c for c in reading.candidates if c not in staged]
        return lines(f"{what}分几步办理：{steps}。", *(_duty_line(c, what, k, ledger) for c in (*staged, *rest)))
    head, *more = reading.candidates
    if not head.section:
        nobody = f"{what}在收录的文件里列为{_holder(head)}的职责，没有写明由哪个科室办理。"
        return lines(
            nobody, f"原文：“{clip_around(sentence(head.sentence.passage.text), what)}”{_marks(head, k, ledger)}。"
        )
    lead = f"{what}请找{head.section}{_marks(head, k, ledger)}。"
    also = [f"相关科室：{c.section}（{c.role}）{_marks(c, k, ledger)}。" for c in more if c.section]
    return lines(lead, _duty_line(head, what, k, ledger), *also)


def _holder(c: Candidate) -> str:
    """Whose duty it is where no section is named: the bureau of the document, in its own words only."""
    document = c.sentence.document
    return document.bureau or "本单位"


def _marks(c: Candidate, k: Knowledge, ledger: Ledger) -> str:
    return "".join(f"[{n}]" for n in _cite(c, k, ledger))


def _duty_line(c: Candidate, about: str, k: Knowledge, ledger: Ledger) -> str:
    return (
        f"登记的职责：“{clip_around(sentence(c.sentence.passage.text), about)}”（{c.section}）{_marks(c, k, ledger)}。"
    )


def _share_lines(reading: Reading, k: Knowledge, ledger: Ledger) -> list[str]:
    out: list[str] = []
    for s in reading.shares:
        n = ledger.cite(s.document, s.share.span, s.boundary.path)
        m = ledger.cite(s.document, s.share.department_span, s.boundary.path)
        out.append(f"另外，按部门分工，{s.share.department}的职责是“{clip(sentence(s.share.text))}”[{n}][{m}]。")
    return out


def _other(reading: Reading, k: Knowledge, ledger: Ledger) -> str:
    if not reading.candidates:
        return ""
    c = reading.candidates[0]
    if not c.section:
        return ""
    what = f"如果您问的是“{reading.matter.name}”" if reading.matter else "也可能"
    return f"{what}，请找{c.section}{_marks(c, k, ledger)}。"


def _silence(result: RouteResult, reading: Reading) -> str:
    if not result.silent:
        return ""
    words = "、".join(_SILENT_WORDS[s] for s in result.silent)
    section = reading.candidates[0].section if reading.candidates else ""
    ask = f"，请向{section}询问" if section else ""
    return f"现有文件没有写明{words}{ask}。"


def _ask_back(result: RouteResult, k: Knowledge, ledger: Ledger) -> Draft:
    entries: list[str] = []
    refs: dict[str, SectionRef] = {}
    for r in result.readings:
        c = r.candidates[0]
        entries.append(f"“{r.matter.name if r.matter else ''}”：{c.section}{_marks(c, k, ledger)}")
        for ref in _refs(r, k, ledger):
            refs.setdefault(ref.name, ref)
    text = lines("这件事要看您属于哪一种情况，请选一种：", *entries)
    return Draft(
        status="clarify",
        intent="route",
        text=text,
        sections=tuple(refs.values()),
        options=tuple(r.matter.name for r in result.readings if r.matter),
    )


def _warnings(reading: Reading, k: Knowledge, ledger: Ledger) -> tuple[Warning, ...]:
    out: list[Warning] = []
    for document in {c.sentence.document.id: c.sentence.document for c in reading.candidates}.values():
        spans = [c.sentence.passage.span for c in reading.candidates if c.sentence.document is document]
        out += touching(document, spans, k, ledger)
    return tuple(out)
