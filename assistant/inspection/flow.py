"""A checklist as a flow: preparation, contents, steps, the decision, what follows either way, and the close."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from assistant.compose.penalty import fine_words
from assistant.inspection.checklist import Checklist, Outcome
from corpus.records import Document, Penalty

Stage = Literal["preparation", "contents", "steps", "compliant", "noncompliant", "closing"]
_SHORT = 58
"""Characters of a clause that a box shows; the whole stands in the box's description."""
_ITEM = 34
_THEN = "→"
_SILENT = "文件没有另作规定"


@dataclass(frozen=True, slots=True)
class Node:
    """One box: the words shown, as paragraphs, and the words behind them."""

    label: str
    lines: tuple[str, ...]
    whole: str


@dataclass(frozen=True, slots=True)
class Flow:
    """What is drawn, stage by stage, in reading order."""

    title: str
    stages: tuple[tuple[Stage, str, tuple[Node, ...]], ...]
    question: str = "是否发现不符合？"


def flow(document: Document, checklist: Checklist) -> Flow:
    """The flow of one checklist. A stage that the documents say nothing on is left out, but either way of the decision."""
    needed = tuple(_node("", r.text) for r in checklist.preparation)
    steps = tuple(_node(s.label, s.text) for s in checklist.steps if not s.prepares)
    spans = {s.place.span for s in checklist.steps}
    outcomes = [o for o in checklist.outcomes if o.place.span not in spans]
    contents = (_contents(checklist),) if checklist.items else ()
    closing = _outcomes(document, outcomes, "closing")
    rows: tuple[tuple[Stage, str, tuple[Node, ...]], ...] = (
        ("preparation", "检查前的准备", needed),
        ("contents", "检查内容", contents),
        ("steps", "检查程序", steps),
        ("compliant", "符合", _outcomes(document, outcomes, "compliant") or (_node("", _SILENT),)),
        ("noncompliant", "不符合", _outcomes(document, outcomes, "noncompliant") or (_node("", _SILENT),)),
        ("closing", "收尾", closing),
    )
    return Flow(checklist.title, tuple(r for r in rows if r[2]))


def _contents(checklist: Checklist) -> Node:
    lines: list[str] = []
    group = ""
    for item in checklist.items:
        if item.group and item.group != group:
            group = item.group
            lines.append(f"【{group}】")
        lines.append(f"{item.n}. {_clip(item.text, _ITEM)}")
    return Node("", tuple(lines), "；".join(f"{i.n}. {i.text}" for i in checklist.items))


def _outcomes(document: Document, outcomes: list[Outcome], kind: str) -> tuple[Node, ...]:
    return tuple(_outcome(document, o) for o in outcomes if o.kind == kind)


def _outcome(document: Document, outcome: Outcome) -> Node:
    """What leads to it and, where the documents state penalties, each consequence in a line of its own."""
    penalties = [document.penalties[p] for p in outcome.penalties]
    if not penalties:
        return _node(outcome.label, outcome.text)
    lines: list[str] = []
    for p in penalties:
        if p.violation not in lines:
            lines.append(p.violation)
        lines.append(_consequence(p))
    return Node(outcome.label, tuple(x if x.startswith(_THEN) else _clip(x, _SHORT) for x in lines), outcome.text)


def _consequence(p: Penalty) -> str:
    fine = [f"罚款{fine_words(p.fine).strip()}"] if p.fine.kind != "none" else []
    when = f"{p.when}：" if p.when else ""
    return f"{_THEN} {when}{'；'.join((*p.measures, *fine)) or '按条款原文处理'}"


def _node(label: str, text: str) -> Node:
    return Node(label, (_clip(text, _SHORT),), text)


def _clip(text: str, limit: int) -> str:
    """The first sentence; cut at a comma where that leaves enough, else at the limit."""
    first = re.split(r"[。；]", text, maxsplit=1)[0]
    if len(first) <= limit:
        return first
    cut = max(first.rfind("，", 0, limit), first.rfind("、", 0, limit))
    return first[: cut if cut >= limit // 2 else limit - 1] + "…"
