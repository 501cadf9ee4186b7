"""`renshe chat`: a conversation in the terminal."""

from __future__ import annotations

import sys
import uuid
from collections.abc import Sequence

import typer

from api.cli.doors import Doors
from api.cli.terminal import Line, print_lines
from api.ports import Assistant

_LEAVE = frozenset({"/退出", "/exit", "/quit"})
_PROMPT = "问> "


def chat(
    context: typer.Context,
    session: str = typer.Option("", metavar="编号", help="接着这个编号的对话；不写就开始新的。"),
) -> None:
    """在终端里对话。输入 /退出 结束。"""
    doors: Doors = context.obj
    if session:
        with doors.conversing() as assistant:
            _talk(assistant, session)
    else:
        _talk(doors.assistant(), uuid.uuid4().hex)


def _talk(assistant: Assistant, session: str) -> None:
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
