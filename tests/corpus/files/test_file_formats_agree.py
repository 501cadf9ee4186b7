"""The shipped document as Word, web page, PDF and GB18030 text: the same records as the text itself."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from made.as_docx import as_docx
from made.as_html import as_html
from made.as_pdf import as_pdf
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
        ("职责.pdf", as_pdf(blocks(WORDS))),
        ("职责.pdf", as_pdf(blocks(WORDS), repeat=False)),
    ],
    ids=["docx", "html", "html in gb18030", "txt in gb18030", "pdf", "pdf without repeated headers"],
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


@pytest.mark.skipif(shutil.which("chromium") is None, reason="needs the browser Chromium")
def test_a_page_printed_by_a_browser(tmp_path: Path, shipped: dict[str, object]) -> None:
    """Its tables are cut at page breaks without a line, and it names characters by radicals that look like them."""
    (tmp_path / "页.html").write_bytes(as_html(blocks(WORDS), furniture=False))
    printed = tmp_path / "职责.pdf"
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    command += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    command += [f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={printed}", (tmp_path / "页.html").as_uri()]
    subprocess.run(command, capture_output=True, check=False, timeout=120)
    found = records_of(compile_document(read_source(printed)))
    assert {kind for kind, records in shipped.items() if found[kind] != records} == set()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_a_word_97_file(tmp_path: Path, shipped: dict[str, object]) -> None:
    (tmp_path / "职责.docx").write_bytes(as_docx(blocks(WORDS)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "doc", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "职责.docx")], capture_output=True, check=True, timeout=120)
    found = records_of(compile_document(read_source(tmp_path / "职责.doc")))
    assert {kind for kind, records in shipped.items() if found[kind] != records} == set()
