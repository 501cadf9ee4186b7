"""`renshe store backup FOLDER`: a copy of everything that cannot be made again, while the program runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.cli.doors import Doors


def backup(
    context: typer.Context, folder: Annotated[Path, typer.Argument(metavar="文件夹", help="新的文件夹。")]
) -> None:
    """把数据库、证据文件和文件的各个版本复制到一个新的文件夹，不用停止服务。"""
    from assistant.store.backup import back_up_versions

    doors: Doors = context.obj
    count = doors.office().store.back_up(folder)
    ledgers = back_up_versions(doors.settings().home / "versions", folder)
    versions = f"，和 {ledgers} 套文件的各个版本" if ledgers else "；文件没有改过，没有别的版本"
    typer.echo(f"已备份到 {folder}：数据库和 {count} 个证据文件{versions}。")
