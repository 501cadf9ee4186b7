"""`renshe draw`: a random draw from a list of units that anybody can replay, and the check of a past one."""

from __future__ import annotations

import typer

from api.cli.doors import Doors
from api.cli.options import Day, day_or_none, parse_share
from api.cli.output_file import FORMATS, known_format, read_bytes, write_sheet
from api.cli.plan import units_of
from api.cli.terminal import print_lines
from api.failures import WorkError

_FORMATS = tuple(f for f in FORMATS if f != "ics")
_MOST_RECORD_BYTES = 50_000_000


def draw(
    context: typer.Context,
    units_file: str = typer.Option(..., metavar="文件", help="单位名单（xlsx、csv、jsonl、txt）；“类别”列用于分层。"),
    regime: str = typer.Option("", metavar="制度", help="按哪项监管制度的比例抽，可用日常说法。"),
    kind: str = typer.Option("", metavar="检查", help="哪一种检查，例如 专项督查；不写取要求最高的。"),
    size: int = typer.Option(0, metavar="家数", min=0, help="直接指定抽几家。"),
    share: str = typer.Option("", metavar="比例", help="直接指定比例，例如 30%。"),
    seed: str = typer.Option("", metavar="种子", help="随机种子；不写由系统产生并显示。"),
    not_since: str = typer.Option("", metavar=Day, help="排除这一天以来查过的单位（看“上次检查日期”列）。"),
    form: str = typer.Option("table", "--format", metavar="格式", help=f"{' | '.join(_FORMATS)}。"),
    out: str = typer.Option("", metavar="文件", help="写到哪个文件；不写就输出到屏幕。"),
    check: str = typer.Option("", metavar="记录", help="核对以前的抽取：--format json 写出的记录。"),
) -> None:
    """从名单里随机抽取检查对象：种子公开，同样的名单和种子抽出同样的结果。"""
    doors: Doors = context.obj
    form = known_format(form, _FORMATS)
    since = day_or_none(not_since)
    if not_since and since is None:
        raise typer.BadParameter(f"“{not_since}”不是日期，请写成 2026-01-31 的样子。", param_hint="--not-since")
    part = parse_share(share)
    listed = units_of(units_file)
    if check:
        _check(check, units_file)
        return
    from assistant.planning.draw_order import DrawOrder
    from assistant.planning.draw_sheet import draw_sheet
    from assistant.planning.errors import PlanError

    planner = doors.planner()
    order = DrawOrder(
        listed, seed or doors.seed(), regime=regime, kind=kind, size=size or None, share=part, not_since=since
    )
    try:
        sheet = draw_sheet(planner.draw(order), planner.knowledge)
    except PlanError as error:
        raise WorkError(str(error)) from error
    if form != "table":
        write_sheet(sheet, form, out)
        return
    if out:
        raise typer.BadParameter("表格显示在屏幕上；要写文件请用 --format 选一种格式。", param_hint="--out")
    from api.cli.sheet_lines import sheet_as_lines

    print_lines(sheet_as_lines(sheet, ("序号", "单位名称", "类别", "抽取依据")))


def _check(record_file: str, units_file: str) -> None:
    from assistant.planning.draw_check import differences, read_record
    from assistant.planning.errors import PlanError

    try:
        record = read_record(read_bytes(record_file, "--check", _MOST_RECORD_BYTES))
        found = differences(record, units_of(units_file))
    except PlanError as error:
        raise WorkError(str(error)) from error
    if found:
        raise WorkError("核对不符。" + "；".join(found) + "。")
    typer.echo(f"核对相符：种子 {record.seed}，名单 {record.units_sha256}，{len(record.drawn)} 家逐一相同。")
