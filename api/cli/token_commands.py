"""`renshe token …`: tokens by which programs use the API in somebody's name."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Annotated

import typer

from api.cli.doors import Doors

Name = Annotated[str, typer.Argument(metavar="名称", help="账号名称。")]


def add(
    context: typer.Context,
    name: Name,
    label: Annotated[str, typer.Option(metavar="名目", help="这个令牌给谁用、做什么。")],
    days: Annotated[
        int | None, typer.Option(metavar="天数", min=1, max=3650, help="有效天数；不写则一直有效。")
    ] = None,
) -> None:
    """新建接口令牌。令牌只显示这一次。"""
    doors: Doors = context.obj
    office, now = doors.office(), doors.now()
    expires = now + timedelta(days=days) if days else None
    made, token = office.sign_in.make_api_token(
        office.accounts.named(name), uuid.uuid4().hex, label, now=now, expires=expires
    )
    typer.echo(f"令牌编号 {made.id}。令牌只显示这一次，请妥善保存：", err=True)
    typer.echo(token)


def list_tokens(context: typer.Context, name: Name) -> None:
    """列出一个账号的令牌（不含令牌本身）。"""
    doors: Doors = context.obj
    office = doors.office()
    for token in office.store.tokens.api_tokens(office.accounts.named(name).id):
        until = f"，至 {token.expires_at.date()}" if token.expires_at else ""
        state = "　已停用" if token.revoked_at else ""
        typer.echo(f"{token.id}　{token.label}　{token.created_at.date()} 起{until}{state}")


def revoke(context: typer.Context, name: Name, id: Annotated[str, typer.Argument(metavar="编号")]) -> None:
    """停用一个令牌，立即生效。"""
    doors: Doors = context.obj
    office = doors.office()
    office.sign_in.revoke_api_token(office.accounts.named(name), id, now=doors.now())
    typer.echo("已停用这个令牌。")


COMMANDS = {"add": add, "list": list_tokens, "revoke": revoke}
