"""`renshe corpus check`: every anomaly of the documents with its line and quote, and what was not read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import typer

from api.cli.corpus_source import configured_corpus, served_folder
from api.cli.doors import Doors
from api.cli.terminal import Line, print_lines
from api.coverage import coverage_in_words
from api.lines import line_number
from api.records_json import corpus_json
from corpus.folder import left_out
from corpus.records import Anomaly, Document, Span

_LONGEST_QUOTE = 60


def check(context: typer.Context, as_json: bool = typer.Option(False, "--json", help="输出 JSON。")) -> None:
    """列出文件里的每一处问题（缺号、重复、有目无文、前后不一……）和没有读懂的文字。"""
    doors: Doors = context.obj
    corpus = configured_corpus(doors)
    if as_json:
        typer.echo(json.dumps(corpus_json(corpus), ensure_ascii=False, indent=2))
        return
    print_lines(line for document in corpus.documents for line in _document_lines(document))
    print_lines(
        Line(
            f"没有读的文件：{name}　请另存为 Word 文档、PDF 或 UTF-8 编码的 .txt；指到文件夹外面去的链接不读。",
            "warning",
        )
        for name in left_out(served_folder(doors))
    )


def _document_lines(document: Document) -> Iterator[Line]:
    yield Line(f"{document.file}　{document.title}", "heading")
    yield Line(f"{coverage_in_words(document)}；问题 {len(document.anomalies)} 处", "strong")
    for anomaly in document.anomalies:
        yield from _anomaly_lines(document, anomaly)
    for span in document.unread:
        yield Line(f"  未读　{_place(document, span)}", "faint")
    yield Line()


def _anomaly_lines(document: Document, anomaly: Anomaly) -> Iterator[Line]:
    yield Line(f"  {anomaly.code}　{anomaly.text}", "warning")
    for span in (anomaly.span, anomaly.other):
        if span is not None:
            yield Line(f"    {_place(document, span)}", "faint")


def _place(document: Document, span: Span) -> str:
    quote = re.sub(r"\s+", " ", document.quote(span)).strip()
    shown = quote if len(quote) <= _LONGEST_QUOTE else quote[:_LONGEST_QUOTE] + "……"
    return f"第 {line_number(document.text, span.start)} 行：“{shown}”"
