"""Spreadsheets and comma-separated values: words as shown, merged cells, several sheets, hidden ones, dialects."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook

from corpus.files.catalogue import read_parts
from corpus.files.parts import Parts
from corpus.files.shown_value import shown


def parts_of(make: Callable[[Workbook], None]) -> Parts:
    workbook = Workbook()
    make(workbook)
    buffer = BytesIO()
    workbook.save(buffer)
    return read_parts("表.xlsx", buffer.getvalue())


def registry(workbook: Workbook) -> None:
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "职责"
    for row in (
        ("某局职责登记表",),
        (),
        ("序号", "主要职责", "责任科室", "比例"),
        (1, "收文", "办公室", 0.3),
        (None, "发文", "办公室", 0.055),
        (2, "监察", "监察股", None),
        ("注：比例为抽查比例。",),
    ):
        sheet.append(row)
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("A4:A5")
    sheet.merge_cells("A7:D7")
    sheet["D4"].number_format, sheet["D5"].number_format = "0%", "0.0%"
    hidden = workbook.create_sheet("草稿")
    hidden.append(("旧的",))
    hidden.sheet_state = "hidden"
    workbook.create_sheet("电话").append(("办公室", "号码一"))


def test_a_registry_in_a_spreadsheet() -> None:
    parts = parts_of(registry)
    (grid,) = parts.grids
    assert [cell.text for cell in grid.header] == ["序号", "主要职责", "责任科室", "比例"]
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["1", "收文", "办公室", "30%"],
        ["1", "发文", "办公室", "5.5%"],
        ["2", "监察", "监察股", ""],
    ]
    assert grid.rows[1][0].carried
    words = [line for line in parts.text.split("\n") if line]
    assert words[:2] == ["职责", "某局职责登记表"] and "注：比例为抽查比例。" in words
    assert {parts.text[p.span.start : p.span.end]: p.cell for p in parts.places}["监察股"] == "职责!C6"
    assert [(reason, parts.text[s.start : s.end]) for s, reason in parts.aside] == [("隐藏的工作表", "旧的")]


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [
        (0.3, "0%", "30%"),
        (0.125, "0.0%", "12.5%"),
        (12345.6, "#,##0.00", "12,345.60"),
        (30000, '#,##0"元"', "30,000元"),
        (0.1 + 0.2, "General", "0.3"),
        (5.0, "General", "5"),
        (7, "000", "007"),
        (-3, "0;(0)", "(3)"),
        (20000, '0!.0,"万"', "20000"),
        (0.5, "# ?/?", "0.5"),
        (date(2024, 5, 1), 'yyyy"年"m"月"d"日"', "2024年5月1日"),
        (datetime(2024, 5, 1, 9, 5), "yyyy/mm/dd hh:mm", "2024/05/01 09:05"),
        (datetime(2024, 5, 1), "yyyy-mm-dd", "2024-05-01"),
        (True, "General", "TRUE"),
        ("处五百元", "@", "处五百元"),
    ],
)
def test_values_as_shown(value: object, form: str, words: str) -> None:
    assert shown(value, form) == words


TABLE = '序号,事项,科室\n1,"收文，\n发文",办公室\n2,监察,监察股\n'


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        ("\ufeff" + TABLE).encode(),
        TABLE.encode("gb18030"),
        TABLE.encode("utf-16"),
        TABLE.replace(",", ";").encode(),
        TABLE.replace(",", "\t").encode(),
    ],
    ids=["utf-8", "with mark", "gb18030", "utf-16", "semicolons", "tabs"],
)
def test_dialects_of_csv(data: bytes) -> None:
    parts = read_parts("表.csv", data)
    (grid,) = parts.grids
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["1", "收文，发文", "办公室"],
        ["2", "监察", "监察股"],
    ]
    assert parts.places[-1].cell == "C3"
