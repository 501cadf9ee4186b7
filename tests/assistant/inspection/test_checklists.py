"""Each regime compiles to a checklist: counts and words written down by eye from the document, then again after changes."""

from __future__ import annotations

import re

import pytest

from assistant.inspection.checklist import Checklist
from assistant.inspection.compile import compile_checklist
from assistant.inspection.run_in_lists import split
from assistant.inspection.violations import with_violations
from assistant.knowledge import Knowledge
from assistant.matters import Vocabulary
from corpus.compile import compile_document
from corpus.records import Corpus, Document
from corpus.source import Source
from corpus.tidy import tidy

# Words of the title · items · first and last words of the items · halves · requirements · steps · outcomes
SHIPPED = [
    ("职业技能", 2, "定点培训机构的培训资质", "培训成果的有效性", (), ["inspectors"], 3, 6),
    ("特殊工时", 4, "对执行特殊工时制度", "在执行特殊工时制度", ("监督检查措施及处理",), [], 3, 4),
    ("劳务派遣", 6, "年度劳务派遣经营状态", "是否同工同酬", (), ["plan", "notice", "inspectors"], 5, 3),
    ("人力资源服务机构", 8, "从业人员的资质", "规定的行为", (), ["plan", "inspectors"], 6, 15),
    (
        "基本医疗保障",
        6,
        "基本医疗保障基础管理",
        "权利、义务和责任等",
        ("定点医疗机构监督检查内容", "定点零售药店监督检查内容"),
        ["plan", "notice", "inspectors"],
        7,
        2,
    ),
    ("保险基金监管", 11, "社会保险基金管理部门", "收益最大化", (), ["plan", "notice", "inspectors"], 9, 5),
    ("促进就业", 3, "核查申请的对象", "申请标准是否正确", (), [], 3, 4),
    ("稽核", 7, "参保单位参加社会保险", "规定的行为", ("征缴稽核", "支付稽核"), ["notice", "inspectors"], 5, 6),
]


def _compile(text: str) -> Document:
    return compile_document(Source("d.txt", "0" * 64, text))


def _checklists(document: Document) -> list[Checklist]:
    return [compile_checklist(document, r) for r in document.regimes]


def _named(found: list[Checklist], words: str) -> Checklist:
    return next(c for c in found if words in c.title)


@pytest.fixture(scope="module")
def shipped(shipped_text: str) -> Document:
    return _compile(shipped_text)


@pytest.mark.parametrize("row", SHIPPED, ids=lambda r: r[0])
def test_as_counted_by_eye(
    shipped: Document, row: tuple[str, int, str, str, tuple[str, ...], list[str], int, int]
) -> None:
    title, count, first, last, halves, needed, steps, outcomes = row
    found = _named(_checklists(shipped), title)
    assert len(found.items) == count
    assert [i.n for i in found.items] == list(range(1, count + 1))
    assert found.items[0].text.startswith(first)
    assert found.items[-1].text.endswith(last)
    assert found.groups == halves
    assert [r.kind for r in found.preparation] == needed
    assert len(found.steps) == steps
    assert len(found.outcomes) == outcomes


def test_every_line_is_a_verbatim_stretch_of_its_clause(shipped: Document) -> None:
    for found in _checklists(shipped):
        for line in (*found.preparation, *found.items, *found.steps, *found.methods, *found.outcomes):
            quote = tidy(shipped.text, line.place.span).text
            assert line.text in quote
            clause = shipped.clauses[line.place.clause]
            assert clause.span.start <= line.place.span.start <= line.place.span.end <= clause.span.end


def test_ids_are_unique_and_of_one_shape(shipped: Document) -> None:
    for found in _checklists(shipped):
        ids = [x.id for x in (*found.items, *found.steps, *found.outcomes)]
        assert len(set(ids)) == len(ids)
        assert all(re.fullmatch(r"[0-9a-f]{12}(-\d+)?", i) for i in ids)


