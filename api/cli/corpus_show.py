"""`renshe corpus show`: the outline of the documents with counts, or every record as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import typer

from api.cli.corpus_source import configured_corpus, corpus_at
from api.cli.doors import Doors
from api.cli.terminal import Branch, print_tree
from api.coverage import coverage_in_words
from api.part_names import PART_NAMES
from api.records_json import corpus_json
from corpus.records import Corpus, Document, Regime


def show(
    context: typer.Context,
    path: str = typer.Argument("", metavar="文件或文件夹", help="看这份文件或这个文件夹，而不是设定的文件夹。"),
    as_json: bool = typer.Option(False, "--json", help="输出每一条记录及其位置的 JSON。"),
) -> None:
    """显示文件的大纲和各类条目的数目。"""
    doors: Doors = context.obj
    corpus = corpus_at(doors, Path(path)) if path else configured_corpus(doors)
    if as_json:
        typer.echo(json.dumps(corpus_json(corpus), ensure_ascii=False, indent=2))
        return
    print_tree(_corpus_branch(corpus))


def _corpus_branch(corpus: Corpus) -> Branch:
    documents = [_document_branch(document) for document in corpus.documents]
    return Branch(f"文件 {len(documents)} 份", documents, "strong")


def _document_branch(document: Document) -> Branch:
    sections = [Branch(f"{section.name}　{len(section.duties)} 项") for section in document.sections]
    boundaries = [
        Branch(f"{boundary.matter}　{'、'.join(share.department for share in boundary.shares)}")
        for boundary in document.boundaries
    ]
    regimes = [_regime_branch(document, regime) for regime in document.regimes]
    groups = [
        Branch(f"科室 {len(sections)} 个，职责 {len(document.duties)} 项", sections, "strong"),
        Branch(f"职责边界 {len(boundaries)} 项", boundaries, "strong"),
        Branch(f"监管制度 {len(regimes)} 项", regimes, "strong"),
        Branch(f"数量指标 {len(document.quantities)} 条，处罚 {len(document.penalties)} 条", (), "strong"),
        Branch(f"条款 {len(document.clauses)} 条，引用法规 {len(document.references)} 处", (), "strong"),
        Branch(f"问题 {len(document.anomalies)} 处（renshe corpus check 逐条列出）", (), "strong"),
    ]
    name = f"{document.file}　{document.title}　{coverage_in_words(document)}"
    return Branch(name, groups, "heading")


def _regime_branch(document: Document, regime: Regime) -> Branch:
    figures = sum(1 for quantity in document.quantities if quantity.regime == regime.index)
    penalties = sum(1 for penalty in document.penalties if penalty.regime == regime.index)
    parts = [Branch(f"{PART_NAMES[part.kind]}　{part.title}　{len(part.clauses)} 条") for part in regime.parts]
    return Branch(f"{regime.label}{regime.title}　指标 {figures}，处罚 {penalties}", parts)
