"""Nothing is lost on the way in: characters add up, cells are found again, numbers are in a record or listed."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from corpus.compile import compile_document
from corpus.completeness import accounts, cell_faults, cells, loose_numbers
from corpus.folder import compile_corpus
from corpus.records import Document
from corpus.source import read_source

ROOT = Path(__file__).parents[2]
EXAMPLE = compile_corpus(ROOT / "docs" / "example-bureau").documents
SHIPPED = compile_corpus(ROOT / "corpus" / "documents").documents


@pytest.mark.parametrize("document", [*EXAMPLE, *SHIPPED], ids=lambda d: d.file)
def test_every_character_counts_once(document: Document) -> None:
    kept = accounts(document)
    assert kept.read + sum(n for _, n in kept.aside) + kept.unread == kept.characters == len(document.text)


@pytest.mark.parametrize("document", EXAMPLE, ids=lambda d: d.file)
def test_the_examples_cells_all_come_back(document: Document) -> None:
    assert cell_faults(document) == []


def test_a_cell_read_wrong_is_found() -> None:
    document = next(d for d in EXAMPLE if d.tables)
    table = document.tables[0]
    wrong = replace(table.rows[0][1], text="别的字")
    changed = replace(table, rows=((table.rows[0][0], wrong, *table.rows[0][2:]), *table.rows[1:]))
    (fault,) = cell_faults(replace(document, tables=(changed,)))
    assert (fault.text, fault.why) == ("别的字", "读出的字和原文不同")
    assert cells(document) > 6


def test_a_cell_that_no_record_knows_is_found() -> None:
    document = next(d for d in EXAMPLE if d.duties)
    lost = document.duties[1]
    faults = cell_faults(replace(document, duties=tuple(d for d in document.duties if d is not lost)))
    assert lost.section in [f.text for f in faults]


def test_numbers_outside_records_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text("一、检查\n每月检查不少于3次。\n统一编号为A77，一般不变。\n", "utf-8")
    found = [n.text for n in loose_numbers(compile_document(read_source(path)))]
    assert found == ["77"]
