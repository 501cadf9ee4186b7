"""Done against owed: cases a lawyer could read, then what holds of any visits."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.bootstrap import build_planner
from assistant.meters.chart import meters_svg
from assistant.meters.gather import _counts  # pyright: ignore[reportPrivateUsage]
from assistant.meters.measure import measure
from assistant.meters.sheet import meters_sheet
from assistant.meters.term import term_of
from assistant.meters.values import MeteredUnit, RegimeMeters, Visit
from assistant.planning.calendar import working_days_of
from assistant.planning.period import Period
from assistant.planning.planner import Planner
from assistant.sheets.formats import FORMATS
from corpus.folder import load_corpus
from corpus.records import Corpus

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
SHIPPED = Path(__file__).parents[3] / "corpus" / "documents"


@pytest.fixture(scope="session")
def planner(home: Path) -> Planner:
    return build_planner(load_corpus(SHIPPED, home / "cache"), home)


def measured(planner: Planner, regime: str, visits: list[Visit], units: list[MeteredUnit], as_of: date) -> RegimeMeters:
    document, found = planner.regime(regime)
    return measure(document, found, visits, units, as_of, working_days_of)


def units_of(given_: Any) -> list[MeteredUnit]:
    names = [f"单位{n}" for n in range(1, given_ + 1)] if isinstance(given_, int) else given_
    return [unit_of(*n.split("/")) for n in names]


def unit_of(name: str, *words: str) -> MeteredUnit:
    """`甲/不定时工作制/班次=3`: a word of the register, and a column with a number."""
    counts = tuple((w.split("=")[0], int(w.split("=")[1])) for w in words if "=" in w)
    return MeteredUnit(name, tuple(w for w in words if "=" not in w), counts)


def visit(line: str) -> Visit:
    unit, day, kind, *open_ = line.split()
    return Visit(unit, date.fromisoformat(day), kind, not open_)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_done_against_owed(case: dict[str, Any], planner: Planner) -> None:
    found = measured(
        planner, case["regime"], [visit(v) for v in case["visits"]], units_of(case["units"]), case["as_of"]
    )
    lines = [f"{m.check} {m.what} {m.term.word} {m.done}/{m.owed} {m.unit}" for m in found.meters]
    for expected in case["expect"]:
        assert expected in lines
    for note in case.get("notes", ()):
        assert any(note in n for n in found.notes), found.notes
    if "working" in case:
        assert any(case["working"] in m.working for m in found.meters)


@pytest.mark.parametrize(
    ("written", "day", "first", "last", "word"),
    [
        (Period("months", 1, "每月"), date(2028, 2, 10), date(2028, 2, 1), date(2028, 2, 29), "2028年2月"),
        (Period("months", 3, "每季"), date(2026, 12, 31), date(2026, 10, 1), date(2026, 12, 31), "2026年第4季度"),
        (Period("months", 6, "半年"), date(2026, 6, 30), date(2026, 1, 1), date(2026, 6, 30), "2026年上半年"),
        (Period("months", 12, "每年"), date(2026, 1, 1), date(2026, 1, 1), date(2026, 12, 31), "2026年"),
        (Period("months", 24, "每两年"), date(2026, 1, 1), date(2025, 1, 1), date(2026, 12, 31), "2025至2026年"),
        (Period("weeks", 1, "每周"), date(2026, 1, 1), date(2025, 12, 29), date(2026, 1, 4), "12月29日至1月4日"),
    ],
)
def test_the_term_a_day_lies_in(written: Period, day: date, first: date, last: date, word: str) -> None:
    term = term_of(written, day)
    assert (term.first, term.last, term.word) == (first, last, word)


def test_what_is_left_is_due_on_the_last_working_day(planner: Planner) -> None:
    found = measured(planner, "劳务派遣", [], units_of(3), date(2026, 1, 15))
    patrol = next(m for m in found.meters if m.check == "日常巡查")
    assert patrol.due == date(2026, 1, 30) and patrol.term.last == date(2026, 1, 31)
    assert patrol.following.word == "2026年2月"


def test_every_line_quotes_its_figure_word_for_word(planner: Planner) -> None:
    found = [measured(planner, t, [], units_of(7), date(2026, 11, 25)) for t in planner.names.titles]
    sheet = meters_sheet(found, planner.knowledge, date(2026, 11, 25))
    corpus: Corpus = planner.knowledge.corpus
    texts = {d.id: d.text for d in corpus.documents}
    regimes: Any = sheet.data["regimes"]
    cited = [m["citation"] for r in regimes for m in r["meters"]]
    assert len(cited) > 20
    for c in cited:
        assert texts[c["document"]][c["start"] : c["end"]] == c["quote"]


def test_what_is_not_counted_stands_in_the_table_with_its_reason(planner: Planner) -> None:
    found = [measured(planner, "定点培训机构", [], units_of(3), date(2026, 11, 25))]
    table = meters_sheet(found, planner.knowledge, date(2026, 11, 25)).tables[0]
    rows = [r for r in table.rows if r[5] == "未计入"]
    assert [(r[1], r[3], r[4]) for r in rows] == [
        ("专项督查", "学员和教师", "必要时 10%"),
        ("全面检查", "学员和教师", "必要时 20%"),
        ("监管频次", "次数", "每班次 2 次"),
    ]
    assert all(r[8] and r[9] and len(r) == len(table.columns) for r in rows)
    assert len(found[0].uncounted) == 3 and len(table.rows) == len(found[0].meters) + 3


def test_numbers_of_the_register_are_read_from_its_columns() -> None:
    assert _counts({"班次": "6", "学员人数": "120人", "类别": "甲", "备注": "3至5个", "教师数": " 12 "}) == (
        ("班次", 6), ("学员人数", 120), ("教师数", 12),
    )  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written(planner: Planner, form: str) -> None:
    found = [measured(planner, "劳务派遣", [], units_of(7), date(2026, 11, 25))]
    assert FORMATS[form].write(meters_sheet(found, planner.knowledge, date(2026, 11, 25)))


def test_the_chart_tells_in_words_what_it_draws(planner: Planner) -> None:
    visits = [visit("单位1 2026-11-03 日常巡查"), visit("单位2 2026-11-03 日常巡查")]
    found = [measured(planner, "劳务派遣", visits, units_of(7), date(2026, 11, 25))]
    picture = ElementTree.fromstring(meters_svg(found, date(2026, 11, 25)))
    space = "{http://www.w3.org/2000/svg}"
    told = picture.findtext(f"{space}desc") or ""
    assert picture.get("role") == "img" and picture.get("aria-labelledby") == "meters-title meters-desc"
    assert "日常巡查家数（2026年11月）2/2 家，已够" in told and "还差 2 次" in told
    drawn = "".join(t.text or "" for t in picture.iter(f"{space}text"))
    for m in found[0].meters:
        assert f"{m.check}{m.what}" in drawn
    assert meters_svg(found, date(2026, 11, 25)) == meters_svg(found, date(2026, 11, 25))


DAYS = st.integers(0, 800).map(lambda n: date(2025, 1, 1) + timedelta(days=n))
KINDS = st.sampled_from(["日常巡查", "日常检查", "专项督查", "专项检查", "全面检查", "定期检查", "回访", ""])
VISITS = st.lists(st.builds(Visit, st.sampled_from(["单位1", "单位2", "单位3", "别家"]), DAYS, KINDS, st.booleans()))


@settings(max_examples=60, deadline=None)
@given(visits=VISITS, units=st.integers(0, 5), as_of=DAYS, n=st.integers(0, 7))
def test_more_visits_never_lower_a_meter_and_order_does_not_matter(
    planner: Planner, visits: list[Visit], units: int, as_of: date, n: int
) -> None:
    regime = planner.names.titles[n]
    whole = measured(planner, regime, visits, units_of(units), as_of)
    part = measured(planner, regime, visits[1:], units_of(units), as_of)
    assert measured(planner, regime, visits[::-1], units_of(units), as_of) == whole
    for more, less in zip(whole.meters, part.meters, strict=True):
        assert (more.check, more.what, more.owed) == (less.check, less.what, less.owed)
        assert 0 <= less.done <= more.done
        assert more.term.first <= as_of <= more.term.last and more.term.first <= more.due <= more.term.last
