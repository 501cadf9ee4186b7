"""Sheets as Word files, by way of a paper."""

from __future__ import annotations

from assistant.sheets.sheet import Sheet, Table


def to_docx(sheet: Sheet) -> bytes:
    """The bytes of a landscape A4 file."""
    from assistant.papers import paper as p
    from assistant.papers.docx import to_docx as write  # 0.2 s to import: only where a Word file is wanted

    def block(table: Table) -> p.Table:
        rows = tuple(tuple(p.words(str(cell)) for cell in row) for row in table.rows)
        widths = tuple(c.width for c in table.columns)
        caption = table.name if len(sheet.tables) > 1 else ""
        return p.Table(tuple(c.title for c in table.columns), rows, widths, caption=caption)

    lead = tuple(p.Paragraph(p.words(line), indent=False) for line in sheet.lead)
    remarks = tuple(p.Paragraph(p.words(line), indent=False) for line in sheet.remarks)
    return write(p.Paper(sheet.title, (*lead, *map(block, sheet.tables), *remarks), landscape=True))
