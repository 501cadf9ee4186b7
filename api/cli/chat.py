"""`renshe chat`: a conversation in the terminal."""

from __future__ import annotations

import sys
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import typer

from api.cli.doors import Doors
from api.cli.password_input import read_password
from api.cli.terminal import Line, print_lines

if TYPE_CHECKING:
    from api.ports import Assistant
    from assistant.accounts.account import Account
    from assistant.answer import Answer
    from assistant.journaled import JournaledAssistant
    from assistant.office import Office

    class Asked(Protocol):
        """Whoever answers."""

        def ask(self, question: str, *, session: str | None = None) -> Answer:
            """One answer."""
            ...


@dataclass(frozen=True)
class _OfBureau:
    """An assistant of which one bureau is asked throughout."""

    assistant: JournaledAssistant | Assistant
    bureau: str

    def ask(self, question: str, *, session: str | None = None) -> Answer:
        """One answer."""
        return self.assistant.ask(question, session=session, bureau=self.bureau or None)


_LEAVE = frozenset({"/退出", "/exit", "/quit"})
_PROMPT = "问> "


def chat(
    context: typer.Context,
    session: str = typer.Option("", metavar="编号", help="接着这个编号的对话；不写就开始新的。"),
    bureau: str = typer.Option("", metavar="单位", help="收录了几个单位时，只问哪一个。"),
    account: str = typer.Option("", metavar="账号", help="以检查人员的账号登录，用说话的方式做检查。"),
) -> None:
    """在终端里对话。输入 /退出 结束。"""
    doors: Doors = context.obj
    if account:
        _talk_signed_in(doors, account, session or uuid.uuid4().hex)
    elif session:
        with doors.conversing() as assistant:
            _talk(_OfBureau(assistant, bureau), session)
    else:
        _talk(_OfBureau(doors.assistant(), bureau), uuid.uuid4().hex)


def _talk_signed_in(doors: Doors, name: str, session: str) -> None:
    """A conversation in which words drive inspections. Raises SignInError for a wrong password or token."""
    from assistant.bootstrap import build_guide
    from assistant.guided.signed_in import SignedIn

    office = doors.office()
    who = _account(doors, office, name)
    with doors.conversing() as ordinary:
        _talk(SignedIn(ordinary, build_guide(ordinary.assistant, office), who, doors.now), session)


def _account(doors: Doors, office: Office, name: str) -> Account:
    from assistant.accounts.errors import SignInError
    from assistant.accounts.names import name_key

    secret, now = read_password(name), doors.now()
    who = office.sign_in.who_by_api_token(secret, now=now)
    if who is not None:
        if name_key(who.name) != name_key(name):
            raise SignInError("这个令牌不是这个账号的；请核对账号名称。")
        return who
    signed_in = office.sign_in.sign_in(name, secret, address=None, now=now)
    office.sign_in.sign_out(signed_in.token, now=now)  # the conversation needs no session that outlives it
    return signed_in.account


def _talk(assistant: Asked, session: str) -> None:
    from api.cli.answer_lines import answer_as_lines

    if sys.stdin.isatty():
        import readline

        readline.set_auto_history(True)

        print_lines([Line("您好。请直接输入问题；输入 /退出 结束。", "faint")])
    options: Sequence[str] = ()
    while (said := _next_line()) not in _LEAVE:
        if said:
            answer = assistant.ask(_chosen(said, options), session=session)
            options = answer.options
            print_lines([*answer_as_lines(answer), Line()])


def _next_line() -> str:
    try:
        return input(_PROMPT if sys.stdin.isatty() else "").strip()
    except EOFError:
        return "/退出"


def _chosen(said: str, options: Sequence[str]) -> str:
    """The option a bare number picks from the list just shown; any other words as they are."""
    if said.isdecimal() and 1 <= int(said) <= len(options):
        return options[int(said) - 1]
    return said
