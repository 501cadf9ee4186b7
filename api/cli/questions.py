"""`renshe questions`: what people asked and did not get, alike questions together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from api.cli.doors import Doors
from api.cli.options import Day, parse_day
from api.cli.terminal import Line, print_lines

if TYPE_CHECKING:
    from assistant.conversation.unanswered import Group


def questions(
    context: typer.Context,
    since: str = typer.Option("", metavar=Day, help="只看这一天以来的。"),
    export: str = typer.Option("", metavar="文件", help="另存为评测案例（每行一个 JSON），期望的结果留空待填。"),
) -> None:
    """没有答上来的问题，相近的归在一起，问得多的在前。"""
    from datetime import UTC, datetime, time

    from assistant.conversation.unanswered import eval_cases, grouped

    doors: Doors = context.obj
    day = parse_day(since, "--since")
    start = datetime.combine(day, time(), UTC) if day else None
    store = doors.office().store.asked
    groups = grouped(store.unanswered(start), store.unhelpful(start))
    if export:
        Path(export).write_text(eval_cases(groups), "utf-8")
    print_lines(line for group in groups for line in _lines(group))
    if not groups:
        print_lines([Line("没有未答上来的问题。")])


def _lines(group: Group) -> list[Line]:
    from assistant.conversation.unanswered import STATUS_NAMES

    head = Line(f"{group.count} 次　{STATUS_NAMES[group.status]}　{group.questions[0]}")
    return [head, *(Line(f"　　{q}", "faint") for q in group.questions[1:5])]
