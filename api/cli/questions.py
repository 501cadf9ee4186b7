"""`renshe questions`: what people asked and did not get, alike questions together."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import typer

from api.cli.doors import Doors
from api.cli.options import Day, parse_day
from api.cli.terminal import Line, print_lines

_STATUS = {
    "not_in_corpus": "文件没有写",
    "out_of_scope": "不归本局管",
    "clarify": "没有再选",
    "unhelpful": "评价没有帮助",
}


@dataclass(frozen=True, slots=True)
class _Row:
    count: int
    status: str
    questions: tuple[str, ...]


def questions(
    context: typer.Context,
    since: str = typer.Option("", metavar=Day, help="只看这一天以来的。"),
    export: str = typer.Option("", metavar="文件", help="另存为评测案例（每行一个 JSON），期望的结果留空待填。"),
) -> None:
    """没有答上来的问题，相近的归在一起，问得多的在前。"""
    from datetime import UTC, datetime, time

    from assistant.conversation.unanswered import grouped

    doors: Doors = context.obj
    day = parse_day(since)
    start = datetime.combine(day, time(), UTC) if day else None
    store = doors.office().store.asked
    groups = grouped(store.unanswered(start), store.unhelpful(start))
    rows = [_Row(g.count, g.status, g.questions) for g in groups]
    if export:
        Path(export).write_text("".join(_case(n, r) for n, r in enumerate(rows, 1)), "utf-8")
    print_lines(line for row in rows for line in _lines(row))
    if not rows:
        print_lines([Line("没有未答上来的问题。")])


def _lines(row: _Row) -> list[Line]:
    head = Line(f"{row.count} 次　{_STATUS[row.status]}　{row.questions[0]}")
    return [head, *(Line(f"　　{q}", "faint") for q in row.questions[1:5])]


def _case(n: int, row: _Row) -> str:
    """A case as `evals/cases` has them, to be completed by somebody who knows the answer."""
    case = {"id": f"asked-{n:03}", "kind": "route", "audience": "citizen", "q": row.questions[0], "expect": {}}
    return json.dumps(case, ensure_ascii=False) + "\n"
