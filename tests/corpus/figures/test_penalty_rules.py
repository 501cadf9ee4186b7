"""Penalties of made-up regulations and of single sentences."""

from __future__ import annotations

import pytest

from corpus.fines import fine_text
from corpus.penalties import read_penalties
from corpus.records import Penalty
from corpus.references import read_references

REGULATION = """云溪省技能培训条例

第一条 为了规范培训，制定本条例。
第九条 培训机构应当公示收费标准。
第二十条 培训机构虚报人数的，由人社部门责令改正，处三千元以上
二万元以下罚款；逾期不改正的，吊销《办学许可证》；构成犯罪的，依法追究刑事责任。
第二十一条 培训机构有下列行为之一的，给予警告，可以处一万元以下罚款；情节严重的，责令停业整顿：
（一）转借证书的；
（二）伪造台账，情节恶劣的。
第二十二条 雇用未成年人的，按每雇用一人处四千元罚款，对直接责任人员处五百元以下罚款。
第二十三条 对骗取补贴的，责令退回；拒不退回的，处骗取数额二倍以上四倍以下的罚款。
"""


def penalties(text: str) -> tuple[Penalty, ...]:
    return read_penalties(text, (), (), read_references(text, ()))


def test_regulation_in_articles() -> None:
    found = penalties(REGULATION)
    assert [(p.article, p.item, p.violation, p.when, p.measures, fine_text(p.fine)) for p in found] == [
        ("第二十条", "", "培训机构虚报人数", None, ("责令改正",), "3000元以上2万元以下"),
        ("第二十条", "", "培训机构虚报人数", "逾期不改正", ("吊销《办学许可证》",), ""),
        ("第二十条", "", "培训机构虚报人数", "构成犯罪", ("追究刑事责任",), ""),
        ("第二十一条", "（一）", "转借证书", None, ("警告",), "1万元以下"),
        ("第二十一条", "（一）", "转借证书", "情节严重", ("责令停业整顿",), ""),
        ("第二十一条", "（二）", "伪造台账，情节恶劣", None, ("警告",), "1万元以下"),
        ("第二十一条", "（二）", "伪造台账，情节恶劣", "情节严重", ("责令停业整顿",), ""),
        ("第二十二条", "", "雇用未成年人", None, (), "每人4000元"),
        ("第二十二条", "", "雇用未成年人", "对直接责任人员", (), "500元以下"),
        ("第二十三条", "", "骗取补贴", None, ("责令退回",), ""),
        ("第二十三条", "", "骗取补贴", "拒不退回", (), "骗取数额2倍以上4倍以下"),
    ]
    assert {p.law for p in found} == {"云溪省技能培训条例"}


def test_quote_holds_violation_and_measure() -> None:
    for p in penalties(REGULATION):
        quote = "".join(REGULATION[p.span.start : p.span.end].split())
        assert p.violation in quote
        assert all(measure in quote for measure in p.measures)
        assert p.fine.span is None or p.span.start <= p.fine.span.start < p.fine.span.end <= p.span.end


SENTENCES = [
    ("未备案的，责令改正；情节严重的由主管部门暂停服务协议。", ["责令改正"], ["暂停服务协议"], "no comma before 由"),
    (
        "发现虚报的，收回资金，并通报有关单位；拒不改正的将取消其资质。",
        ["收回资金", "通报有关单位"],
        ["取消其资质"],
        "将",
    ),
]


@pytest.mark.parametrize(("text", "first", "second", "why"), SENTENCES)
def test_condition_without_comma(text: str, first: list[str], second: list[str], why: str) -> None:
    assert [list(p.measures) for p in penalties(text)] == [first, second], why


REFERRALS = [
    ("擅自涨价的，由物价部门按有关规定处罚。", "物价部门"),
    ("涉嫌犯罪的，移送司法机关。", "司法机关"),
    ("拒不整改的，经办机构应报请主管部门依法处罚。", "主管部门"),
    ("虚报的，由人社部门责令改正。", ""),
]


@pytest.mark.parametrize(("text", "referral"), REFERRALS)
def test_referral(text: str, referral: str) -> None:
    (found,) = penalties(text)
    assert (found.referral, found.fine.kind) == (referral, "none")


def test_counted_limits_are_conditions() -> None:
    found = penalties("每期如有3次巡查发现未按计划开课，该期经费减半，3次以上的，取消本期，情节严重的将取消其资格。")
    assert [(p.violation, p.when, p.measures) for p in found] == [
        ("未按计划开课", "3次", ("该期经费减半",)),
        ("未按计划开课", "3次以上", ("取消本期",)),
        ("未按计划开课", "情节严重", ("取消其资格",)),
    ]


def test_basis_is_inherited_from_the_lead_in() -> None:
    text = "根据《甲条例》第八条规定，依照下列规定处罚：\n（1）转让证照的，收回证件；\n（2）虚报的，处二百元罚款。\n"
    assert [(p.law, p.article, p.item) for p in penalties(text)] == [
        ("甲条例", "第八条", "（1）"),
        ("甲条例", "第八条", "（2）"),
    ]


def test_far_lead_in_is_the_basis() -> None:
    filler = "".join(f"（{n}）第{n}种情形，{'内容' * 30}的；\n" for n in range(1, 12))
    text = f"根据《甲条例》第八条，有下列情形之一的，责令改正：\n{filler}（12）最后一种的。\n"
    last = penalties(text)[-1]
    assert text[last.span.start : last.span.end].strip() == "（12）最后一种的。"
    assert last.basis_span is not None
    assert "责令改正" in text[last.basis_span.start : last.basis_span.end]


NOT_PENALTIES = [
    ("检查人员不得泄露秘密，应当依法回避。", "a duty"),
    ("违法行为轻微并及时改正的，不予行政处罚。", "an exemption"),
    ("拒绝签名的，应当注明拒签事由。", "a procedure"),
    ("当事人不服的，可以申请行政复议。", "a remedy"),
    ("对违法行为，应当按照下列情况分别作出处理：\n（一）需要立案的，七日内立案；", "an enumeration of procedures"),
    ("填写《费用追回通知单》后交业务部门。", "a form's name"),
]


@pytest.mark.parametrize(("text", "why"), NOT_PENALTIES)
def test_no_penalty(text: str, why: str) -> None:
    assert penalties(text) == (), why
