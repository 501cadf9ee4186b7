"""Every file format says what the table says, reads back with its own library, and is the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import date

import docx
import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from assistant.planning.plan_sheet import plan_sheet
from assistant.planning.planner import Planner, PlanOrder
from assistant.sheets.formats import FORMATS
from assistant.sheets.sheet import Column, Event, Sheet, Table

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '甲,"乙"', "两\n行")
SHEET = Sheet(
    "标题",
    ("单位：甲",),
    (Table("一", (Column("名称"), Column("数")), tuple((h, i) for i, h in enumerate(HOSTILE))),),
    ("=说明",),
    (Event("a@renshe", "检查；, 甲", "第一行\n第二行，很长" + "字" * 90, date(2026, 12, 31), date(2026, 12, 31)),),
    {"n": 1},
)


@pytest.fixture(scope="module")
def plan(planner: Planner) -> Sheet:
    return plan_sheet(planner.plan(PlanOrder(year=2026, regimes=("派遣",), units=26)), planner.knowledge)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_same_sheet_gives_the_same_bytes(form: str, plan: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    first = FORMATS[form].write(plan)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2033, 5, 18, 3, 33, 20, 2, 138, 0))
    assert FORMATS[form].write(plan) == first


def test_excel_holds_text_as_text() -> None:
    book = load_workbook(io.BytesIO(FORMATS["xlsx"].write(SHEET)))
    page = book["一"]
    cells = [page.cell(r, 1) for r in range(2, 2 + len(HOSTILE))]
    assert [c.value for c in cells] == list(HOSTILE)
    assert {c.data_type for c in cells} == {"s"}
    assert page.cell(2, 2).value == 0
    assert [c.value for c in book["说明"]["A"]] == ["标题", "单位：甲", "=说明"]


def test_csv_cells_are_no_formulas() -> None:
    text = FORMATS["csv"].write(SHEET).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0] == ["名称", "数"]
    assert all(not row[0].startswith(("=", "+", "-", "@", "\t")) for row in rows[1:])
    assert [row[0].removeprefix("'") for row in rows[1:]] == list(HOSTILE)


def test_calendar_reads_back(plan: Sheet) -> None:
    raw = FORMATS["ics"].write(SHEET)
    assert raw.count(b"\r\n") == raw.count(b"\n") and max(map(len, raw.split(b"\r\n"))) <= 75
    (event,) = Calendar.from_ical(raw).walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 12, 31), date(2027, 1, 1))
    assert str(event["summary"]) == "检查；, 甲" and "第一行\n第二行" in str(event["description"])
    events = Calendar.from_ical(FORMATS["ics"].write(plan)).walk("VEVENT")
    assert len(events) == len({str(e["uid"]) for e in events}) == 16


def test_word_shows_title_table_and_remarks(plan: Sheet) -> None:
    document = docx.Document(io.BytesIO(FORMATS["docx"].write(plan)))
    (table,) = document.tables
    assert len(table.rows) == 17 and table.rows[0].cells[3].text == "检查"
    assert any("均匀安排" in p.text for p in document.paragraphs)
    assert plan.title in [p.text for p in document.paragraphs]


def test_json_lines_are_cited_verbatim(plan: Sheet, planner: Planner) -> None:
    data = json.loads(FORMATS["json"].write(plan))
    documents = {d.id: d for d in planner.knowledge.corpus.documents}
    assert len(data["lines"]) == 16
    for line in data["lines"]:
        c = line["citation"]
        assert documents[c["document"]].text[c["start"] : c["end"]] == c["quote"]


def test_a_spreadsheet_says_nothing_of_when_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(FORMATS["xlsx"].write(SHEET))) as package:
        properties = package.read("docProps/core.xml").decode()
        assert {e.date_time[0] for e in package.infolist()} == {1980}
    assert re.findall(r">(\d{4})-", properties) == ["1980", "1980"]
