"""What the shipped document compiles to: counts, spot checks, and the invariants every span must hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.compile import compile_document
from corpus.records import Document, Span
from corpus.source import read_source
from corpus.tidy import tidy

SEVEN = {"objects", "contents", "indicators", "methods", "measures", "procedure", "handling"}


@pytest.fixture(scope="module")
def document() -> Document:
    folder = Path(__file__).parents[3] / "corpus" / "documents"
    return compile_document(read_source(next(folder.glob("*.txt"))))


def test_counts(document: Document) -> None:
    assert len({duty.number for duty in document.duties}) == 13
    assert len(document.sections) == 13
    assert len(document.duties) == 22
    assert len(document.boundaries) == 2
    assert len(document.regimes) == 8
    assert len(document.contents) == 10
    assert set(document.shapes) == {"boundary-table", "registry-table", "regimes"}


def test_names_broken_over_lines_are_joined(document: Document) -> None:
    assert "城乡居民基本养老保险所" in [section.name for section in document.sections]
    departments = [share.department for boundary in document.boundaries for share in boundary.shares]
    assert departments == ["人社局", "财政局", "税务局", "人力资源和社会保障局", "残疾人联合会"]


def test_short_lines_of_a_cell_are_items(document: Document) -> None:
    third = next(duty for duty in document.duties if duty.number == "3")
    assert [item.text for item in third.items] == ["企业职工正常退休复审", "提前退休初审及申报"]


def test_numbered_items_of_a_cell(document: Document) -> None:
    injuries = next(duty for duty in document.duties if duty.number == "11")
    assert [item.text[:2] for item in injuries.items] == ["1、", "2、", "3、", "4、"]


def test_merged_cells_carry_the_main_duty_down(document: Document) -> None:
    assert all(duty.main and duty.number and duty.section for duty in document.duties)


def test_every_regime_has_all_its_parts(document: Document) -> None:
    for regime in document.regimes:
        assert {part.kind for part in regime.parts} == SEVEN, regime.title
        assert all(part.clauses for part in regime.parts), regime.title
        assert regime.supervisor and "公章" not in regime.supervisor


def test_two_contents_lists_of_one_regime(document: Document) -> None:
    pharmacies = document.regimes[4]
    assert [part.title for part in pharmacies.parts if part.kind == "contents"] == [
        "定点医疗机构监督检查内容",
        "定点零售药店监督检查内容",
    ]


def test_indicators_under_methods(document: Document) -> None:
    fund = document.regimes[5]
    (indicators,) = [part for part in fund.parts if part.kind == "indicators"]
    texts = [document.clauses[i].text for i in indicators.clauses]
    assert any("不低于50%" in text for text in texts)
    assert not any("意见箱" in text for text in texts)


def test_path_of_a_penalty_item(document: Document) -> None:
    (clause,) = [c for c in document.clauses if c.text.startswith("（1）未取得或者伪造")]
    assert clause.path == ("（四）人力资源服务机构监管", "六、监督检查处理", "（一）", "（1）")


def test_same_style_list_below_its_heading(document: Document) -> None:
    (audit,) = [c for c in document.clauses if c.text == "（一）征缴稽核"]
    assert audit.path[-2:] == ("（一）监督检查内容", "（一）征缴稽核")
    (figures,) = [c for c in document.clauses if c.text == "1、内部稽核：" or c.text.startswith("1、内部稽核")]
    assert figures.path[-2] == "（二）监督检查指标"


def test_repeated_numbers_stay_siblings(document: Document) -> None:
    sevens = [c for c in document.clauses if c.label == "7、"]
    assert len(sevens) == 2 and sevens[0].parent == sevens[1].parent
    thirds = [c for c in document.clauses if c.label == "（三）" and c.path[:2][-1:] == ("三、监督检查方式",)]
    assert len({c.parent for c in thirds[-2:]}) <= 2


def test_paragraph_after_a_list_belongs_to_the_lists_parent(document: Document) -> None:
    after = [c for c in document.clauses if c.text.startswith("上述指标与") and not c.label]
    assert len(after) == 7
    assert {document.clauses[c.parent].text[-2:] for c in after if c.parent is not None} == {"指标"}


def test_labels_glued_to_the_text_before(document: Document) -> None:
    (regular,) = [c for c in document.clauses if c.text.startswith("1、定期检查。")]
    assert regular.path[-2:] == ("（三）监督检查指标", "1、定期检查")


def test_every_span_quotes_its_text(document: Document) -> None:
    pairs = [(c.span, c.text) for c in document.clauses]
    for duty in document.duties:
        pairs += [(duty.span, duty.text), (duty.section_span, duty.section)]
        pairs += [(item.span, item.text) for item in duty.items]
        pairs += [(duty.main_span, duty.main)] if duty.main_span else []
    for boundary in document.boundaries:
        pairs.append((boundary.span, boundary.matter))
        pairs += [(passage.span, passage.text) for passage in (*boundary.basis, *boundary.case)]
        for share in boundary.shares:
            pairs += [(share.department_span, share.department), (share.span, share.text)]
    for regime in document.regimes:
        pairs.append((regime.title_span, regime.title))
        pairs += [(part.title_span, part.title) for part in regime.parts]
        assert regime.supervisor_span is not None
        pairs.append((regime.supervisor_span, regime.supervisor))
    pairs += [(entry.span, entry.text) for entry in document.contents]
    assert [(text, document.quote(span)) for span, text in pairs if tidy(document.text, span).text != text] == []


def test_items_cover_their_duty(document: Document) -> None:
    for duty in document.duties:
        assert "".join(item.text for item in duty.items) == duty.text.replace(" ", "") or (
            tidy("".join(item.text for item in duty.items)).text == duty.text
        )


def test_every_character_is_accounted_for_once_unread_is_empty(document: Document) -> None:
    assert document.unread == ()
    assert not [
        r for span, r in document.set_aside if r == "空白" and document.quote(span).strip("\u200b\ufeff \n\t\u3000")
    ]
    reasons = {reason for _, reason in document.set_aside}
    assert reasons == {"空白", "表头", "表格序号"}
    numbers = [document.quote(span) for span, reason in document.set_aside if reason == "表格序号"]
    assert all(number.isdigit() for number in numbers)


def test_clauses_nest(document: Document) -> None:
    for clause in document.clauses:
        if clause.parent is not None:
            above = document.clauses[clause.parent]
            assert above.extent.start <= clause.extent.start and clause.extent.end <= above.extent.end
            assert above.path == clause.path[: len(above.path)]


def test_bureau_and_title(document: Document) -> None:
    assert document.bureau == "新河县人力资源和社会保障局"
    assert "部门职责登记表" in document.title
    assert Span(0, 0) not in [section.span for section in document.sections]
