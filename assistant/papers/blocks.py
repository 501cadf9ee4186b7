"""The longer parts of a paper: tables, lists and paragraphs from the checklist and the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from assistant.inspection.checklist import Step
from assistant.inspection.state import ItemState
from assistant.papers.case import Case
from assistant.papers.consequences import cited_law, consequences
from assistant.papers.fills import basis, chinese_date, day_or_blank
from assistant.papers.paper import (
    Blank,
    Block,
    Closing,
    Inline,
    Line,
    Notice,
    Paragraph,
    Signatures,
    Table,
    Text,
    or_blank,
    words,
)
from corpus.records import Quantity
from corpus.tidy import tidy

_FINDINGS = ("序号", "检查内容", "检查结果", "情况说明")
_EVIDENCE = ("序号", "名称", "大小（字节）", "校验值（SHA-256）")
_COOPERATE = ("配合", "如实提供", "提供有关资料")


def contents(case: Case) -> tuple[Block, ...]:
    """检查内容, numbered as the checklist numbers them, under the headings of its halves."""
    out: list[Block] = []
    last = ("", "")
    for item in case.checklist.items:
        if (item.group, item.lead) != last:
            last = (item.group, item.lead)
            title = "，".join(filter(None, last))
            out += [Paragraph((Text(f"{title}：", bold=True),))] if title else []
        out.append(Paragraph((Text(f"{item.n}．{item.text}。"), case.note(item.place))))
    return tuple(out) or (Paragraph((Blank(),)),)


def methods(case: Case) -> tuple[Block, ...]:
    """检查方式 as the document lists them."""
    return _steps(case, case.checklist.methods)


def steps(case: Case) -> tuple[Block, ...]:
    """检查步骤 in order."""
    return _steps(case, case.checklist.steps)


def _steps(case: Case, found: Iterable[Step]) -> tuple[Block, ...]:
    lines = [Paragraph((Text(f"{s.n}．{s.text}。"), case.note(s.place))) for s in found]
    return tuple(lines) or (Paragraph((Blank(),)),)


def indicators(case: Case) -> tuple[Block, ...]:
    """检查指标: the sentences that state frequencies and shares."""
    own = [q for q in case.document.quantities if q.regime == case.checklist.regime and q.part == "indicators"]
    sentences = {q.sentence: q for q in own}
    return tuple(Paragraph(_sentence(case, q)) for q in sentences.values()) or (Paragraph((Blank(),)),)


def _sentence(case: Case, q: Quantity) -> Line:
    path = case.document.clauses[q.clause].path if q.clause is not None else ()
    said = tidy(case.document.text, q.sentence).text.rstrip("；。")
    return (Text(f"{said}。"), case.cite(q.sentence, path))


def cooperation(case: Case) -> tuple[Block, ...]:
    """配合事项: what the regime's own clauses ask of the unit, and room for more."""
    sentences = (
        (said, step) for step in (*case.checklist.steps, *case.checklist.measures) for said in step.text.split("。")
    )
    own = (
        Paragraph((Text(f"{said}。"), case.note(step.place)))
        for said, step in sentences
        if any(w in said for w in _COOPERATE)
    )
    return (*own, Paragraph((Blank("需要提供的资料和其他配合事项"),)))


def findings(case: Case) -> tuple[Block, ...]:
    """检查情况: who was checked when by whom, the counts, the table of all items, and remarks on the whole."""
    state = case.inspection
    counts = Counter(i.finding for i in state.items)
    said = "，".join(f"{name} {counts[name]} 项" for name in ("符合", "不符合", "不适用", "未查") if counts[name])
    intro = f"检查内容共 {len(state.items)} 项：{said}。"
    table = Table(_FINDINGS, tuple(_finding(case, i) for i in state.items), (0.8, 5, 1.4, 3), centred=(0, 2))
    remarks = (Paragraph(words(f"备注：{said}")) for said in state.remarks)
    return (*_circumstances(case), Paragraph(words(intro)), table, *remarks, *disputes(case))


def _circumstances(case: Case) -> Iterator[Block]:
    """When, what kind of inspection and by whom, in a paper that has no parts of their own for these."""
    if case.told & {"day", "inspectors"}:
        return
    state = case.inspection
    kind = f"（{state.kind}）" if state.kind else ""
    yield Paragraph(
        (
            Text(f"{chinese_date(state.day)}对{state.unit.name}进行检查{kind}，检查人员："),
            *or_blank("、".join(person.name for person in state.inspectors), "检查人员"),
            Text("。"),
        )
    )


