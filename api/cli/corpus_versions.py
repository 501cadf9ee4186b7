"""`renshe corpus versions`, `rollback`, `remove`, `dates`: the versions of the documents, and how they change."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.corpus_source import history_of
from api.cli.doors import Doors
from api.cli.options import Day, parse_day
from api.cli.terminal import Line, print_lines

if TYPE_CHECKING:
    from datetime import date

    from corpus.versions.version import Version

NOTE = typer.Option("", "--note", metavar="说明", help="为什么改，记在版本里。")
BY = typer.Option("", "--by", metavar="姓名", help="谁改的；不写则记这台机器的登录名。")


def who(by: str) -> str:
    """The name given, or that of the user of this machine."""
    import getpass

    if by.strip():
        return by.strip()
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def say_version(version: Version, start: date | None = None) -> None:
    """What was done, and what follows from it; before the day `start` the documents of before go on answering."""
    from api.versions.words import version_words

    then = "正在运行的服务几秒内自动换用，不必重新启动。"
    if start is not None and start > version.at.astimezone().date():
        then = f"从 {start} 起施行：在那以前照旧答复，到那一天自动换用；问那以后的事用 renshe ask --as-of。"
    print_lines([Line(version_words(version), "strong"), Line(then, "faint")])


def versions(context: typer.Context, as_json: bool = typer.Option(False, "--json", help="输出 JSON。")) -> None:
    """列出文件的每一版：什么时候、谁、改了什么。"""
    from api.versions.words import file_words, version_json, version_words

    doors: Doors = context.obj
    history = history_of(doors)
    if history.stamp() is not None:
        history.notice()
    found = history.versions()
    if as_json:
        shown = [version_json(v, before) for before, v in zip((None, *found), found, strict=False)]
        typer.echo(json.dumps({"versions": shown}, ensure_ascii=False, indent=2))
        return
    for before, version in zip((None, *found), found, strict=False):
        print_lines([Line(version_words(version), "strong")])
        print_lines(Line(f"  {words}") for words in file_words(version, before))


def rollback(
    context: typer.Context,
    version: Annotated[int | None, typer.Argument(metavar="版本", min=1, help="退回第几版；不写则退回前一版。")] = None,
    note: str = NOTE,
    by: str = BY,
) -> None:
    """退回以前的一版。退回本身也是一版，什么都不会丢。"""
    doors: Doors = context.obj
    say_version(history_of(doors).rollback(version, by=who(by), at=doors.now(), note=note))


def remove(
    context: typer.Context,
    names: Annotated[list[str], typer.Argument(metavar="文件…", help="文件名，renshe corpus versions 里的写法。")],
    note: str = NOTE,
    by: str = BY,
) -> None:
    """去掉文件，成为新的一版；原件留在版本里。"""
    from corpus.versions.history import Change

    doors: Doors = context.obj
    change = Change({}, drop=frozenset(names))
    say_version(history_of(doors).change(change, by=who(by), at=doors.now(), note=note))


def dates(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="文件", help="文件名，renshe corpus versions 里的写法。")],
    start: str = typer.Option("", "--from", metavar=Day, help="从哪一天起施行。"),
    end: str = typer.Option("", "--to", metavar=Day, help="到哪一天为止有效。"),
    by: str = BY,
) -> None:
    """注明一份文件从哪一天到哪一天有效；--as-of 据此选用文件。"""
    doors: Doors = context.obj
    first, last = parse_day(start, "--from"), parse_day(end, "--to")
    version = history_of(doors).set_dates(
        name,
        first.isoformat() if first else None,
        last.isoformat() if last else None,
        by=who(by),
        at=doors.now(),
    )
    say_version(version, first)
