"""Who works at the command line: by a token, or by an account's name and its password on standard input."""

from __future__ import annotations

import sys
import uuid
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.doors import Doors
from api.failures import WorkError

if TYPE_CHECKING:
    from api.inspections.desk import Desk
    from api.inspections.entering import Entering
    from api.inspections.requests import AnyEvent
    from assistant.accounts.account import Account
    from assistant.inspection.records import Appended

Id = Annotated[str, typer.Argument(metavar="检查编号", help="可以只写前几位。")]
As = Annotated[str, typer.Option("--as", metavar="账号", help="用账号和密码（标准输入）登录；不写就用 RENSHE_TOKEN。")]
_ID_LENGTH, _FEWEST = 32, 4


@dataclass(frozen=True, slots=True)
class Inspector:
    """Somebody signed in, at a desk."""

    desk: Desk
    who: Account

    @property
    def entering(self) -> Entering:
        """Records what this one enters."""
        from api.inspections.entering import Entering

        return Entering(self.desk, self.who)

    def record(self, inspection: str, event: AnyEvent, key: str = "") -> Appended:
        """Enter something. Raises DeniedError, InspectionError."""
        return self.entering.record(self.full_id(inspection), event, key or None)

    def full_id(self, written: str) -> str:
        """The id that begins so, among the latest that this one may see. Raises WorkError where none or several do."""
        if len(written) >= _ID_LENGTH:
            return written
        from assistant.inspection.records import Wanted

        if len(written) < _FEWEST:
            raise WorkError(f"检查编号至少写前 {_FEWEST} 位；编号见 renshe inspect list。")
        found = self.desk.office.inspections.page(self.who, Wanted(), now=self.desk.now(), limit=200)
        fitting = [x.id for x in found if x.id.startswith(written)]
        if len(fitting) != 1:
            why = "有几次" if fitting else "没有"
            raise WorkError(f"{why}编号以 {written} 开头的检查；请写完整的编号，见 renshe inspect list。")
        return fitting[0]


@contextmanager
def inspector(context: typer.Context, name: str = "") -> Generator[Inspector]:
    """Sign in, and out again. Raises WorkError, SignInError."""
    from api.inspections.desk import Desk
    from assistant.inspection.checklists import Checklists

    doors: Doors = context.obj
    office = doors.office()
    desk = Desk(office, lambda: Checklists(doors.planner().knowledge), doors.now, lambda: uuid.uuid4().hex)
    if not name:
        yield Inspector(desk, _by_token(doors, desk))
        return
    signed = office.sign_in.sign_in(name, _secret("密码"), address=None, now=doors.now())
    try:
        yield Inspector(desk, signed.account)
    finally:
        office.sign_in.sign_out(signed.token, now=doors.now())


def _by_token(doors: Doors, desk: Desk) -> Account:
    token = doors.settings().token
    if token is None:
        if not sys.stdin.isatty():
            raise WorkError("不知道是谁：请设 RENSHE_TOKEN（由 renshe token add 生成），或写 --as 账号。")
        token = _secret("接口令牌")
    account = desk.office.sign_in.who_by_api_token(token, now=doors.now())
    if account is None:
        raise WorkError("接口令牌不对、已停用或已过期；请用 renshe token add 换一个。")
    return account


def _secret(what: str) -> str:
    if sys.stdin.isatty():
        return typer.prompt(f"{what}（输入时不显示）", hide_input=True)
    secret = sys.stdin.readline().rstrip("\r\n")
    if not secret:
        raise WorkError(f"没有收到{what}；请在终端里输入，或从标准输入给出一行。")
    return secret
