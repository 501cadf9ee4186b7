"""A document cut into what a reader sees (headings, paragraphs, tables), as spans of its text: what the source panel draws."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import BaseModel, Field

from corpus.records import Clause, Document, Span, Table, TableCell

_WORD = re.compile(r"\w")


class CellOut(BaseModel):
    """A cell of a table; `start == end` where it is empty. Offsets count code points, as everywhere."""

    start: int
    end: int
    rows: int = Field(default=1, description="跨几行")
    columns: int = Field(default=1, description="跨几列")


class Block(BaseModel):
    """A heading, a paragraph or a table, in the order of the text."""

    kind: Literal["heading", "text", "table"]
    start: int
    end: int
    level: int = Field(default=0, description="标题、段落的层次，0 为最外层")
    header: list[CellOut] = Field(default_factory=list[CellOut])
    rows: list[list[CellOut]] = Field(default_factory=list[list[CellOut]])


class BlocksReply(BaseModel):
    """All blocks of one document. Every character that is not blank stands in one of them."""

    blocks: list[Block]


def blocks_of(document: Document) -> BlocksReply:
    """The document in blocks. A table whose cells leave words out is shown as text instead: nothing is hidden."""
    tables = [table for table in document.tables if not _left_out(document.text, table)]
    covered = [table.span for table in tables]
    clauses = [clause for clause in document.clauses if not any(_meet(clause.span, span) for span in covered)]
    known = sorted([_table(table) for table in tables] + [_clause(c) for c in clauses], key=lambda b: (b.start, -b.end))
    return BlocksReply(blocks=list(_with_gaps(document.text, known)))


def _with_gaps(text: str, known: Sequence[Block]) -> Iterator[Block]:
    at = 0
    for block in known:
        if block.start < at:  # inside the one before, which shows it
            continue
        yield from _gap(text, at, block.start)
        yield block
        at = block.end
    yield from _gap(text, at, len(text))


def _gap(text: str, start: int, end: int) -> Iterator[Block]:
    for paragraph in re.finditer(r"\S.*(?:\n(?!\s*\n).*)*", text[start:end]):
        if paragraph.group().strip():
            yield Block(kind="text", start=start + paragraph.start(), end=start + paragraph.end())


def _clause(clause: Clause) -> Block:
    kind = "heading" if clause.heading else "text"
    return Block(kind=kind, start=clause.span.start, end=clause.span.end, level=clause.level)


def _table(table: Table) -> Block:
    header, *rows = _merged([table.header, *table.rows])
    return Block(kind="table", start=table.span.start, end=table.span.end, header=header, rows=rows)


def _merged(rows: Sequence[Sequence[TableCell]]) -> list[list[CellOut]]:
    """Places that a merged cell covers, put back together."""
    owners: dict[tuple[int, int], CellOut] = {}
    shown: list[list[CellOut]] = []
    for y, row in enumerate(rows):
        shown.append([])
        for x, cell in enumerate(row):
            above, left = owners.get((y - 1, x)), owners.get((y, x - 1))
            if cell.carried and above and _same(above, cell):
                # The first column of the cell counts its rows; header and body are apart in HTML, so none spans both.
                above.rows += left is not above
                owners[y, x] = above
            elif cell.carried and left and _same(left, cell):
                left.columns += left.rows == 1
                owners[y, x] = left
            else:
                owners[y, x] = CellOut(start=cell.span.start, end=cell.span.end)
                shown[-1].append(owners[y, x])
        if y == 0:
            owners.clear()
    return shown


def _same(out: CellOut, cell: TableCell) -> bool:
    return (out.start, out.end) == (cell.span.start, cell.span.end)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _left_out(text: str, table: Table) -> bool:
    """Whether some word between the cells is in none of them."""
    at = table.span.start
    for cell in sorted((c for row in (table.header, *table.rows) for c in row), key=lambda c: c.span):
        if _WORD.search(text, at, max(at, cell.span.start)):
            return True
        at = max(at, cell.span.end)
    return bool(_WORD.search(text, at, table.span.end))
