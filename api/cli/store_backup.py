"""`renshe store backup FOLDER`: a copy of everything that cannot be made again, while the program runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.cli.doors import Doors


def backup(
    context: typer.Context, folder: Annotated[Path, typer.Argument(metavar="文件夹", help="新的文件夹。")]
) -> None:
    """把数据库和证据文件复制到一个新的文件夹，不用停止服务。"""
    doors: Doors = context.obj
    count = doors.office().store.back_up(folder)
    typer.echo(f"已备份到 {folder}：数据库和 {count} 个证据文件。")
