"""What follows from a check, as outcomes with their penalties and deadlines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.inspection.checklist import Outcome, OutcomeKind
from assistant.inspection.demands import demand_clauses, head_before_demand
from assistant.inspection.lines import Ids, Line, deadlines_in, lines_of, touching
from corpus.records import Document, PartKind, Regime

_LEAD = re.compile(r"(?:下列|以下|如下)[^。；：]{0,16}[。：:]?$")
_COMPLIANT = re.compile(
    r"(?:未发现|没有发现|无)[^，。；]{0,8}(?:违规|违法|问题)|不需要[^，。；]{0,6}处理|(?<!不)(?:合格|符合[^，。；]{0,12})的，"
)
_CLOSING = re.compile(r"归档|存档|保存|回复|保密|登记|立卷|执行情况|整改结果")
_CONSEQUENCE = re.compile(r"处罚|处理意见书|责令|追回|取消|警告|移送|移交|罚款|吊销|整改|追究|报告|减半|暂停|终止|退回")
_AFTERWARDS = re.compile(r"^[^，。；]{0,20}(?:接到|收到|结束|完毕|结案)[^，。；]{0,12}后")
_PAPER = re.compile(
    r"《([^《》]{2,30}?(?:书|表|单|报告|记录|笔录))》|(?:下达|下发|出具|送达|发出|作出|制作)([一-鿿]{2,8}?(?:意见书|决定书|通知书|告知书))"
)
_INFORMS = re.compile(
    r"(?:通报|移送|移交|抄送|抄报|报请|报送|报|送达|告知|回复|提请|交由)(?:给|至)?(?P<who>[^，。；、（）《》]{0,16}?(?:部门|机关|机构|负责人|领导|举报人|对象|单位))"
)
_OTHER_PARTS: tuple[PartKind, ...] = ("measures", "methods", "procedure")


def outcomes(document: Document, regime: Regime) -> tuple[Outcome, ...]:
    """Outcomes of the handling part in its order, then consequences that other parts state."""
    ids = Ids()
    inner = demand_clauses(document, regime)
    own = [x for x in lines_of(document, regime, "handling") if x.clause.index not in inner]
    out = [_outcome(document, line, lead, ids) for line, lead in _led(own)]
    seen = {o.place.clause for o in out}
    for kind in _OTHER_PARTS:
        for line in lines_of(document, regime, kind):
            if line.clause.index not in seen and _penalties(document, line):
                seen.add(line.clause.index)
                out.append(_outcome(document, line, "", ids))
    return tuple(out)


def _led(held: list[Line]) -> Iterator[tuple[Line, str]]:
    """Each line with the sentence that opens its list; the openers themselves are left out."""
    lead: Line | None = None
    for i, line in enumerate(held):
        opens = (line.opens_list or bool(_LEAD.search(line.words))) and i + 1 < len(held)
        if opens and not head_before_demand(line.words) and not _penalties(line.document, line):
            lead = line
            continue
        below = lead is not None and bool(line.clause.label) and line.clause.level >= lead.clause.level
        if lead is not None and lead.clause.label and line.clause.parent != lead.clause.index:
            below = False
        yield line, lead.bare if lead is not None and below else ""


def _penalties(document: Document, line: Line) -> tuple[int, ...]:
    return tuple(p.index for p in document.penalties if p.clause == line.clause.index)


def _outcome(document: Document, line: Line, lead: str, ids: Ids) -> Outcome:
    end = head_before_demand(line.words)
    text = line.words[:end].rstrip("。；;：，, ") if end is not None else line.bare
    place = line.place()
    penalties = _penalties(document, line)
    return Outcome(
        id=ids.of("outcome", lead, text),
        kind=_kind(text, bool(penalties)),
        label=line.clause.label,
        text=text,
        lead=lead,
        penalties=penalties,
        deadlines=deadlines_in(document, place),
        papers=tuple(dict.fromkeys(a or b for a, b in _PAPER.findall(text))),
        informs=tuple(dict.fromkeys(m["who"] for m in _INFORMS.finditer(text) if m["who"])),
        place=place,
        anomalies=touching(document, place.span),
    )


def _kind(text: str, penalised: bool) -> OutcomeKind:
    if penalised:
        return "noncompliant"
    if _COMPLIANT.search(text):
        return "compliant"
    if _AFTERWARDS.search(text) or (_CLOSING.search(text) and not _CONSEQUENCE.search(text)):
        return "closing"
    return "noncompliant"
