"""`renshe corpus build`: compile the documents and say what was found."""

from __future__ import annotations

import typer

from api.cli.corpus_source import configured_corpus
from api.cli.doors import Doors
from api.cli.terminal import Line, print_lines
from api.overview.document_words import found_in_words


def build(context: typer.Context) -> None:
    """编译文件并建好检索索引。文件没有变动时直接取上次的结果。"""
    doors: Doors = context.obj
    corpus = configured_corpus(doors)
    print_lines([Line(f"已编译 {len(corpus.documents)} 份文件。", "strong")])
    print_lines(Line(f"{document.file}　{document.title}：{found_in_words(document)}") for document in corpus.documents)
    passages = doors.index(doors.settings(), corpus)
    print_lines([Line(f"检索索引已就绪，共 {passages} 段。")])
