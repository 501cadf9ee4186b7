"""The drawing of a checklist: well-formed, complete in words, the same each time, and inside its width."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.inspection.compile import compile_checklist
from assistant.inspection.flow import flow
from assistant.inspection.flow_svg import WIDTH, flow_svg
from assistant.inspection.line_breaks import broken, width
from assistant.inspection.run_in_lists import split
from corpus.compile import compile_document
from corpus.records import Document
from corpus.source import Source

SVG = "{http://www.w3.org/2000/svg}"
CHINESE = st.text(alphabet="检查是否有无一二三、，。；：（）《》“”abc12 ", max_size=60)


@pytest.fixture(scope="module")
def shipped(shipped_text: str) -> Document:
    return compile_document(Source("d.txt", "0" * 64, shipped_text))


def test_every_regime_is_drawn_whole_and_the_same_each_time(shipped: Document) -> None:
    for regime in shipped.regimes:
        checklist = compile_checklist(shipped, regime)
        drawn = flow_svg(flow(shipped, checklist))
        assert drawn == flow_svg(flow(shipped, checklist))
        root = ElementTree.fromstring(drawn)
        told = root.findtext(f"{SVG}desc") or ""
        for line in (*checklist.items, *checklist.steps, *checklist.outcomes):
            assert line.text in told
        assert root.findtext(f"{SVG}title") == f"{regime.title}：检查流程"
        texts = {e.text for e in root.iter(f"{SVG}text")}
        assert {"符合", "不符合", "是否发现不符合？"} <= texts


def test_words_stay_inside_the_drawing(shipped: Document) -> None:
    for regime in shipped.regimes:
        root = ElementTree.fromstring(flow_svg(flow(shipped, compile_checklist(shipped, regime))))
        for e in root.iter(f"{SVG}text"):
            if e.get("text-anchor") == "start":
                assert float(e.get("x", "0")) + width(e.text or "") * float(e.get("font-size", "0")) <= WIDTH


def test_signs_of_markup_stay_words(shipped: Document) -> None:
    text = shipped.text.replace("从业人员的资质", "从业人员的<b>资质</b>&证书")
    changed = compile_document(Source("d.txt", "0" * 64, text))
    drawn = flow_svg(flow(changed, compile_checklist(changed, changed.regimes[3])))
    assert "<b>" not in drawn
    root = ElementTree.fromstring(drawn)
    assert any("<b>资质</b>&证书" in (e.text or "") for e in root.iter(f"{SVG}text"))


def test_lines_do_not_begin_with_a_closing_sign() -> None:
    assert broken("检查内容（甲）、乙。", 7) == ("检查内容", "（甲）、乙。")
    assert broken("不少于2000元", 4.5) == ("不少于", "2000元")


@given(CHINESE, st.integers(min_value=4, max_value=30))
def test_breaking_loses_nothing(text: str, columns: int) -> None:
    assert "".join(broken(text, columns)) == text


@given(CHINESE)
def test_items_of_a_run_in_list_are_stretches_in_order(text: str) -> None:
    pieces = split(text)
    ends = [0, *(p.end for p in pieces)]
    assert all(end <= p.start < p.end <= len(text) for end, p in zip(ends, pieces, strict=False))


def test_nothing_between_two_signs_is_no_item() -> None:
    text = "检查内容：；是否公示标准；是否如实登记。"
    assert [text[p.start : p.end] for p in split(text)] == ["是否公示标准", "是否如实登记"]
    assert split("一是，二是。") == ()
