"""The shipped document as Word, web page, PDF and GB18030 text: the same records as the text itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from made.as_docx import as_docx
from made.as_html import as_html
from made.model import blocks
from made.records import records_of

from corpus.compile import compile_document
from corpus.records import Document
from corpus.source import read_source

SHIPPED = next((Path(__file__).parents[3] / "corpus" / "documents").glob("*.txt"))
WORDS = SHIPPED.read_text("utf-8")


@pytest.fixture(scope="module")
def shipped() -> dict[str, object]:
    return records_of(compile_document(read_source(SHIPPED)))


def compiled(folder: Path, name: str, data: bytes) -> Document:
    (folder / name).write_bytes(data)
    return compile_document(read_source(folder / name))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("职责.docx", as_docx(blocks(WORDS))),
        ("职责.html", as_html(blocks(WORDS))),
        ("职责.htm", as_html(blocks(WORDS), "gb18030")),
        ("职责.txt", WORDS.encode("gb18030")),
    ],
    ids=["docx", "html", "html in gb18030", "txt in gb18030"],
)
def test_the_same_records(tmp_path: Path, shipped: dict[str, object], name: str, data: bytes) -> None:
    document = compiled(tmp_path, name, data)
    found = records_of(document)
    assert {kind for kind, records in shipped.items() if found[kind] != records} == set()
    assert document.unread == ()


def test_every_word_of_a_word_table_has_its_cell(tmp_path: Path) -> None:
    document = compiled(tmp_path, "职责.docx", as_docx(blocks(WORDS)))
    duty = document.duties[0]
    (cell,) = {p.cell for p in document.places if p.span.start <= duty.span.start < p.span.end}
    assert cell == "表1!R2C3"
