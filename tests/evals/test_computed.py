"""Computed cases: the inventory and the compiler agree, every record is asked for, and answers follow changed figures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from corpus.folder import compile_corpus
from evals.computed.edition import EDITIONS, Edition, Measured, edition, measure, shipped_text
from evals.computed.inventory import Anchor, read_anchors
from evals.computed.mutate import changed, renamed
from evals.computed.places import PlaceError, Text, find_places
from evals.computed.records import record_coverage
from evals.computed.render import Renderer
from evals.computed.template import Template, read_templates
from evals.numerals import squeeze

TEMPLATES = read_templates()
SHIPPED = shipped_text()


@pytest.fixture(scope="module", params=EDITIONS)
def copy(request: pytest.FixtureRequest) -> Edition:
    return edition(request.param, SHIPPED)


@pytest.fixture(scope="module")
def measured(copy: Edition, tmp_path_factory: pytest.TempPathFactory) -> Measured:
    return measure(copy, TEMPLATES, tmp_path_factory.mktemp(copy.name))


def test_every_case_is_right(measured: Measured) -> None:
    assert {v.case.id: v.failures for v in measured.verdicts if not v.passed} == {}


def test_no_case_needed_retrieval(measured: Measured, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert not list(tmp_path_factory.getbasetemp().glob(f"{measured.edition.name}*/home/index/*"))


def test_every_record_is_asked_for_twice_and_once_with_facts(measured: Measured) -> None:
    assert [(r.label, r.plain, r.with_facts) for r in measured.coverage.lacking] == []
    assert len(measured.coverage.records) >= 125


def test_the_compiler_states_every_consequence_that_a_reader_found(measured: Measured) -> None:
    assert measured.coverage.unmatched == ()
    assert [r.label for r in measured.coverage.records if not r.names] == []


def test_the_compiled_record_stands_where_a_reader_found_the_figure(copy: Edition, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(copy.text, "utf-8", newline="")
    (document,) = compile_corpus(tmp_path).documents
    read = {s for p in copy.places.values() for n, slot in p.slots.items() if n != "article" for s in slot.spans}
    spans = [q.span for q in document.quantities] + [p.fine.span for p in document.penalties if p.fine.span]
    assert [
        copy.text[s.start : s.end] for s in read if not any(x.start <= s.start and s.end <= x.end for x in spans)
    ] == []


def test_no_figure_of_the_regimes_is_left_out_of_the_inventory() -> None:
    text = Text(SHIPPED)
    places = find_places(SHIPPED, read_anchors())
    slots = {s for p in places.values() for slot in p.slots.values() for s in slot.spans}
    start = text.tight.index("单位名称：")
    counted = r"(?:\d+|[一二两三四五六七八九十百千万]+)(?=次|名|人|家|%|％|元|倍|分(?!别)|周岁|个工作日|日内|万)"
    found = [text.span(*m.span()) for m in re.compile(counted).finditer(text.tight, start)]
    assert len(found) > 60
    left = [squeeze(SHIPPED[s.start - 3 : s.end + 1]) for s in found if s not in slots]
    assert left == ["介绍一人", "询问第三人"]  # counts by one; counts nothing


def test_a_changed_copy_differs_in_every_figure_and_in_nothing_else() -> None:
    before = find_places(SHIPPED, read_anchors())
    other = changed(SHIPPED, before.values(), 7)
    after = find_places(other, read_anchors())
    pairs = [(before[p].slots[s], after[p].slots[s]) for p in before for s in before[p].slots]
    assert pairs and [a for a, b in pairs if a.value == b.value] == []
    assert [a for a, b in pairs if a.written.isdigit() != b.written.isdigit()] == []
    assert _without_figures(SHIPPED, before) == _without_figures(other, after)


def _without_figures(text: str, places: dict) -> str:
    spans = {s for p in places.values() for slot in p.slots.values() for s in slot.spans}
    for s in sorted(spans, reverse=True):
        text = text[: s.start] + "#" + text[s.end :]
    return text


@pytest.mark.parametrize("seed", range(20))
def test_a_changed_copy_keeps_intervals_rising_and_is_the_same_each_time(seed: int) -> None:
    places = find_places(SHIPPED, read_anchors())
    other = changed(SHIPPED, places.values(), seed)
    assert other == changed(SHIPPED, places.values(), seed)
    slots = {name: p.slots for name, p in find_places(other, read_anchors()).items()}
    assert [n for n, s in slots.items() if {"low", "high"} <= set(s) and s["low"].value >= s["high"].value] == []
    assert slots["school_marks"]["pass"].value < slots["school_marks"]["good"].value


def test_a_name_is_replaced_also_where_a_line_breaks_in_it() -> None:
    assert renamed("《劳动合 \n同法》第三条", {"劳动合同法": "用工法"}) == "《用工法》第三条"


def test_an_anchor_that_is_absent_or_stands_twice_is_named() -> None:
    text = "甲监管\n单位名称：某局\n每月 2 次。每年 3 次。"
    assert find_places(text, [Anchor("a", "甲监管", "每月{n}次")])["a"].slots["n"].value == 2
    for at in ("每周{n}次", "每"):
        with pytest.raises(PlaceError, match=r"^b: "):
            find_places(text, [Anchor("b", "甲监管", at)])
    with pytest.raises(PlaceError, match="乙监管"):
        find_places(text, [Anchor("b", "乙监管", "每月{n}次")])


def test_an_unknown_figure_and_code_in_a_template_are_refused() -> None:
    renderer = Renderer(find_places(SHIPPED, read_anchors()), str)
    with pytest.raises(UndefinedError):
        renderer.case(_template("罚{{no_permit.lowest}}元"))
    with pytest.raises(UndefinedError):
        renderer.case(_template("罚", fine=["nobody.low", 2]))
    with pytest.raises(SecurityError):
        renderer.case(_template("{{ ''.__class__.__mro__ }}"))


def test_expectations_follow_the_figures() -> None:
    places = find_places(SHIPPED, read_anchors())
    case = Renderer(places, str).case(
        _template("{{no_permit.low|wan}}", fine=["no_permit.low", "no_permit.high * 2"], above=5)
    )
    assert (case.q, case.expect.fine, case.expect.figures) == ("1万", (10000, 60000), (5,))


def test_no_question_of_any_copy_states_a_sum_below_nothing(copy: Edition) -> None:
    renderer = Renderer(copy.places, copy.rename)
    assert [
        q for t in TEMPLATES if re.search(r"(?<!\d)-\d|(?<![\d,])0(?:次|家|名|个|元|万)", q := renderer.case(t).q)
    ] == []


def test_facts_are_numbers_in_the_question() -> None:
    renderer = Renderer(find_places(SHIPPED, read_anchors()), str)
    numbers = re.compile(r"[\d零一二两三四五六七八九十百千万半]")
    assert [t.id for t in TEMPLATES if t.with_facts and not numbers.search(renderer.case(t).q)] == []


def test_no_question_is_asked_twice_and_every_name_is_of_the_inventory() -> None:
    renderer = Renderer(find_places(SHIPPED, read_anchors()), str)
    asked = [renderer.case(t).q for t in TEMPLATES]
    assert len(asked) == len(set(asked)) >= 200
    known = {n for a in read_anchors() for n in (a.name, *(f"{a.name}.{s}" for s in re.findall(r"\{(\w+)\}", a.at)))}
    assert [t.id for t in TEMPLATES for c in t.covers for n in c.split("|") if n not in known] == []


def test_a_record_without_cases_is_listed() -> None:
    places = find_places(SHIPPED, read_anchors())
    document = compile_corpus(Path(__file__).parents[2] / "corpus" / "documents").documents[0]
    lacking = record_coverage(document, places, [t for t in TEMPLATES if "fees" not in t.covers]).lacking
    assert [r.names for r in lacking] == [("fees",)]


def _template(q: str, **expect: object) -> Template:
    return Template(id="t-1", kind="penalty", covers=("no_permit",), q=q, expect=dict(expect))
