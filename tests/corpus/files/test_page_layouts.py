"""The same facts in every layout of a page: lines drawn or not, turned paper, two columns, watermarks, low pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.files.catalogue import read_parts
from corpus.files.parts import Parts
from corpus.files.pdf.page import Box, Turn
from corpus.files.pdf.turned import turned, turned_back
from evals.layouts.documents import Made, made_documents
from evals.layouts.draw import as_pdf
from evals.layouts.layout import PROSE_LAYOUTS, TABLE_LAYOUTS, Layout
from evals.layouts.measure import Score, score

DOCUMENTS = made_documents()
TABLES = [name for name, made in DOCUMENTS.items() if made.rows]


@pytest.mark.parametrize("layout", [x for x in TABLE_LAYOUTS if not x.tight], ids=lambda layout: layout.name)
def test_every_fact_of_a_table_and_no_other(layout: Layout) -> None:
    for name in TABLES:
        made = DOCUMENTS[name]
        assert score(made, as_pdf(made, layout)) == Score(len(made.facts), len(made.facts), 0), name


@pytest.mark.parametrize("layout", PROSE_LAYOUTS, ids=lambda layout: layout.name)
def test_every_duty_of_a_list_and_no_other(layout: Layout) -> None:
    made = DOCUMENTS["prose"]
    assert score(made, as_pdf(made, layout)) == Score(len(made.facts), len(made.facts), 0)


def test_rows_that_nothing_tells_from_paragraphs_are_no_rows() -> None:
    """A merged cell beside rows as close as lines: the words stay text, nothing is put together from two rows."""
    made = DOCUMENTS["registry"]
    parts = parts_of(made, Layout("none", tight=True))
    assert parts.grids == ()
    assert score(made, as_pdf(made, Layout("none", tight=True))).invented == 0


def parts_of(made: Made, layout: Layout) -> Parts:
    return read_parts("页.pdf", as_pdf(made, layout))


def test_a_line_of_column_names_alone_makes_no_table() -> None:
    made = replace(DOCUMENTS["prose"], before=("序号　事项　科室", *DOCUMENTS["prose"].before))
    assert parts_of(made, Layout("none")).grids == ()


def test_what_nobody_sees_is_set_aside_with_the_reason() -> None:
    parts = parts_of(DOCUMENTS["tiers"], Layout("all", extras=True))
    aside = {(reason, "".join(parts.text[span.start : span.end].split())) for span, reason in parts.aside}
    assert ("看不见的文字", "看不见的字不是正文") in aside
    assert "内部资料" in "".join(words for reason, words in aside if reason == "斜放的文字（水印等）")
    body = parts.text[: min(span.start for span, _ in parts.aside)]
    assert "看不见的字" not in body and "内部资料" not in body


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_places_are_those_on_the_paper(turn: Turn) -> None:
    box, width, height = Box(10, 20, 60, 40), 595.0, 842.0
    there = turned(box, width, height, turn)
    size = (height, width) if turn in (90, 270) else (width, height)
    assert turned_back(there, *size, turn) == box
    assert there.right > there.left and there.bottom > there.top


def test_a_turned_page_gives_places_of_the_paper_and_not_of_the_turned_page() -> None:
    """The title is drawn along the left edge of an upright page of A4."""
    parts = parts_of(DOCUMENTS["registry"], Layout("all", paper="turned"))
    title = next(p for p in parts.places if parts.text[p.span.start :].startswith("某县数据局职责登记表"))
    assert title.box is not None
    left, top, right, bottom = title.box
    assert right - left < 20 < 100 < bottom - top and right <= 595 and bottom <= 842