def disputes(case: Case) -> tuple[Block, ...]:
    """A notice for each item on which the inspectors still differ: the paper shows but one of their findings."""
    return tuple(
        Notice(words(f"“{i.item.text}”：检查人员的结果不一致，这里按最后一次录入的“{i.finding}”，请商定后再签发。"))
        for i in case.inspection.items
        if i.disputed
    )


def _finding(case: Case, state: ItemState) -> tuple[Line, ...]:
    item = case.item(state.item.id)
    number = str(item.n) if item else "—"
    group = f"〔{item.group}〕" if item and item.group else ""
    words_: Line = (Text(group + state.item.text), *((case.note(item.place),) if item else ()))
    result = (Blank(),) if state.finding == "未查" else words(state.finding)
    return (words(number), words_, result, words("；".join(said.rstrip("。；") for said in state.facts)))


def problems(case: Case) -> tuple[Block, ...]:
    """事实: every item found wanting, with the inspector's note."""
    out: list[Block] = []
    for n, state in enumerate(case.wanting, start=1):
        item = case.item(state.item.id)
        line: list[Inline] = [Text(f"{n}．{state.item.text}：不符合。")]
        line += [case.note(item.place)] if item else []
        line += [Text(f"{said.rstrip('。')}。") for said in state.facts] or [Blank("具体事实")]
        out.append(Paragraph(tuple(line)))
    told = () if "findings" in case.told else disputes(case)
    return (*(out or (Paragraph(words("检查中没有记录不符合的项目。")),)), *told)


def grounds(case: Case) -> tuple[Block, ...]:
    """处理依据: the provisions behind the violations that the inspectors matched, then the regime."""
    cited = {cited_law(p): p for state in case.wanting for p in case.penalties(state) if p.law}
    laws = (Paragraph((Text(law), case.cite(p.span, p.path))) for law, p in cited.items())
    return (*laws, *(() if cited else (Paragraph((Blank("适用的法律、法规条款"),)),)), Paragraph(basis(case)))


def evaluation(case: Case) -> tuple[Block, ...]:
    """评价: a judgement is for people to write."""
    return (Paragraph((Blank(),)),)


def corrections(case: Case) -> tuple[Block, ...]:
    """整改意见: what is to be put right, by when."""
    wanting = case.wanting
    if not wanting:
        return (Paragraph((Blank("整改意见，没有不符合的项目时写“无”"),)),)
    lead = Paragraph((Text("请于"), *day_or_blank(case.entered.deadline, "整改期限"), Text("前对下列事项完成整改：")))
    items = (Paragraph((Text(f"{n}．{s.item.text}。"), Blank("整改要求"))) for n, s in enumerate(wanting, start=1))
    return (lead, *items)


def suggestions(case: Case) -> tuple[Block, ...]:
    """处理建议: the consequences that apply, and room for the proposal itself."""
    return (*consequences(case), Paragraph((Blank("处理建议"),)))


def evidence(case: Case) -> tuple[Block, ...]:
    """证据: the files kept, each with its hash."""
    kept = case.inspection.evidence
    if not kept:
        return (Paragraph(words("没有留存证据文件。")),)
    rows = tuple((words(str(n)), words(e.name), words(str(e.size)), words(e.sha256)) for n, e in enumerate(kept, 1))
    return (Table(_EVIDENCE, rows, (0.8, 3, 1.6, 5), centred=(0, 2)),)


def closing(case: Case) -> tuple[Block, ...]:
    """发文机关、日期 and the place of the seal."""
    return (closing_of(case),)


def closing_of(case: Case) -> Closing:
    """The same as the one block it is."""
    return Closing(or_blank(case.issuer, "发文机关"), day_or_blank(case.entered.issued, "日期"))


def signatures(case: Case) -> tuple[Block, ...]:
    """A place to sign for each inspector and for the unit."""
    people = max(len(case.inspection.inspectors), 2)
    return (Signatures((*["检查人员"] * people, "被检查单位负责人", "签字日期")),)


def text(case: Case) -> tuple[Block, ...]:
    """A place to write by hand."""
    return (Paragraph((Blank(),)),)


BLOCKS: dict[str, Callable[[Case], tuple[Block, ...]]] = {
    "contents": contents,
    "methods": methods,
    "steps": steps,
    "indicators": indicators,
    "cooperation": cooperation,
    "findings": findings,
    "problems": problems,
    "grounds": grounds,
    "evaluation": evaluation,
    "corrections": corrections,
    "consequences": consequences,
    "suggestions": suggestions,
    "evidence": evidence,
    "closing": closing,
    "signatures": signatures,
    "text": text,
}
"""Fillers that give whole blocks, by the name that `forms/parts.yaml` calls them by."""
