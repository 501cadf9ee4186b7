"""`renshe verify`: what the documents say of the claims in somebody's text."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from api.cli.doors import Doors
from api.failures import WorkError

MAX_CHARACTERS = 200_000


def verify(
    context: typer.Context,
    file: str = typer.Argument(..., metavar="文件", help="要核对的文字；- 表示标准输入。"),
    as_json: bool = typer.Option(False, "--json", help="输出 JSON（结构见 renshe schema --of report）。"),
) -> None:
    """核对一段文字（通知、答复、宣传页、计划）里的说法是否与本局文件相符。"""
    text = _read(file)
    doors: Doors = context.obj
    report = doors.assistant().check_text(text)
    if as_json:
        typer.echo(report.model_dump_json(indent=2))
        return
    from api.cli.report_table import print_report

    print_report(report, text)


def _read(file: str) -> str:
    from corpus.source import decode

    name = "标准输入" if file == "-" else Path(file).name
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except FileNotFoundError as error:
        raise WorkError(f"没有文件“{file}”。请检查路径；从别的程序接收文字请写 -。") from error
    except OSError as error:
        raise WorkError(f"文件“{file}”读不出来。请检查它是不是文件、有没有读取权限。") from error
    text = decode(name, data)
    if not text.strip("\ufeff \t\r\n\u3000"):
        raise WorkError(f"“{name}”里没有文字，没有可核对的内容。请换成有内容的文件。")
    if len(text) > MAX_CHARACTERS:
        raise WorkError(f"“{name}”有 {len(text):,} 字，一次最多核对 {MAX_CHARACTERS:,} 字。请拆成几份再核对。")
    return text
