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
    for clause in clauses:
        if clause.index not in held:
            found += _in_sentence(text, clause)
    yield from sorted(found, key=lambda step: step.span)


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
    begin = condition.end() if condition else start
    imposed = re.compile(
        r"(?<=[，,。；;：:])(?:由[^，。；]{2,20})?(?:可以?|应当?|并)?(?:处以?|罚款|给予|责令|警告|对[^，。；]{2,20}处)"
    ).search(view.text, begin)
    stop = imposed.start() if imposed else begin
    return Step(clause, name, _cut(view, begin, stop), _cut(view, stop, len(view.text)), span)


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
