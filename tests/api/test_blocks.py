"""Documents cut into what a reader sees: nothing is left out, merged cells are one, clauses in tables are not shown twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from msgspec.structs import replace

from api.blocks import blocks_of
from corpus.folder import load_corpus
from corpus.records import Corpus, Document, Span, Table, TableCell

SHIPPED = Path(__file__).parents[2] / "corpus" / "documents"


@pytest.fixture(scope="module")
def shipped() -> Corpus:
    return load_corpus(SHIPPED, None)


def test_every_character_that_is_not_blank_stands_in_exactly_one_block(shipped: Corpus) -> None:
    for document in shipped.documents:
        shown = [0] * len(document.text)
        for block in blocks_of(document).blocks:
            cells = [cell for row in [block.header, *block.rows] for cell in row]
            for span in cells if block.kind == "table" else [block]:
                for at in range(span.start, span.end):
                    shown[at] += 1
        wrong = [at for at, letter in enumerate(document.text) if re.match(r"\w", letter) and shown[at] != 1]
        assert wrong == []


def test_tables_come_as_tables(shipped: Corpus) -> None:
    tables = [block for block in blocks_of(shipped.documents[0]).blocks if block.kind == "table"]
    assert [len(table.header) for table in tables] == [len(t.header) for t in shipped.documents[0].tables]


def table(text: str, *rows: tuple[tuple[str, bool], ...]) -> Table:
    """Cells by their words; True for a place that a merged cell covers."""

    def cell(words: str, carried: bool) -> TableCell:
        start = text.index(words)
        return TableCell(text=words, span=Span(start, start + len(words)), carried=carried)

    made = [tuple(cell(*one) for one in row) for row in rows]
    return Table(shape="", header=made[0], rows=tuple(made[1:]), span=Span(0, len(text)))


def test_a_merged_cell_is_one_that_spans(document: Document) -> None:
    text = "码头 事项 科室 船员培训 船坞检查 码头科 渡口科"
    merged = table(
        text,
        (("码头", False), ("事项", False), ("科室", False)),
        (("船员培训", False), ("船坞检查", False), ("码头科", False)),
        (("船员培训", True), ("渡口科", False), ("渡口科", True)),
    )
    made = replace(document, text=text, tables=(merged,), clauses=())
    (block,) = blocks_of(made).blocks
    spans = [[(text[c.start : c.end], c.rows, c.columns) for c in row] for row in block.rows]
    assert spans == [[("船员培训", 2, 1), ("船坞检查", 1, 1), ("码头科", 1, 1)], [("渡口科", 1, 2)]]


def test_a_table_whose_cells_leave_words_out_is_shown_as_text(document: Document) -> None:
    text = "码头 事项\n船员 漏掉的话"
    made = replace(document, text=text, tables=(table(text, (("码头", False),), (("船员", False),)),), clauses=())
    assert [block.kind for block in blocks_of(made).blocks] == ["text"]


def test_blocks_over_http(client: TestClient, document: Document) -> None:
    blocks = client.get("/v1/corpus/渡口 职责/blocks").json()["blocks"]
    assert " ".join(document.text[b["start"] : b["end"]] for b in blocks).split() == document.text.split()
    assert client.get("/v1/corpus/没有/blocks").status_code == 404
