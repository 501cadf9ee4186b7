"""`renshe store access`: who looked at or changed which inspection or file, and when."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import Annotated

import typer

from api.cli.columns import aligned
from api.cli.doors import Doors
from api.failures import WorkError

_CHINA = timezone(timedelta(hours=8))


def access(
    context: typer.Context,
    account: Annotated[str | None, typer.Option(metavar="名称", help="只列这个账号的。")] = None,
    subject: Annotated[str | None, typer.Option(metavar="编号", help="只列这次检查或这个文件（校验值）的。")] = None,
    action: Annotated[str | None, typer.Option(metavar="动作", help="只列这种动作的，例如 file.read。")] = None,
    refused: Annotated[bool, typer.Option("--refused", help="只列被拒绝的。")] = False,
    before: Annotated[int | None, typer.Option(metavar="序号", min=1, help="从这一条以前的列起，翻页用。")] = None,
    limit: Annotated[int, typer.Option(metavar="条数", min=1, max=10_000, help="最多列几条。")] = 50,
) -> None:
    """访问日志：谁在什么时候看了、取了、改了哪次检查、哪个文件。最近的在前。"""
    doors: Doors = context.obj
    office = doors.office()
    who = office.accounts.named(account) if account else None
    found = office.store.access.read(
        account=who.id if who else None,
        subject=subject,
        action=action,
        result="拒绝" if refused else None,
        before=before,
        limit=limit,
    )
    if not found:
        raise WorkError("没有这样的访问记录。")
    names = {a.id: a.name for a in office.accounts.all()}
    rows = [
        (
            str(n),
            f"{x.at.astimezone(_CHINA):%Y-%m-%d %H:%M:%S}",
            names.get(x.account or "", "没有登录" if x.account is None else x.account),
            x.result,
            x.action,
            x.subject,
        )
        for n, x in found
    ]
    for line in aligned([("序号", "时间", "账号", "结果", "动作", "对象"), *rows]):
        typer.echo(line)
    if len(found) == limit:
        typer.echo(f"更早的：加 --before {found[-1][0]}")
