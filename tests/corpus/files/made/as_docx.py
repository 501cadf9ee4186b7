"""Writes a document as Word does: real tables with merged cells."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from made.model import MadeTable


def as_docx(blocks: list[str | MadeTable]) -> bytes:
    """The file's bytes."""
    document = Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(len(block.rows), len(block.rows[0]), "Table Grid")
        for r, row in enumerate(block.rows):
            for c, words in enumerate(row):
                if words is not None:
                    cell = table.cell(r, c)
                    if (down := block.down(r, c)) > 1:
                        cell = cell.merge(table.cell(r + down - 1, c))
                    cell.text = words
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
