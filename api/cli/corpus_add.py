"""`renshe corpus add`: put documents into the corpus folder, once a trial shows that they compile."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Annotated

import typer

from api.cli.corpus_source import compiled_folder, folder_of
from api.cli.doors import Doors
from api.cli.terminal import Line, print_lines
from api.failures import WorkError


def add(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="文件…", help="要加入的文件。")],
) -> None:
    """把文件加入 RENSHE_CORPUS 指定的文件夹；先试编译，通过才加入。"""
    doors: Doors = context.obj
    target = doors.settings().corpus
    if not os.environ.get("RENSHE_CORPUS", "").strip():
        raise WorkError("没有设定 RENSHE_CORPUS：随程序带的文件不能改动。请把它设为存放本单位文件的文件夹，再加入。")
    _refuse_clashes(files, target)
    # The whole folder is tried, not the new files alone: a clash between documents must show before anything is copied.
    with folder_of(files, beside=target) as folder:
        corpus = doors.compile(folder, compiled_folder(doors.settings().home))
    names = {file.name for file in files}
    if unread := sorted(names - {document.file for document in corpus.documents}):
        raise WorkError(f"读不了这种文件：{'、'.join(unread)}。请另存为 Word 文档、PDF 或 UTF-8 编码的 .txt 再加入。")
    target.mkdir(parents=True, exist_ok=True)
    for file in files:
        shutil.copyfile(file, target / file.name)
    print_lines(
        Line(
            f"已加入 {document.file}：职责 {len(document.duties)} 项，监管制度 {len(document.regimes)} 项，问题 {len(document.anomalies)} 处"
        )
        for document in corpus.documents
        if document.file in names
    )


def _refuse_clashes(files: list[Path], target: Path) -> None:
    seen: set[str] = set()
    for file in files:
        if file.name in seen:
            raise WorkError(f"给出的文件里有两个都叫 {file.name}。请先改名。")
        seen.add(file.name)
        if (target / file.name).exists():
            raise WorkError(f"{target} 里已有 {file.name}。请先改名，或先移走旧的。")
