"""`renshe corpus check`: every anomaly of the documents with its line and quote, and what was not read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import typer

from api.cli.corpus_source import configured_corpus, served_folder
from api.cli.doors import Doors
from api.cli.terminal import Line, print_lines
from api.coverage import coverage_in_words
from api.lines import line_number
from api.records_json import corpus_json
from corpus.completeness import accounts, cell_faults, cells, loose_numbers
from corpus.folder import left_out
from corpus.records import Anomaly, Document, Span

_LONGEST_QUOTE = 60
_AROUND = 12


def check(context: typer.Context, as_json: bool = typer.Option(False, "--json", help="输出 JSON。")) -> None:
    """列出文件里的每一处问题（缺号、重复、有目无文、前后不一……）和没有读懂的文字。"""
    doors: Doors = context.obj
    corpus = configured_corpus(doors)
    if as_json:
        shown = corpus_json(corpus)
        for found, document in zip(shown["documents"], corpus.documents, strict=True):
            found["proof"] = _proof_json(document)
        typer.echo(json.dumps(shown, ensure_ascii=False, indent=2))
        return
    print_lines(line for document in corpus.documents for line in _document_lines(document))
    print_lines(
        Line(
            f"没有读的文件：{name}　请另存为 Word 文档、PDF 或 UTF-8 编码的 .txt；指到文件夹外面去的链接不读。",
            "warning",
        )
        for name in left_out(served_folder(doors))
    )


def _proof_json(document: Document) -> dict[str, Any]:
    kept = accounts(document)
    return {
        "read": kept.read,
        "aside": dict(kept.aside),
        "unread": kept.unread,
        "cells": cells(document),
        "cell_faults": [
            {"text": f.text, "why": f.why, "start": f.span.start, "end": f.span.end} for f in cell_faults(document)
        ],
        "loose_numbers": [{"text": n.text, "start": n.span.start, "end": n.span.end} for n in loose_numbers(document)],
    }


def _document_lines(document: Document) -> Iterator[Line]:
    yield Line(f"{document.file}　{document.title}", "heading")
    yield Line(f"{coverage_in_words(document)}；问题 {len(document.anomalies)} 处", "strong")
    yield from _proof_lines(document)
    for anomaly in document.anomalies:
        yield from _anomaly_lines(document, anomaly)
    for span in document.unread:
        yield Line(f"  未读　{_place(document, span)}", "faint")
    yield Line()


def _proof_lines(document: Document) -> Iterator[Line]:
    """Characters, tables and numbers: what became of each."""
    kept = accounts(document)
    aside = "、".join(f"{reason} {n}" for reason, n in kept.aside)
    total = sum(n for _, n in kept.aside)
    yield Line(
        f"  全文 {kept.characters} 字 = 读入 {kept.read} + 另放 {total}{f'（{aside}）' if aside else ''} + 未读 {kept.unread}"
    )
    if document.tables:
        faults = cell_faults(document)
        yield Line(f"  表格 {len(document.tables)} 个：{cells(document)} 格逐格对过，{len(faults)} 格不符")
        for fault in faults:
            yield Line(f"    {fault.why}　{_place(document, fault.span)}", "warning")
    loose = loose_numbers(document)
    yield Line(
        f"  数字：{len(loose)} 个只在条款里，不在任何记录里" if loose else "  数字：每一个都在记录、引用或编号里"
    )
    for number in loose:
        yield Line(f"    {number.text}　{_around(document, number.span)}", "faint")


def _around(document: Document, span: Span) -> str:
    wide = Span(max(0, span.start - _AROUND), min(len(document.text), span.end + _AROUND))
    return _place(document, wide)


def _anomaly_lines(document: Document, anomaly: Anomaly) -> Iterator[Line]:
    yield Line(f"  {anomaly.code}　{anomaly.text}", "warning")
    for span in (anomaly.span, anomaly.other):
        if span is not None:
            yield Line(f"    {_place(document, span)}", "faint")


def _place(document: Document, span: Span) -> str:
    quote = re.sub(r"\s+", " ", document.quote(span)).strip()
    shown = quote if len(quote) <= _LONGEST_QUOTE else quote[:_LONGEST_QUOTE] + "……"
    return f"第 {line_number(document.text, span.start)} 行：“{shown}”"
