"""`renshe units …`: the register of units that are to be inspected."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.columns import aligned
from api.cli.doors import Doors
from api.cli.output_file import read_bytes
from api.cli.terminal import Line, print_lines
from api.failures import WorkError


def load(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="文件", help="xlsx 或 csv，表头写“单位名称”。")],
    regime: Annotated[
        list[str] | None, typer.Option(metavar="制度", help="这些单位属于哪项监管制度，可写几次；表里有一列的不用写。")
    ] = None,
) -> None:
    """导入单位名录：按编号（没有编号的按名称）新增或更新。"""
    from assistant.inspection.register_file import read_register
    from assistant.planning.units import MOST_BYTES, UnitsError
    from assistant.store.units import RegisteredUnit

    doors: Doors = context.obj
    names = doors.planner().names
    try:
        read = read_register(file, read_bytes(file, "文件", MOST_BYTES), regime or [], lambda w: names.one(w)[1].title)
    except UnitsError as error:
        raise WorkError(f"名录 {file}：{error}") from error
    for problem in read.problems:
        typer.echo(problem, err=True)
    units = (RegisteredUnit(id=r.id, name=r.name, regimes=r.regimes, attributes=r.attributes) for r in read.rows)
    typer.echo(f"已导入 {doors.office().store.units.put(units, at=doors.now())} 家。")


def list_units(
    context: typer.Context,
    regime: Annotated[str, typer.Option(metavar="制度")] = "",
    name: Annotated[str, typer.Option(metavar="字", help="名称里含有的字。")] = "",
) -> None:
    """列出名录里的单位。"""
    doors: Doors = context.obj
    title = doors.planner().names.one(regime)[1].title if regime else None
    found = doors.office().store.units.all(regime=title, name=name or None)
    rows = [("编号", "单位", "监管制度"), *((u.id, u.name, "、".join(u.regimes)) for u in found)]
    print_lines(Line(line) for line in aligned(rows))


COMMANDS = {"import": load, "list": list_units}
