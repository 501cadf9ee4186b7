"""The steps of a discretion standard as the text sets them apart: name, circumstances, consequence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.records import Clause, Span
from corpus.tidy import Tidy, tidy, trim

_DEGREE = r"(?:特别|较为|比较|极其)?(?:轻微|较轻|轻|一般|中等|较重|严重|恶劣|从轻|从重|减轻|简易程序|不予处罚|不予行政处罚|免予处罚|免于处罚|免罚)"
_NAME = re.compile(
    rf"^(?:适用|属于|具有)?(?:违法|违规)?(?:行为|情节|程度|后果|情形)?(?:危害后果)?(?P<name>{_DEGREE})(?:行政)?(?:违法|违规|处罚)?(?:行为|情节|程度|的?情形|档|阶次|等级)?(?:的|）|\))?(?=$|[：:。，,（(的\s]|适用|裁量|处罚|违法|情形)"
)
SPARED = re.compile(r"不予|免予|免于|免罚")
_CONDITION = re.compile(r"(?:适用|裁量|违法|具体|表现)?(?:条件|情形|情节|表现|事实)(?:是|为)?[：:]")
_STANDARD = re.compile(r"(?:适用|裁量|处罚|量罚|罚款|行政处罚)?(?:基准|标准|幅度|裁量|档次|处罚)(?:是|为)?[：:]")
_IN_SENTENCE = re.compile(
    rf"(?:^|(?<=[；;。，：:]))(?:违法|违规)?(?:行为|情节|程度|后果)?(?P<name>{_DEGREE})(?:违法行为|情节)?的[，,]?(?P<rest>[^；;。]*?(?:处|罚|责令|警告|吊销|没收)[^；;。]*)"
)
_MARKED = re.compile(
    rf"[【\[〔](?:违法)?(?:情节|程度)?(?P<name>{_DEGREE})(?:违法行为|违法|情节|处罚)?[】\]〕][：:]?"
    r"|(?<![\u4e00-\u9fffA-Za-z])(?P<grade>[A-E甲乙丙丁])(?:档|级)[：:]"
)
"""A step's name in brackets (`【轻微】涉及5人以下的，处…`) or the letter of its grade (`A档：…`)."""
_CALLED = re.compile(
    r"(?:违法行为|违法情形|处罚事项)(?:名称|表现)?[】：:]+(?P<what>[^【。；：]{4,80}?)"
    r"(?=【|[。；]|$|(?:处罚|法律|违法)依据|依据[：:]|裁量|违法(?:情节|程度)|适用|(?:免罚|不罚|不予处罚|免予处罚|从轻|减轻)(?:条件|情形))"
)
"""The conduct that a standard names before its steps."""
_LEADS_IN = re.compile(
    r"^(?P<what>.{4,80}?)(?:的)?[，,]?(?:给予警告[，,])?(?:责令[^，。；]{2,12}[，,])?(?:并)?(?:分别)?按照?(?:下列|以下|如下)(?:标准|情形|情节|规定|幅度|档次)[^。；]{0,10}(?:处罚|罚款|处理)[：:]$"
)
_BY_FIGURE = re.compile(r"\d[^，。；]{0,8}(?:以上|以下|以内|不满|不足|未满)|(?:不满|不足|未满|超过|达到?)\d")
_IMPOSES = re.compile(r"处以?|罚款|警告|责令|吊销|没收|不予|免予|免于")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Step:
    """One step."""

    clause: Clause
    name: str
    circumstances: Tidy
    consequence: Tidy
    span: Span
    violation: Tidy | None = None


def steps_of(text: str, clauses: Sequence[Clause]) -> Iterator[Step]:
    """All steps of a document, in reading order; a degree by itself (`情节严重的，吊销…`) is no standard."""
    found: list[Step] = []
    for siblings in _lists(clauses):
        named = [(c, m["name"]) for c in siblings if (m := _NAME.match(_words(c)))]
        if len({name for _, name in named}) >= _LEAST:
            steps = [_step(text, clause, name) for clause, name in named]
            found += [s for s in steps if SPARED.search(s.name) or _IMPOSES.search(s.consequence.text)]
    held = {step.clause.index for step in found}
    for steps in (_marked(text, clauses, held), _by_figure(text, clauses, held)):
        found += steps
        held |= {step.clause.index for step in steps}
    for clause in clauses:
        if clause.index not in held:
            found += _in_sentence(text, clause)
    yield from sorted(found, key=lambda step: step.span)


def called(words: str) -> re.Match[str] | None:
    """The last conduct that a standard names in tidy words (`违法行为：…`), as group `what`."""
    found = list(_CALLED.finditer(words))
    return found[-1] if found else None


