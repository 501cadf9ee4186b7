"""Other ways in which places write the same prose shapes: small made-up documents and the records they give."""

from __future__ import annotations

import pytest

from corpus.compile import compile_document
from corpus.records import Document
from corpus.source import Source


def compiled(text: str) -> Document:
    document = compile_document(Source("文件.txt", "0" * 64, text))
    assert document.unread == ()
    return document


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "（一）办公室（挂督查室牌子）。负责文书。\n（二）仲裁股（监察股）。办理仲裁。",
            ["办公室（挂督查室牌子）", "仲裁股（监察股）"],
        ),
        ("**综合科**：负责文书。\n\n**仲裁科**：办理仲裁。", ["综合科", "仲裁科"]),
        (
            "综合科（电话：0731-8212345）\n    负责文书。\n仲裁科（电话：0731-8212346）\n    办理仲裁。",
            ["综合科", "仲裁科"],
        ),
        ("【综合科】\n负责文书。\n【仲裁科】\n办理仲裁。", ["综合科", "仲裁科"]),
        ("**一、综合科**\n负责文书。\n**二、仲裁科**\n办理仲裁。", ["综合科", "仲裁科"]),
        (
            "股室名称：综合股\n负责人：某某\n工作职责：负责文书和档案工作。\n"
            "股室名称：仲裁股\n负责人：某某\n工作职责：负责调解和仲裁工作。",
            ["综合股", "仲裁股"],
        ),
    ],
)
def test_sections_in_other_spellings(text: str, names: list[str]) -> None:
    document = compiled(text)
    assert [section.name for section in document.sections] == names
    assert all(duty.text[:2] in {"负责", "办理"} for duty in document.duties)


def test_numbered_list_below_the_name_of_a_section_is_one_duty() -> None:
    document = compiled("综合科\n（一）负责文书；\n（二）负责档案。\n仲裁科\n（一）负责调解；\n（二）办理仲裁。")
    assert [d.text for d in document.duties] == ["（一）负责文书；（二）负责档案。", "（一）负责调解；（二）办理仲裁。"]


@pytest.mark.parametrize(
    "text",
    [
        "某局所属某中心主要承担以下职责：\n1.负责登记；\n2.负责发放。",
        "单位职责：1、负责登记。2、负责发放。",
        "机构职能\n一、负责登记；\n二、负责发放。",
    ],
)
def test_duties_of_a_body_as_a_whole(text: str) -> None:
    assert [d.text[:4] for d in compiled(text).duties] == ["负责登记", "负责发放"]


def test_what_was_merged_is_taken_in() -> None:
    document = compiled(
        "一、职责调整\n（一）整合的职责\n1.将甲局的职责划入本局。\n（二）下放的职责\n1.将审批下放乡镇。"
    )
    assert [d.standing for d in document.duties] == ["taken_in", "given_away"]


def test_benefits_known_by_their_names() -> None:
    document = compiled(
        "扶持政策\n一、开店补贴\n首次开店的，给予一次性补贴6000元。\n二、租房补贴\n每人每月200元，最长不超过2年。"
    )
    assert [s.name.text for s in document.subsidies] == ["开店补贴", "租房补贴"]
    assert all(s.quantities for s in document.subsidies)


def test_sums_listed_below_their_lead_and_run_in_names() -> None:
    listed = compiled("对人才按下列标准发放生活补贴：\n（一）甲类人才每人每月900元；\n（二）乙类人才每人每月700元。")
    assert [s.name.text for s in listed.subsidies] == ["甲类人才", "乙类人才"]
    glued = compiled("稳岗返还：按上年缴费的30%返还给企业。扩岗补助：按每人1200元标准发放补助。")
    assert [s.name.text for s in glued.subsidies] == ["稳岗返还", "扩岗补助"]


