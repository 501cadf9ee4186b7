"""Reads a PDF from front to back: running text unwrapped, tables joined over pages, heads and page numbers set aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from corpus.files.continued import Continuation
from corpus.files.draft import Draft, row_cells, without_bare_rows
from corpus.files.limits import MOST_SCANNED, FormatError
from corpus.files.pace import next_step
from corpus.files.parts import Parts, PartsBuilder
from corpus.files.pdf.cells import draft_of, inside
from corpus.files.pdf.document import read_sheets
from corpus.files.pdf.furniture import furniture
from corpus.files.pdf.lanes import gutter_of, in_lanes
from corpus.files.pdf.lattice import Lattice, lattices
from corpus.files.pdf.lines import Line, lines_of
from corpus.files.pdf.page import Box, Letter, Page
from corpus.files.pdf.paragraphs import Measure, measure, unwrapped
from corpus.files.pdf.recognise import can_recognise, recognised
from corpus.files.pdf.tables import all_tables
from corpus.files.pdf.turned import turned_back
from corpus.records import Place

_NEAR = 6.0


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of one page with its words."""

    lattice: Lattice
    draft: Draft


def read_pdf(data: bytes) -> Parts:
    """All words and tables. Raises FormatError for what is broken, locked, too long, or scanned with no recognition."""
    builder = PartsBuilder()
    pages = _pages(data, builder)
    ruled = [lattices(page.rules) for page in pages]
    running = [_lines(page, _outside(page.letters, held)) for page, held in zip(pages, ruled, strict=True)]
    aside = furniture([(page.height, lines) for page, lines in zip(pages, running, strict=True)])
    kept = [[x for i, x in enumerate(lines) if i not in out] for lines, out in zip(running, aside, strict=True)]
    laid = _laid_out(pages, kept, ruled)
    writer = _Writer(builder, measure([x for parts in laid for x in parts if isinstance(x, Line) and x.lane is None]))
    for parts in laid:
        writer.page(parts)
    writer.close()
    _leave_out(builder, pages, running, aside)
    return _turned_back(builder.parts(), pages)


def _laid_out(
    pages: Sequence[Page], kept: Sequence[Sequence[Line]], ruled: Sequence[list[Lattice]]
) -> list[list[Line | _Table]]:
    """What stands on each page, in reading order; a table that ends one may go on at the top of the next."""
    found: list[list[Line | _Table]] = []
    last: Lattice | None = None
    gutter: float | None = None
    for page, lines, held in zip(pages, kept, ruled, strict=True):
        next_step()
        tables = all_tables(page, [letter for line in lines for letter in line.letters], held, last)
        rest = in_lanes(_lines(page, _outside([letter for line in lines for letter in line.letters], tables)), gutter)
        gutter = gutter_of(rest) or gutter
        parts = _in_order(rest, [_Table(lattice, _draft(page, lattice)) for lattice in tables])
        found.append(parts)
        last = parts[-1].lattice if parts and isinstance(parts[-1], _Table) else None
    return found


def _in_order(lines: Sequence[Line], tables: Sequence[_Table]) -> list[Line | _Table]:
    """Lines as they are read, each table before the first line that stands below it."""
    found: list[Line | _Table] = list(lines)
    for table in sorted(tables, key=_top, reverse=True):
        top = _top(table)
        at = next((i for i, part in enumerate(found) if _top(part) > top), len(found))
        found.insert(at, table)
    return found


def _lines(page: Page, letters: Sequence[Letter]) -> list[Line]:
    return lines_of(page.number, letters)


def _outside(letters: Sequence[Letter], tables: Sequence[Lattice]) -> list[Letter]:
    return [letter for letter in letters if not any(inside(table, letter) for table in tables)]


def _leave_out(
    builder: PartsBuilder, pages: Sequence[Page], running: Sequence[Sequence[Line]], aside: Sequence[dict[int, str]]
) -> None:
    for page, lines, out in zip(pages, running, aside, strict=True):
        for i, reason in out.items():
            builder.leave_out(reason, *lines[i].runs())
        for reason, letters in page.unseen:
            for line in _lines(page, letters):
                builder.leave_out(reason, *line.runs())


