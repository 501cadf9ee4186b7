"""Comma-separated values: encoding and delimiter recognised, places as in a spreadsheet (`B3`)."""

from __future__ import annotations

import csv
import io

from corpus.files.cell_names import column_letters
from corpus.files.draft import DraftCell
from corpus.files.limits import MOST_CELLS, FormatError
from corpus.files.parts import Parts, PartsBuilder, Run
from corpus.files.plain_text import decode
from corpus.files.sheet_blocks import write_sheet

_DELIMITERS = ",;\t|，"
_SAMPLE = 64 * 1024
_LONGEST_FIELD = 1024 * 1024


def read_csv(data: bytes) -> Parts:
    """The table. Raises FormatError for what is no text and for too many cells."""
    text = decode(data).removeprefix("\ufeff")
    csv.field_size_limit(_LONGEST_FIELD)
    cells: list[DraftCell] = []
    try:
        for r, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))):
            for c, words in enumerate(row):
                words = words.strip()
                if words:
                    cells.append(DraftCell(r, c, content=[Run(words, cell=f"{column_letters(c + 1)}{r + 1}")]))
            if len(cells) > MOST_CELLS:
                raise FormatError(f"的表格超过 {MOST_CELLS} 格的上限；请拆分后再加入。")
    except csv.Error as error:
        raise FormatError("的引号不成对，分不清单元格；请用表格软件打开，另存为 .xlsx 再加入。") from error
    builder = PartsBuilder()
    write_sheet(builder, cells)
    return builder.parts()


def _delimiter(text: str) -> str:
    """The sign that parts most rows into equally many cells."""

    def evenness(delimiter: str) -> tuple[int, int]:
        rows = [len(row) for row in csv.reader(io.StringIO(text[:_SAMPLE], newline=""), delimiter=delimiter)]
        widths = [width for width in rows if width > 1]
        most = max(set(widths), key=widths.count, default=0)
        return widths.count(most), most

    return max(_DELIMITERS, key=lambda delimiter: (evenness(delimiter), -_DELIMITERS.index(delimiter)))
