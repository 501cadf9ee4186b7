"""`renshe store check`: is everything stored what was written?"""

from __future__ import annotations

import typer

from api.cli.doors import Doors
from api.cli.terminal import Line, print_lines
from api.failures import WorkError


def check(context: typer.Context) -> None:
    """核对全部检查记录的校验链、列表信息、证据文件和数据库本身；有问题时退出状态为 1。"""
    doors: Doors = context.obj
    found = doors.office().store.check()
    print_lines(
        [
            Line(f"核对了 {found.inspections} 次检查的 {found.events} 条记录、{found.files} 个证据文件。"),
            *(Line(f"检查 {x.inspection} 从第 {x.seq} 条起对不上：{x.why}。", "warning") for x in found.breaks),
            *(Line(x, "warning") for x in found.damaged),
        ]
    )
    if not found.sound:
        raise WorkError("存储的内容与写入时不一致；请停止使用，按 docs/operations.md 从备份恢复。")
    print_lines([Line("全部一致。", "strong")])