def _turned_back(parts: Parts, pages: Sequence[Page]) -> Parts:
    """With the places of turned pages as they are on the paper."""
    turned = {page.number: page for page in pages if page.turn}
    if not turned:
        return parts

    def back(place: Place) -> Place:
        page = turned.get(place.page or 0)
        if page is None or place.box is None:
            return place
        return msgspec.structs.replace(
            place, box=tuple(turned_back(Box(*place.box), page.width, page.height, page.turn))
        )

    return replace(parts, places=tuple(map(back, parts.places)))


def _pages(data: bytes, builder: PartsBuilder) -> list[Page]:
    """The pages; of scanned ones what recognition reads, as far as its limit goes."""
    sheets = list(read_sheets(data))
    scanned = [sheet.page.number for sheet in sheets if sheet.scanned]
    if scanned and not can_recognise():
        raise FormatError(
            f'的第 {_listed(scanned)} 页是扫描的图片，要做文字识别才能读，这台机器上没有装；请运行 pip install "renshe[ocr]" 后再加入，或换成电子版。'
        )
    read, unread = scanned[:MOST_SCANNED], scanned[MOST_SCANNED:]
    if read:
        builder.remark("ocr-pages", f"第 {_listed(read)} 页是扫描件，文字是识别出来的，可能有错字，引用前请对照原件。")
    if unread:
        builder.remark(
            "ocr-left-out",
            f"第 {_listed(unread)} 页也是扫描件，超过一份文件识别 {MOST_SCANNED} 页的上限，没有读；请把这几页拆成另一份文件加入，或换成电子版。",
        )
    pages: list[Page] = []
    for sheet in sheets:
        next_step()
        pages.append(recognised(data, sheet.page) if sheet.page.number in read else sheet.page)
    return pages


def _listed(numbers: Sequence[int]) -> str:
    """`1、3—7`: pages in a row as from and to."""
    rows: list[list[int]] = []
    for number in numbers:
        if rows and number == rows[-1][-1] + 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    return "、".join(
        f"{row[0]}—{row[-1]}" if len(row) > 2 else "、".join(str(number) for number in row) for row in rows
    )


def _draft(page: Page, lattice: Lattice) -> Draft:
    """The table with its words, without the empty strip that a page break leaves below the last row."""
    draft = without_bare_rows(draft_of(page.number, lattice, page.letters))
    last = row_cells(draft, draft.height - 1)
    if lattice.open_below and draft.height > 1 and not any(cell.words for cell in last):
        strip = draft.height - 1
        draft.cells = [cell for cell in draft.cells if cell.row + cell.rows <= strip]
        lattice.open_below = frozenset()
    return draft


def _top(part: Line | _Table) -> float:
    return part.box.top if isinstance(part, Line) else part.lattice.box.top


class _Writer:
    """Writes page after page; a table or paragraph at the end of one may go on at the top of the next."""

    def __init__(self, builder: PartsBuilder, margins: Measure) -> None:
        self.builder = builder
        self.margins = margins
        self.tables = Continuation(builder)
        self.lines: list[Line] = []
        self.last: Lattice | None = None
        """The table that ends the page before."""

    def page(self, parts: Sequence[Line | _Table]) -> None:
        last = self.last
        self.last = None
        for i, part in enumerate(parts):
            if isinstance(part, Line):
                self.tables.close()
                self.lines.append(part)
                continue
            self._end_text()
            if i == 0 and last is not None and _same_columns(last, part.lattice):
                self.tables.go_on(part.draft, last.open_below & part.lattice.open_above)
            else:
                self.tables.add(part.draft)
            self.last = part.lattice if i == len(parts) - 1 else None

    def close(self) -> None:
        self._end_text()
        self.tables.close()

    def _end_text(self) -> None:
        for runs in unwrapped(self.lines, self.margins):
            self.builder.paragraph(*runs)
        self.lines = []


def _same_columns(one: Lattice, other: Lattice) -> bool:
    return len(one.columns) == len(other.columns) and all(
        abs(a - b) <= _NEAR for a, b in zip(one.columns, other.columns, strict=True)
    )