def test_two_inspectors_with_certificates_where_the_text_demands_it(shipped: Document) -> None:
    found = {c.title: [r for r in c.preparation if r.kind == "inspectors"] for c in _checklists(shipped)}
    demanded = {title[:4]: (r[0].least, r[0].certificate) for title, r in found.items() if r}
    assert demanded == {
        "职业技能": (2, False),
        "劳务派遣": (2, True),
        "人力资源": (2, True),
        "基本医疗": (2, True),
        "社会保险": (2, True),
    }


def test_doubled_numbers_are_told_beside_the_items_they_touch(shipped: Document) -> None:
    found = _named(_checklists(shipped), "人力资源服务机构")
    doubled = [i.n for i in found.items if any(a.code == "number-doubled" for a in i.anomalies)]
    assert doubled == [6, 7]


def test_outcomes_say_which_hold_when_nothing_was_found(shipped: Document) -> None:
    audit = _named(_checklists(shipped), "稽核")
    assert [o.kind for o in audit.outcomes] == ["compliant", *["noncompliant"] * 3, "closing", "closing"]
    assert "社会保险违规情况处理决定书" in audit.outcomes[2].papers
    fund = _named(_checklists(shipped), "保险基金监管")
    assert (fund.outcomes[0].kind, fund.outcomes[0].papers) == ("compliant", ("监督意见书",))


def test_deadlines_stand_with_what_they_bind(shipped: Document) -> None:
    audit = _named(_checklists(shipped), "稽核")
    days = [[shipped.quantities[q].value for q in o.deadlines] for o in audit.outcomes]
    assert days[:3] == [[5.0], [], [10.0]]
    agencies = _named(_checklists(shipped), "人力资源服务机构")
    assert [shipped.quantities[q].unit for q in agencies.corrections] == ["当日"]


# Item of the agencies' checklist · the violation it leads to first
LINKS = [
    ("服务场所是否明示", "擅自增加收费项目或者提高收费标准"),
    ("有否伪造、涂改", "涂改、出租、转借、转让《人力资源服务许可证》"),
    ("提供就业信息是否真实", "提供虚假劳动力供求信息"),
    ("是否有为无合法证照", "为劳动就业证件不全的求职者和证明文件不全的用人单位进行人力资源服务"),
    ("人力资源中介服务许可证年审情况", "年审不合格"),
    ("从业人员的资质", None),
    ("有否扣押劳动者", None),
]


@pytest.mark.parametrize(("item", "violation"), LINKS)
def test_items_lead_to_the_violations_they_may_bring_to_light(
    shipped: Document, vocabulary: Vocabulary, item: str, violation: str | None
) -> None:
    knowledge = Knowledge(Corpus(documents=(shipped,), fingerprint=""), vocabulary)
    found = with_violations(_named(_checklists(shipped), "人力资源服务机构"), shipped, knowledge.wordings)
    linked = next(i for i in found.items if i.text.startswith(item)).violations
    assert (linked[0].text if linked else None) == violation
    assert [v.score for v in linked] == sorted((v.score for v in linked), reverse=True)
    assert all(shipped.penalties[p].violation == v.text for v in linked for p in v.penalties)


def test_a_violation_without_a_conduct_of_its_own_holds_for_every_item(
    shipped: Document, vocabulary: Vocabulary
) -> None:
    knowledge = Knowledge(Corpus(documents=(shipped,), fingerprint=""), vocabulary)
    found = with_violations(_named(_checklists(shipped), "劳务派遣"), shipped, knowledge.wordings)
    assert [v.text for v in found.general] == ["有违反法律法规行为", "劳务派遣单位、用工单位违反本法有关劳务派遣规定"]


