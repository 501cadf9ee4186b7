"""`renshe meters`: done against owed, from the stored inspections and the register of units."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.doors import Doors
from api.cli.options import parse_day
from api.cli.output_file import FORMATS, known_format, write_sheet, write_text
from api.cli.terminal import print_lines
from api.failures import WorkError

if TYPE_CHECKING:
    from datetime import date

_FORMATS = (*FORMATS, "svg")
_CHINA = timedelta(hours=8)


def meters(
    context: typer.Context,
    regime: Annotated[
        list[str] | None, typer.Option(metavar="制度", help="监管制度的名称，可用日常说法，可写几次；不写就是全部。")
    ] = None,
    as_of: str = typer.Option("", metavar="YYYY-MM-DD", help="按哪一天统计；不写就是今天。"),
    form: str = typer.Option("table", "--format", metavar="格式", help=f"{' | '.join(_FORMATS)}。"),
    out: str = typer.Option("", metavar="文件", help="写到哪个文件；不写就输出到屏幕。"),
) -> None:
    """检查进度：每项检查应完成多少、已完成多少、还差多少、最迟哪天。"""
    form = known_format(form, _FORMATS)
    doors: Doors = context.obj
    day = parse_day(as_of) or _today(doors)
    from assistant.meters.chart import meters_svg
    from assistant.meters.gather import Meters
    from assistant.meters.sheet import SHOWN, meters_sheet
    from assistant.planning.errors import PlanError

    planner, store = doors.planner(), doors.office().store
    try:
        found = Meters(store.inspections, store.units, store.access, planner).all(tuple(regime or ()), day)
    except PlanError as error:
        raise WorkError(str(error)) from error
    if form == "svg":
        write_text(meters_svg(found, day), out)
        return
    sheet = meters_sheet(found, planner.knowledge, day)
    if form != "table":
        write_sheet(sheet, form, out)
        return
    if out:
        raise typer.BadParameter("表格显示在屏幕上；要写文件请用 --format 选一种格式。", param_hint="--out")
    from api.cli.sheet_lines import sheet_as_lines

    print_lines(sheet_as_lines(sheet, SHOWN if len(found) > 1 else SHOWN[1:]))


def _today(doors: Doors) -> date:
    """The day in China, where the inspections take place."""
    return (doors.now() + _CHINA).date()
