"""`renshe plan`: a year's inspections under one regime or all, as a table or a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.doors import Doors
from api.cli.options import numbers_by_name
from api.cli.output_file import FORMATS, known_format, read_bytes, write_sheet
from api.cli.terminal import print_lines
from api.failures import WorkError

if TYPE_CHECKING:
    from assistant.planning.units import UnitList

_REGIME_HELP = "监管制度的名称，可用日常说法，可写几次；不写就是全部。"
_UNITS_HELP = "单位总数；几项制度分别写 劳务派遣=26。"
_SHOWN = ("时间", "检查", "最少数量", "算式", "检查人数")
_OF_SEVERAL = (*_SHOWN[:1], "制度", *_SHOWN[1:])


def plan(
    context: typer.Context,
    year: int = typer.Option(..., metavar="年份", help="哪一年，例如 2026。"),
    regime: Annotated[list[str] | None, typer.Option(metavar="制度", help=_REGIME_HELP)] = None,
    units: Annotated[list[str] | None, typer.Option(metavar="家数", help=_UNITS_HELP)] = None,
    units_file: str = typer.Option("", metavar="文件", help="单位名单（xlsx、csv、jsonl、txt），代替 --units。"),
    special: int = typer.Option(0, metavar="家数", min=0, help="其中要单独达到比例的有几家（例如不定时工作制）。"),
    month: int = typer.Option(0, metavar="月", min=0, max=12, help="只要某一个月。"),
    quarter: int = typer.Option(0, metavar="季", min=0, max=4, help="只要某一个季度。"),
    form: str = typer.Option("table", "--format", metavar="格式", help=f"{' | '.join(FORMATS)}。"),
    out: str = typer.Option("", metavar="文件", help="写到哪个文件；不写就输出到屏幕。"),
) -> None:
    """编制一年（或一季、一月）的检查计划：每项检查最少几家、算式、依据。"""
    form = known_format(form, FORMATS)
    total, by_regime = numbers_by_name(units or [], "--units")
    if units_file and units:
        raise typer.BadParameter("--units 和 --units-file 只写一个。", param_hint="--units")
    doors: Doors = context.obj
    from assistant.planning.errors import PlanError
    from assistant.planning.plan_sheet import part_of_year, plan_sheet
    from assistant.planning.planner import PlanOrder

    listed = units_of(units_file) if units_file else None
    planner = doors.planner()
    order = PlanOrder(
        year=year, regimes=tuple(regime or ()), units=total, by_regime=by_regime, listed=listed,
        special=special or None, month=month or None, quarter=quarter or None,
    )  # fmt: skip
    try:
        plans = planner.plan(order)
        sheet = plan_sheet(plans, planner.knowledge, part_of_year(month, quarter))
    except PlanError as error:
        raise WorkError(str(error)) from error
    for problem in listed.problems if listed else ():
        typer.echo(problem, err=True)
    if form != "table":
        write_sheet(sheet, form, out)
        return
    if out:
        raise typer.BadParameter("表格显示在屏幕上；要写文件请用 --format 选一种格式。", param_hint="--out")
    from api.cli.sheet_lines import sheet_as_lines

    print_lines(sheet_as_lines(sheet, _OF_SEVERAL if len(plans) > 1 else _SHOWN))


def units_of(path: str) -> UnitList:
    """The units of a file. Raises BadParameter when it is not there, WorkError when it cannot be used."""
    from assistant.planning.units import MOST_BYTES, UnitsError
    from assistant.planning.units_file import read_units

    try:
        return read_units(path, read_bytes(path, "--units-file", MOST_BYTES))
    except UnitsError as error:
        raise WorkError(f"名单 {path}：{error}") from error
