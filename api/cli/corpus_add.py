"""`renshe corpus add`: put documents in as a new version, once a trial shows that they compile."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.cli.corpus_source import compiled_folder, history_of
from api.cli.corpus_versions import BY, NOTE, say_version, who
from api.cli.doors import Doors
from api.cli.options import Day, parse_day
from api.cli.terminal import Line, print_lines
from api.failures import WorkError
from api.overview.document_words import found_in_words


def add(
    context: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="文件…", help="要加入的文件；同名的换成新的，旧的留在版本里。")
    ],
    note: str = NOTE,
    by: str = BY,
    start: str = typer.Option("", "--from", metavar=Day, help="从哪一天起施行；文件自己写明的可以不填。"),
    end: str = typer.Option("", "--to", metavar=Day, help="到哪一天为止有效。"),
    into: str = typer.Option("", "--into", metavar="子文件夹", help="放进哪个子文件夹；一个子文件夹是一个单位。"),
) -> None:
    """把文件加入，成为新的一版；先试编译，全部通过才加入。"""
    from corpus.versions.history import Change
    from corpus.versions.names import safe_name

    doors: Doors = context.obj
    first, last = parse_day(start, "--from"), parse_day(end, "--to")
    contents: dict[str, bytes] = {}
    for file in files:
        name = safe_name(file.name, into)
        if name in contents:
            raise WorkError(f"给出的文件里有两个都叫 {file.name}。请先改名。")
        if file.is_dir():
            raise WorkError(f"{file} 是文件夹。请写里面的文件，如 {file}/*；要归到一个单位下，加上 --into 子文件夹。")
        if not file.is_file():
            raise WorkError(f"没有文件 {file}。请检查路径。")
        contents[name] = file.read_bytes()
    change = Change(contents, start=first.isoformat() if first else None, end=last.isoformat() if last else None)
    history = history_of(doors)
    version = history.change(change, by=who(by), at=doors.now(), note=note)
    corpus = doors.compile(history.tree(version.files), compiled_folder(doors.settings().home))
    print_lines(
        Line(f"已加入 {document.file}：{found_in_words(document)}")
        for document in corpus.documents
        if document.file in contents
    )
    say_version(version, first)
    print_lines(
        [
            Line(
                "读到了什么见 renshe corpus show，要核对的见 renshe corpus check；不对就 renshe corpus rollback。",
                "faint",
            )
        ]
    )