STEPS = ["1000-2000", "2000-4000", "4000-8000"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "1.违法行为：未按规定建立名册\n处罚依据：某条例。\n裁量标准：\n【轻微】涉及3人以下的，处1000元以上2000元以下罚款；\n"
            "【一般】涉及4人以上9人以下的，处2000元以上4000元以下罚款；\n【严重】涉及10人以上的，处4000元以上8000元以下罚款。",
            ["轻微", "一般", "严重"],
        ),
        (
            "违法行为：未按规定建立名册\n裁量等级：\nA档：不满3个月，处1000元以上2000元以下罚款。\n"
            "B档：3个月以上不满6个月，处2000元以上4000元以下罚款。\nC档：6个月以上，处4000元以上8000元以下罚款。",
            ["A", "B", "C"],
        ),
        (
            "第八条 未按规定建立名册的，按下列标准处罚：\n（一）涉及不满3人的，处1000元以上2000元以下罚款；\n"
            "（二）涉及3人以上不满9人的，处2000元以上4000元以下罚款；\n（三）涉及9人以上的，处4000元以上8000元以下罚款。",
            ["", "", ""],
        ),
        (
            "一、未按规定建立名册\n（一）裁量阶次\n1.轻微：涉及3人以下的，处1000元以上2000元以下罚款。\n"
            "2.一般：涉及9人以下的，处2000元以上4000元以下罚款。\n3.严重：涉及10人以上的，处4000元以上8000元以下罚款。",
            ["轻微", "一般", "严重"],
        ),
    ],
)
def test_steps_of_a_standard_in_other_spellings(text: str, names: list[str]) -> None:
    tiers = compiled(text).tiers
    assert [tier.name for tier in tiers] == names
    assert [f"{tier.fine.min_yuan}-{tier.fine.max_yuan}" for tier in tiers] == STEPS
    assert {tier.violation for tier in tiers} == {"未按规定建立名册"}


def test_different_conduct_in_a_list_is_no_standard() -> None:
    document = compiled(
        "第八条 违反本办法的，按下列规定处罚：\n（一）未建立名册的，处1000元罚款；\n（二）未公示价目的，处500元罚款。"
    )
    assert document.tiers == ()


def test_what_is_not_punished_as_fields() -> None:
    document = compiled(
        "首违不罚事项清单\n1.违法行为：未公示价目\n法律依据：《某条例》第五条\n适用条件：初次违法；及时改正\n"
        "2.违法行为：未报送年报\n法律依据：《某条例》第六条\n适用条件：首次被发现并及时改正"
    )
    assert [(w.violation, w.kind, w.circumstances.text) for w in document.waivers] == [
        ("未公示价目", "首违不罚", "初次违法；及时改正"),
        ("未报送年报", "首违不罚", "首次被发现并及时改正"),
    ]
    assert [w.basis[0].text for w in document.waivers] == ["《某条例》第五条", "《某条例》第六条"]


@pytest.mark.parametrize(
    "text",
    [
        "【问】证件丢了怎么办？\n【答】到窗口补办。\n【问】要带什么？\n【答】带身份证。",
        "解读 问题一：证件丢了怎么办？ 回复：到窗口补办。 问题二：要带什么？ 回复：带身份证。",
        "标题：补办\n来信内容：证件丢了怎么办？\n回复内容：到窗口补办。\n标题：材料\n来信内容：要带什么？\n回复内容：带身份证。",
    ],
)
def test_questions_in_other_spellings(text: str) -> None:
    assert [(q.question.text, q.answer.text) for q in compiled(text).questions] == [
        ("证件丢了怎么办？", "到窗口补办。"),
        ("要带什么？", "带身份证。"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "证件补办\n【申请条件】证件遗失\n【申请材料】（一）申请表；（二）身份证\n【办理时限】3个工作日\n【咨询电话】0731-8212345",
        "证件补办\n申请条件\n证件遗失\n申请材料\n1、申请表\n2、身份证\n办理时限\n3个工作日\n联系方式\n0731-8212345",
    ],
)
def test_guides_whose_fields_are_lines(text: str) -> None:
    (guide,) = compiled(text).guides
    assert guide.name == "证件补办"
    assert [e.kind for e in guide.entries] == ["condition", "material", "time_limit", "telephone"]
    assert "身份证" in guide.entries[1].text


def test_parts_of_a_regime_before_a_colon() -> None:
    (regime,) = compiled(
        "一、甲类机构监管制度\n（一）监管对象：取得许可的机构。\n（二）监管内容：资质。\n"
        "（三）监管方式：每两年检查一轮。\n（四）处理措施：责令整改。"
    ).regimes
    assert [part.kind for part in regime.parts] == ["objects", "contents", "methods", "handling"]
    assert all(part.clauses for part in regime.parts)


def test_how_a_bureau_is_reached_stands_in_lines() -> None:
    (guide,) = compiled("某某中心\n办公地址：和平路8号\n办公时间：周一至周五\n联系电话：0731-8212345").guides
    assert [e.kind for e in guide.entries] == ["place", "hours", "telephone"]


def test_foot_of_a_page_on_its_only_line_is_no_telephone() -> None:
    document = compiled(
        "一、申请条件：有证。二、办理时限：3日。三、咨询电话：0731-8212345。 主办：某局 某ICP备00000000号"
    )
    assert any("ICP备" in document.quote(span) and reason == "网页页脚" for span, reason in document.set_aside)
