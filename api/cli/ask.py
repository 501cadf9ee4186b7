"""`renshe ask`: one answer, or one answer a line of a batch file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import typer

from api.cli.batch import answer_lines, read_batch
from api.cli.doors import Doors
from api.cli.options import Day, parse_day
from api.cli.terminal import print_lines

if TYPE_CHECKING:
    from assistant.answer import Answer


def ask(
    context: typer.Context,
    question: str = typer.Argument("", metavar="问题", help="要问的问题。"),
    as_json: bool = typer.Option(False, "--json", help="输出 JSON（结构见 renshe schema）。"),
    session: str = typer.Option("", metavar="编号", help="对话编号：同一编号的问题前后相承。"),
    as_of: str = typer.Option("", "--as-of", metavar=Day, help="按哪一天的情况回答。"),
    bureau: str = typer.Option("", "--bureau", metavar="单位", help="收录了几个单位时，只问哪一个。"),
    batch: str = typer.Option(
        "", metavar="文件", help='批量：每行一个 {"id": …, "q": …}，每行输出一个答复；- 表示标准输入。'
    ),
) -> None:
    """回答一个问题，或用 --batch 回答一批问题。"""
    day = parse_day(as_of)
    if bool(batch) == bool(question.strip()):
        raise typer.BadParameter("请写出一个问题，或用 --batch 指定文件，二者取一。", param_hint="问题")
    doors: Doors = context.obj
    if batch:
        answer_lines(read_batch(batch, session=session or None, as_of=day, bureau=bureau or None), doors.assistant())
        return
    if any("\ud800" <= c <= "\udfff" for c in question):
        raise typer.BadParameter("问题里有不是 UTF-8 的字节，请检查终端的编码。", param_hint="问题")
    answer = _answer(doors, question, session, day, bureau or None)
    if as_json:
        typer.echo(answer.model_dump_json(indent=2))
        return
    from api.cli.answer_lines import answer_as_lines

    print_lines(answer_as_lines(answer))


def _answer(doors: Doors, question: str, session: str, day: date | None, bureau: str | None) -> Answer:
    """The answer; in a conversation it is the next turn, whoever asked the one before, in whichever process."""
    if not session:
        return doors.assistant().ask(question, as_of=day, bureau=bureau)
    with doors.conversing() as assistant:
        return assistant.ask(question, session=session, as_of=day, bureau=bureau)