NEW_REGIME = """
（九）家政服务机构监管
单位名称：清水县人力资源和社会保障局

一、监督检查对象
在清水县经营的家政服务机构。
二、监督检查内容和指标
（一）监督检查内容
重点检查机构规章制度公示情况、是否与家政服务员签订协议、是否组织健康体检、有无哄抬价格等情况。
（二）监督检查指标
1、日常检查：每季度不少于3次。
三、监督检查程序
（一）拟定检查方案，提前通知被检查机构；
（二）由3名以上工作人员持执法证到现场检查；
（三）对发现的问题在7个工作日内提出限期整改意见。
四、监督检查处理
（一）未发现问题的，口头告知检查结果；
（二）哄抬价格的，责令改正，处以六百元以上九百元以下罚款。
"""


@pytest.fixture(scope="module")
def changed(shipped_text: str) -> Document:
    """Another county, other figures, one item more, one regime more."""
    text = shipped_text.replace("新河县", "清水县").replace("不得少于 2 人", "不得少于 4 人")
    text, added = re.subn(r"8、有否其他违反", "8、是否建立服务台账；\n\n9、有否其他违反", text)
    assert added == 1
    return _compile(text.rstrip() + "\n\n" + NEW_REGIME)


def test_a_changed_document_changes_its_checklists(shipped: Document, changed: Document) -> None:
    before, after = _checklists(shipped), _checklists(changed)
    assert [c.title for c in after] == [*(c.title for c in before), "家政服务机构监管"]
    assert _named(after, "劳务派遣").preparation[2].least == 4
    assert len(_named(after, "人力资源服务机构").items) == 9
    old = {i.text: i.id for c in before for i in c.items}
    new = {i.text: i.id for c in after for i in c.items}
    kept = old.keys() & new.keys()
    assert len(kept) > 40
    assert all(old[t] == new[t] for t in kept)


def test_a_new_regime_gets_its_checklist(changed: Document) -> None:
    found = _named(_checklists(changed), "家政服务机构")
    assert [i.text for i in found.items] == [
        "机构规章制度公示情况",
        "是否与家政服务员签订协议",
        "是否组织健康体检",
        "有无哄抬价格",
    ]
    assert [r.kind for r in found.preparation] == ["plan", "notice", "inspectors"]
    assert (found.preparation[2].least, found.preparation[2].certificate) == (3, True)
    assert [o.kind for o in found.outcomes] == ["compliant", "noncompliant"]
    (fine,) = [changed.penalties[p].fine for p in found.outcomes[1].penalties]
    assert (fine.min_yuan, fine.max_yuan) == (600, 900)
    assert [changed.quantities[q].value for q in found.corrections] == [7.0]


RUN_IN = [
    (
        "检查内容包括：用工备案情况、劳动合同签订情况、工资支付情况等。",
        ["用工备案情况", "劳动合同签订情况", "工资支付情况"],
    ),
    (
        "检查劳动合同是否签订、工资是否按时支付、社会保险是否缴纳。",
        ["劳动合同是否签订", "工资是否按时支付", "社会保险是否缴纳"],
    ),
    ("主要检查用人单位是否签订合同，是否缴纳社保，是否拖欠工资。", ["是否签订合同", "是否缴纳社保", "是否拖欠工资"]),
    ("检查用人单位有无拖欠工资；有无使用童工。", ["有无拖欠工资", "有无使用童工"]),
    ("重点检查场所、设施配备情况、师资是否达标、收费是否公示", ["场所、设施配备情况", "师资是否达标", "收费是否公示"]),
    ("是否在非“辅助性、替代性”岗位用工、是否同工同酬", ["是否在非“辅助性、替代性”岗位用工", "是否同工同酬"]),
    ("是否符合《甲法》、《乙法》及有关规定。", ["是否符合《甲法》、《乙法》及有关规定"]),
    ("第一，查证照；第二，查台账。", ["查证照", "查台账"]),
    ("①证照；②台账；③收费", ["证照", "台账", "收费"]),
    ("检查用人单位遵守法律法规的情况。", ["检查用人单位遵守法律法规的情况"]),
]


@pytest.mark.parametrize(("text", "items"), RUN_IN)
def test_lists_inside_one_paragraph(text: str, items: list[str]) -> None:
    assert [text[p.start : p.end] for p in split(text)] == items
