"""Excel workbooks: every sheet's words as shown, merged cells carried, hidden sheets, rows and columns set aside."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from corpus.files.draft import DraftCell
from corpus.files.limits import MOST_CELLS, FormatError
from corpus.files.packages import broken, empty, open_package
from corpus.files.parts import Parts, PartsBuilder, Run
from corpus.files.sheet_blocks import write_sheet
from corpus.files.shown_value import shown

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_NO_NAME = re.compile(r"(?:Sheet|工作表|表)\s*\d*", re.IGNORECASE)
"""A name that the program gave."""
_MOST_PLACES = 20 * MOST_CELLS


def read_xlsx(data: bytes) -> Parts:
    """All sheets in order, each under its name. Raises FormatError for what is broken, locked or too large."""
    open_package(data).close()
    from openpyxl import load_workbook

    try:
        workbook = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
        sheets = workbook.worksheets
    except (
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        ParseError,
        SyntaxError,
        zipfile.BadZipFile,
    ) as error:
        raise broken() from error
    builder = PartsBuilder()
    for sheet in sheets:
        if sheet.sheet_state != "visible":
            for cell in _cells(sheet):
                builder.leave_out("隐藏的工作表", *(part for part in cell.content if isinstance(part, Run)))
            continue
        _write(builder, sheet)
    if builder.at == 0:
        raise _without_values(data)
    return builder.parts()


def _without_values(data: bytes) -> FormatError:
    """Why nothing was found: formulas that no program has worked out show nothing."""
    if b"<f>" in b"".join(open_package(data).read(n) for n in open_package(data).namelist() if "worksheets/sheet" in n):
        return FormatError("只有公式，没有存下算出的结果；请用表格软件打开，保存一次后再加入。")
    return empty()


def _write(builder: PartsBuilder, sheet: Worksheet) -> None:
    visible: list[DraftCell] = []
    for cell in _cells(sheet):
        if _is_hidden(sheet, cell):
            builder.leave_out("隐藏的行列", *(part for part in cell.content if isinstance(part, Run)))
        else:
            visible.append(cell)
    if visible and not _NO_NAME.fullmatch(sheet.title):
        builder.paragraph(Run(sheet.title, cell=sheet.title))
    write_sheet(builder, visible)


def _cells(sheet: Worksheet) -> list[DraftCell]:
    if sheet.max_row * sheet.max_column > _MOST_PLACES:
        raise FormatError(
            f"的工作表“{sheet.title}”有 {sheet.max_row} 行 {sheet.max_column} 列，超过上限；请删去空白的行列，或拆分后再加入。"
        )
    spans = {
        (r.min_row, r.min_col): (r.max_row - r.min_row + 1, r.max_col - r.min_col + 1)
        for r in sheet.merged_cells.ranges
    }
    found: list[DraftCell] = []
    for row in sheet.iter_rows():
        filled = (cell for cell in row if cell.value is not None)
        found += [_cell(sheet, cell, spans.get((cell.row, cell.column or 0), (1, 1))) for cell in filled]
        if len(found) > MOST_CELLS:
            raise FormatError(f"的表格超过 {MOST_CELLS} 格的上限；请拆分后再加入。")
    return found


def _cell(sheet: Worksheet, cell: Cell, span: tuple[int, int]) -> DraftCell:
    words = shown(cell.value, cell.number_format).strip()
    place = f"{sheet.title}!{cell.coordinate}"
    return DraftCell(cell.row - 1, (cell.column or 1) - 1, *span, [Run(words, cell=place)] if words else [])


def _is_hidden(sheet: Worksheet, cell: DraftCell) -> bool:
    if sheet.row_dimensions[cell.row + 1].hidden and cell.rows == 1:
        return True
    return cell.columns == 1 and any(
        dimension.hidden and (dimension.min or 0) <= cell.column + 1 <= (dimension.max or 0)
        for dimension in sheet.column_dimensions.values()
    )
