"""An inspection as lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from api.cli.columns import aligned
from api.cli.terminal import Line
from assistant.compose.fine import fine_words
from assistant.inspection.checklists import Held
from assistant.inspection.consequences import Follows
from assistant.inspection.events import Noted
from assistant.inspection.records import Listed
from assistant.inspection.reminders import reminders
from assistant.inspection.state import InspectionState, ItemState
from corpus.records import Penalty

_SHORT = 8
"""Characters of an id that a list shows: enough to name it by."""


def list_lines(found: Sequence[Listed]) -> Iterator[Line]:
    """A table of inspections."""
    rows = [("编号", "日期", "进度", "种类", "监管制度", "单位")]
    rows += [(x.id[:_SHORT], str(x.day), x.status, x.kind, x.regime, x.unit) for x in found]
    for n, line in enumerate(aligned(rows)):
        yield Line(line, "plain" if n else "strong")


def state_lines(state: InspectionState, held: Held | None, people: dict[str, str]) -> Iterator[Line]:
    """Head, reminders, and the checklist with what was found."""
    yield Line(f"{state.regime.title}：{state.unit.name}", "heading")
    names = "、".join(i.name for i in state.inspectors)
    yield Line(f"{state.day}　{state.kind}　{state.status}　检查人员：{names}　编号：{state.id}")
    if state.shared:
        yield Line(f"共享给：{'、'.join(people.get(a, a) for a in state.shared)}")
    yield Line(f"共 {len(state.items)} 项，还有 {len(state.unchecked)} 项未查。")
    for said in reminders(held.checklist, state) if held else ():
        yield Line(said, "warning")
    yield Line()
    rows = [_row(n, item) for n, item in enumerate(state.items, 1)]
    yield from (Line(line) for line in aligned([("序号", "结果", "检查内容"), *rows]))
    remarks = [x.said.text for x in state.general if x.stands and isinstance(x.said, Noted)]
    yield from (Line(f"备注：{text}") for text in remarks)
    yield from (Line(f"证据：{e.name}　{e.size:,} 字节　{e.sha256}") for e in state.evidence)


def follows_lines(found: Follows) -> Iterator[Line]:
    """What an item found wanting may lead to; numbers are what `--violation` takes."""
    if found.candidates:
        yield Line("可能的违法情形（选定的用 --violation 编号 再录入一次）：", "strong")
    for candidate in found.candidates:
        yield Line(f"· {candidate.text}")
        yield from (Line(f"    [{p.index}] {_consequence(p)}") for p in candidate.penalties)
    informs = dict.fromkeys(who for o in found.outcomes for who in o.informs)
    papers = dict.fromkeys(name for o in found.outcomes for name in o.papers)
    if papers:
        yield Line(f"要出的文书：{'、'.join(papers)}")
    if informs:
        yield Line(f"要告知或移送：{'、'.join(informs)}")


def paper_lines(papers: Iterable[tuple[str, str, bool]]) -> Iterator[Line]:
    """Kinds of papers: id, title, whether one was made."""
    rows = [("编号", "文书", ""), *((id, title, "已生成" if made else "") for id, title, made in papers)]
    yield from (Line(line) for line in aligned(rows))


def _row(n: int, item: ItemState) -> tuple[str, ...]:
    more = "；".join(filter(None, (item.note, *(v.text for v in item.violations))))
    mark = "（两人结果不一致）" if item.disputed else ""
    return (str(n), item.finding, item.item.text + mark + (f"：{more}" if more else ""))


def _consequence(p: Penalty) -> str:
    fine = [f"罚款{fine_words(p.fine).strip()}"] if p.fine.kind != "none" else []
    law = f"　《{p.law}》{p.article}{p.item}" if p.law else ""
    return f"{p.when or '一般情形'}：{'；'.join((*p.measures, *fine)) or '按条款原文处理'}{law}"