def _marked(text: str, clauses: Sequence[Clause], held: set[int]) -> list[Step]:
    """Steps whose names stand in brackets or are grades, in one paragraph or one after another."""
    steps: list[Step] = []
    names: set[str] = set()
    for clause in clauses:
        view = tidy(text, clause.span)
        marks = [] if clause.index in held else list(_MARKED.finditer(view.text))
        for mark, stop in zip(marks, [*(m.start() for m in marks[1:]), len(view.text)], strict=False):
            step = _parted(clause, mark["name"] or mark["grade"], view, mark.end(), stop)
            if SPARED.search(step.name) or _IMPOSES.search(step.consequence.text):
                before = tidy(text, Span(0, view.offsets[mark.start()]))
                what = called(before.text)
                conduct = _cut(before, *what.span("what")) if what else None
                span = trim(text, view.source(mark.start(), stop))
                steps.append(Step(clause, step.name, step.circumstances, step.consequence, span, conduct))
                names.add(step.name)
    return steps if len(names) >= _LEAST else []


def _by_figure(text: str, clauses: Sequence[Clause], held: set[int]) -> list[Step]:
    """Steps without a name that figures set apart (`骗取金额不满1万元的，处…`), below `…的，按下列标准处罚：`."""
    steps: list[Step] = []
    for lead in clauses:
        view = tidy(text, lead.span)
        what = _LEADS_IN.match(view.text[len(lead.label) :])
        if what is None:
            continue
        items = [c for c in clauses if c.parent == lead.index and c.label] or items_after(clauses, lead)
        parted = [_step(text, item, "") for item in items if item.index not in held]
        fitting = [s for s in parted if _BY_FIGURE.search(s.circumstances.text) and _IMPOSES.search(s.consequence.text)]
        if len(fitting) >= _LEAST and len(fitting) == len(items):
            at = len(lead.label)
            conduct = _cut(view, at + what.start("what"), at + what.end("what"), also="的")
            steps += [Step(s.clause, "", s.circumstances, s.consequence, s.span, conduct) for s in fitting]
    return steps


def items_after(clauses: Sequence[Clause], lead: Clause) -> list[Clause]:
    """The numbered items that follow an unnumbered lead-in beside it."""
    items: list[Clause] = []
    for clause in clauses[lead.index + 1 :]:
        if clause.parent != lead.parent:
            continue
        if not clause.label or (items and clause.label == items[0].label):
            break
        items.append(clause)
    return items if not lead.label else []


def _lists(clauses: Sequence[Clause]) -> list[list[Clause]]:
    below: dict[int | None, list[Clause]] = {}
    for clause in clauses:
        below.setdefault(clause.parent, []).append(clause)
    return list(below.values())


def _words(clause: Clause) -> str:
    return clause.text.removeprefix(clause.label)


def _step(text: str, clause: Clause, name: str) -> Step:
    """An item cut at `适用条件：` and `适用基准：`, else where its consequence begins."""
    span = Span(clause.span.start, clause.extent.end)
    view = tidy(text, span)
    head = len(clause.label)
    title = _NAME.match(view.text[head:])
    start = head + (title.end() if title else 0)
    condition = _CONDITION.search(view.text, head)
    standard = next((m for m in _STANDARD.finditer(view.text, condition.end() if condition else start)), None)
    if standard is not None:
        begin = condition.end() if condition and condition.end() <= standard.start() else start
        return Step(clause, name, _cut(view, begin, standard.start()), _cut(view, standard.end(), len(view.text)), span)
    return _parted(clause, name, view, condition.end() if condition else start, len(view.text))


def _parted(clause: Clause, name: str, view: Tidy, begin: int, end: int) -> Step:
    """A step cut where its consequence begins."""
    imposed = re.compile(
        r"(?<=[，,。；;：:])(?:由[^，。；]{2,20})?(?:可以?|应当?|并)?(?:处以?|罚款|给予|责令|警告|没收|对[^，。；]{2,20}处|按照?[^，。；]{0,30}标准(?:计算)?[，,]?处|每[人名]处|按每[人名])"
    ).search(view.text, begin, end)
    stop = imposed.start() if imposed else begin
    span = Span(clause.span.start, clause.extent.end)
    return Step(clause, name, _cut(view, begin, stop), _cut(view, stop, end), span)


def _in_sentence(text: str, clause: Clause) -> list[Step]:
    view = tidy(text, clause.span)
    matches = list(_IN_SENTENCE.finditer(view.text))
    if len({m["name"] for m in matches}) < _LEAST:
        return []
    conduct = _cut(view, len(clause.label), matches[0].start(), also="的")
    return [
        Step(
            clause,
            m["name"],
            _cut(view, m.start(), m.start("rest")),
            _cut(view, *m.span("rest")),
            trim(text, view.source(m.start(), m.end())),
            conduct,
        )
        for m in matches
    ]


def _cut(view: Tidy, start: int, end: int, also: str = "") -> Tidy:
    """The tidy slice without marks at its ends."""
    while start < end and view.text[start] in "，,。；;：: 的（(":
        start += 1
    while end > start and view.text[end - 1] in "，,；;：: " + also:
        end -= 1
    stop = (
        view.offsets[end - 1] + 1 if end > start else (view.offsets[start] if start < len(view.offsets) else view.end)
    )
    return Tidy(view.text[start:end], view.offsets[start:end], stop)
