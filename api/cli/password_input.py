"""A password from the terminal, typed twice and not shown, or from the first line of standard input; never from the arguments."""

from __future__ import annotations

import sys

import typer

from api.failures import WorkError


def read_password(name: str) -> str:
    """The password or token of an account, typed unseen or from the first line of standard input. Raises WorkError."""
    if sys.stdin.isatty():
        return typer.prompt(f"{name} 的密码或令牌（输入时不显示）", hide_input=True)
    password = sys.stdin.readline().rstrip("\r\n")
    if not password:
        raise WorkError("没有收到密码；请在终端里输入，或从标准输入的第一行给出密码或令牌。")
    return password


def read_new_password() -> str:
    """Raises WorkError where nothing is given."""
    if sys.stdin.isatty():
        return typer.prompt("新密码（输入时不显示）", hide_input=True, confirmation_prompt="再输入一次")
    password = sys.stdin.readline().rstrip("\r\n")
    if not password:
        raise WorkError("没有收到密码；请在终端里输入，或从标准输入给出一行。")
    return password
