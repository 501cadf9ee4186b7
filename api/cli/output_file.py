"""Where a command's file goes: to the path given, else text formats to standard output."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from api.failures import WorkError

if TYPE_CHECKING:
    from assistant.sheets.sheet import Sheet

FORMATS = ("table", "docx", "xlsx", "ics", "csv", "json")
_BINARY = ("docx", "xlsx")


def write_sheet(sheet: Sheet, form: str, out: str) -> None:
    """Write the sheet as `form` (not `table`) to the file `out`; with none, text goes to standard output as it is."""
    from assistant.sheets import formats

    content = formats.FORMATS[form].write(sheet)
    if out and out != "-":
        Path(out).write_bytes(content)
        typer.echo(f"已写入 {out}（{len(content):,} 字节）。")
        return
    if form in _BINARY and sys.stdout.isatty():
        raise WorkError(f"{form} 不是文字，不能显示在屏幕上。请用 --out 写出文件名。")
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def write_text(text: str, out: str) -> None:
    """Write a text file as UTF-8; with none, to standard output."""
    if out and out != "-":
        Path(out).write_text(text, encoding="utf-8", newline="")
        typer.echo(f"已写入 {out}（{len(text.encode()):,} 字节）。")
        return
    sys.stdout.write(text)
    sys.stdout.flush()


def known_format(form: str, allowed: tuple[str, ...]) -> str:
    """The format. Raises BadParameter for one that there is not."""
    if form not in allowed:
        raise typer.BadParameter(f"没有“{form}”这种格式，可选：{'、'.join(allowed)}。", param_hint="--format")
    return form


def read_bytes(path: str, hint: str, most: int) -> bytes:
    """The content of a file of at most `most` bytes. Raises BadParameter when it is not there, WorkError when too large."""
    file = Path(path)
    if not file.is_file():
        raise typer.BadParameter(f"没有文件 {path}，请检查路径。", param_hint=hint)
    if file.stat().st_size > most:
        raise WorkError(f"文件 {path} 超过 {most // 1_000_000} MB。请只留需要的几列，或拆成几份。")
    return file.read_bytes()
