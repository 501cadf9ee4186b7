"""`renshe account …`: local accounts. Whoever may run commands on the machine may manage them; the first admin is made here."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.doors import Doors
from api.cli.password_input import read_new_password
from api.failures import WorkError

if TYPE_CHECKING:
    from assistant.accounts.account import Role

Name = Annotated[str, typer.Argument(metavar="名称", help="账号名称。")]
RoleOption = Annotated[str, typer.Option("--role", metavar="角色", help="staff、inspector 或 admin。")]


def add(
    context: typer.Context,
    name: Name,
    role: RoleOption,
    display: Annotated[str, typer.Option(metavar="姓名", help="文书上显示的姓名。")] = "",
) -> None:
    """新建账号。密码在终端输入，或由标准输入给出一行。"""
    doors: Doors = context.obj
    known = _role(role)
    office = doors.office()
    made = office.accounts.add(uuid.uuid4().hex, name, known, read_new_password(), now=doors.now(), display=display)
    typer.echo(f"已新建账号：{made.name}（{_role_name(known)}）。")


def list_accounts(context: typer.Context) -> None:
    """列出全部账号。"""
    doors: Doors = context.obj
    for account in doors.office().accounts.all():
        state = "" if account.active else "　已停用"
        typer.echo(f"{account.name}　{account.display}　{_role_name(account.role)}{state}")


def password(context: typer.Context, name: Name) -> None:
    """重设密码。原来的登录和令牌全部失效，登录锁定也随之解除。"""
    doors: Doors = context.obj
    accounts = doors.office().accounts
    account = accounts.named(name)
    accounts.set_password(account, read_new_password(), now=doors.now())
    typer.echo(f"已重设 {account.name} 的密码。")


def role(context: typer.Context, name: Name, new: Annotated[str, typer.Argument(metavar="角色")]) -> None:
    """改角色，立即生效。"""
    doors: Doors = context.obj
    known = _role(new)
    accounts = doors.office().accounts
    account = accounts.named(name)
    accounts.set_role(account, known)
    typer.echo(f"{account.name} 现在是{_role_name(known)}。")


def disable(context: typer.Context, name: Name) -> None:
    """停用账号，已有的登录和令牌立即失效。"""
    doors: Doors = context.obj
    accounts = doors.office().accounts
    account = accounts.named(name)
    accounts.disable(account, now=doors.now())
    typer.echo(f"已停用 {account.name}。")


def enable(context: typer.Context, name: Name) -> None:
    """恢复已停用的账号。"""
    doors: Doors = context.obj
    accounts = doors.office().accounts
    account = accounts.named(name)
    accounts.enable(account)
    typer.echo(f"已恢复 {account.name}。")


COMMANDS = {
    "add": add,
    "list": list_accounts,
    "password": password,
    "role": role,
    "disable": disable,
    "enable": enable,
}


def _role(written: str) -> Role:
    from assistant.accounts.account import ROLES

    for known in ROLES:
        if known == written and known != "citizen":
            return known
    raise WorkError(f"没有“{written}”这个角色；请用 staff（工作人员）、inspector（检查人员）或 admin（管理员）。")


def _role_name(role: Role) -> str:
    from assistant.accounts.account import ROLE_NAMES

    return ROLE_NAMES[role]
