"""Sheets as Excel files, and Excel files as rows: the one door to openpyxl."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from assistant.sheets.sheet import Cell, Sheet, Table, is_active

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_EPOCH = datetime(1980, 1, 1)
_WIDTH = 14
"""Characters of a column of width 1."""
_COLUMNS = 50
"""Columns read: a head further to the right is no list."""
MOST_UNPACKED_BYTES = 60_000_000
"""A file of 5 MB that unpacks to more is no list of units."""
_OLE = b"\xd0\xcf\x11\xe0"
"""Begins an old .xls, and an .xlsx that is locked with a password."""


class WorkbookError(Exception):
    """The file is no workbook that can be read; the message says why and what to do."""


def to_xlsx(sheet: Sheet) -> bytes:
    """The bytes of the file: a worksheet a table, and one with the lead and the remarks."""
    from openpyxl import Workbook  # 0.2 s to import: only where a spreadsheet is wanted
    from openpyxl.writer.excel import ExcelWriter

    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    for table in sheet.tables:
        _fill(book.create_sheet(table.name[:31]), table)
    _remarks(book, sheet)
    book.properties.creator, book.properties.title = "renshe", sheet.title
    book.properties.created = book.properties.modified = _EPOCH
    raw = io.BytesIO()
    # `Workbook.save` would put the present second into the file's properties.
    with zipfile.ZipFile(raw, "w") as package:
        ExcelWriter(book, package).save()
    return _without_clock(raw)


def read_rows(content: bytes, *, most: int) -> list[tuple[str, ...]]:
    """The rows of the first worksheet as text, blank rows as empty tuples; formulas by the value last computed.

    Raises WorkbookError for what is broken, locked, has more than `most` rows or unpacks beyond MOST_UNPACKED_BYTES.
    """
    _admit(content)
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        first = book.worksheets[0]
        rows = [_texts(row) for row in first.iter_rows(values_only=True, max_row=most + 1, max_col=_COLUMNS)]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError, SyntaxError, OSError) as error:
        raise WorkbookError("表格文件已损坏，读不出内容。请用 Excel 打开后另存为 .xlsx，或改存为 CSV。") from error
    if len(rows) > most:
        raise WorkbookError(f"表格超过 {most} 行。请只留名单，或拆成几份。")
    return rows


def _admit(content: bytes) -> None:
    if content.startswith(_OLE):
        raise WorkbookError("这是加了密码的文件或旧版 .xls。请去掉密码，另存为 .xlsx 或 CSV。")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
    except zipfile.BadZipFile as error:
        raise WorkbookError("不是有效的 .xlsx 文件。请用 Excel 另存为 .xlsx，或改存为 CSV。") from error
    if any(e.flag_bits & 1 for e in entries):
        raise WorkbookError("文件加了密码。请去掉密码后另存。")
    if sum(e.file_size for e in entries) > MOST_UNPACKED_BYTES:
        raise WorkbookError("表格展开后过大，不像是单位名单。请只留名单那一张表，另存为新文件或 CSV。")
    if not any(e.filename == "xl/workbook.xml" for e in entries):
        raise WorkbookError("压缩包里没有工作簿，不是 .xlsx 表格。请用 Excel 另存为 .xlsx，或改存为 CSV。")


def _texts(row: tuple[object, ...]) -> tuple[str, ...]:
    texts = ["" if c is None else c.date().isoformat() if isinstance(c, datetime) else _text(c) for c in row]
    while texts and not texts[-1].strip():
        texts.pop()
    return tuple(texts)


def _text(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _fill(page: Worksheet, table: Table) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for i, column in enumerate(table.columns, 1):
        head = page.cell(1, i, column.title)
        head.font = Font(bold=True)
        page.column_dimensions[get_column_letter(i)].width = _WIDTH * column.width
    for r, row in enumerate(table.rows, 2):
        for c, value in enumerate(row, 1):
            _put(page, r, c, value)
            page.cell(r, c).alignment = Alignment(wrap_text=True, vertical="top")
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions


def _put(page: Worksheet, row: int, column: int, value: Cell) -> None:
    cell = page.cell(row, column, value)
    if isinstance(value, str):
        cell.data_type = "s"  # the library takes =… for a formula
        if is_active(value):
            cell.quotePrefix = True  # and so does Excel once the cell is edited


def _remarks(book: Workbook, sheet: Sheet) -> None:
    page = book.create_sheet("说明")
    page.column_dimensions["A"].width = 100
    for r, line in enumerate((sheet.title, *sheet.lead, *sheet.remarks), 1):
        _put(page, r, 1, line)


def _without_clock(raw: io.BytesIO) -> bytes:
    """The same package with every entry dated alike."""
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH.timetuple()[:6])
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            target.writestr(entry, source.read(name))
    return out.getvalue()
