"""Small made-up documents of each prose shape, and the records they give."""

from __future__ import annotations

import pytest

from corpus.compile import compile_document
from corpus.records import Document
from corpus.source import Source


def compiled(text: str, file: str = "文件.txt") -> Document:
    document = compile_document(Source(file, "0" * 64, text))
    assert document.unread == ()
    return document


def sections(document: Document) -> list[str]:
    return [section.name for section in document.sections]


SECTIONS = ["综合科", "仲裁科", "机关党委"]


@pytest.mark.parametrize(
    "text",
    [
        "（一）综合科\n负责文书。\n（二）仲裁科\n负责调解；办理仲裁。\n（三）机关党委\n负责党务。",
        "内设机构（一）综合科。负责文书。（二）仲裁科。负责调解；办理仲裁。（三）机关党委。负责党务。",
        "1.综合科：负责文书。\n2.仲裁科：负责调解；办理仲裁。\n3.机关党委：负责党务。",
        "一、内设机构 （一）综合科负责文书。（二）仲裁科负责调解；办理仲裁。（三）机关党委负责党务。",
        "1、综合科\n负责文书。\n2、仲裁科\n负责调解；办理仲裁。\n3、机关党委\n负责党务。",
    ],
)
def test_internal_sections(text: str) -> None:
    document = compiled(text)
    assert sections(document) == SECTIONS
    assert [d.text for d in document.duties] == ["负责文书。", "负责调解；办理仲裁。", "负责党务。"]


def test_sections_of_two_bodies_keep_their_body() -> None:
    document = compiled(
        "甲局内设下列科室：\n（一）综合科\n负责文书。\n（二）仲裁科\n负责仲裁。\n"
        "乙中心内设下列科室：\n（一）综合科\n负责后勤。\n（二）招聘科\n负责招聘。"
    )
    assert [(d.path[0], d.section) for d in document.duties] == [
        ("甲局内设下列科室", "综合科"),
        ("甲局内设下列科室", "仲裁科"),
        ("乙中心内设下列科室", "综合科"),
        ("乙中心内设下列科室", "招聘科"),
    ]


def test_telephone_numbers_that_were_blanked_are_no_duty() -> None:
    document = compiled(
        "（一）综合科。负责文书。负责人：某某 0000-00000000\n（二）仲裁科。负责仲裁。负责人：某某 0000-00000000"
    )
    assert [d.text for d in document.duties] == ["负责文书。", "负责仲裁。"]
    assert sum("号码已隐去" in reason for _, reason in document.set_aside) == 2


def test_a_page_about_one_section_is_named_by_its_title() -> None:
    page = "负责人:某某 办公电话:0000-0000000\n机构职责:组织拟订甲制度。指导乙工作。"
    (named,) = compiled(f"标题: 甲局乙能科职责\n发布时间: 2020-01-01\n发布机构: 甲局\n{page}").duties
    assert (named.section, named.text) == ("乙能科", "组织拟订甲制度。指导乙工作。")
    (by_file,) = compiled(page, "乙能科.txt").duties
    assert by_file.section == "乙能科"
    (unnamed,) = compiled(page, "12.txt").duties
    assert unnamed.section == ""


def test_sections_that_sentences_name() -> None:
    document = compiled("一、受理\n受理科负责登记申请并告知结果。\n二、处理\n由调解科负责组织调解。")
    assert [(d.section, d.text) for d in document.duties] == [
        ("受理科", "负责登记申请并告知结果"),
        ("调解科", "负责组织调解"),
    ]


def test_transfers_of_duties() -> None:
    document = compiled(
        "甲厅主要职责\n（一）划入的职责。\n1、将原乙厅的职责划入甲厅。\n（二）划出移交的职责。\n1、将征收职责划给税务局。\n"
        "（三）加强的职责。\n1、加强促进就业的职责。"
    )
    assert [(d.standing, d.text) for d in document.duties] == [
        ("taken_in", "将原乙厅的职责划入甲厅。"),
        ("given_away", "将征收职责划给税务局。"),
        ("strengthened", "加强促进就业的职责。"),
    ]
    assert document.sections == ()


def test_duties_of_the_bureau_as_a_whole() -> None:
    document = compiled("甲局是正科级机构。主要职责是：（一）拟订甲计划。（二）管理乙事。")
    assert [(d.section, d.text) for d in document.duties] == [("", "拟订甲计划。"), ("", "管理乙事。")]


GLUED = (
    "一、基本信息事项名称：甲证办理主办处室：乙科事项性质：行政许可联 系 人：某某联系电话：10000000000"
    "二、时限配置承诺时限：3个工作日法定时限：20个工作日三、收费说明是否收费：否四、申请条件1.年满十六周岁；2.在本县居住。"
    "五、办理流程受理→审查→发证六、申请材料1、申请表(原件1份)材料说明：需要签名2、身份证(复印件1份)"
    "七、办公指引办理地点：甲路1号办公时间：工作日 8:00-12:00承诺时限：3个工作日"
)


def test_a_guide_glued_together() -> None:
    document = compiled(GLUED)
    (guide,) = document.guides
    assert guide.name == "甲证办理"
    assert [(e.kind, e.label, e.text) for e in guide.entries] == [
        ("handler", "主办处室", "乙科"),
        ("other", "事项性质", "行政许可"),
        ("time_limit", "承诺时限", "3个工作日"),
        ("time_limit", "法定时限", "20个工作日"),
        ("fee", "是否收费", "否"),
        ("condition", "申请条件", "1.年满十六周岁；2.在本县居住。"),
        ("step", "办理流程", "受理→审查→发证"),
        ("material", "申请材料", "1、申请表(原件1份)材料说明：需要签名2、身份证(复印件1份)"),
        ("place", "办理地点", "甲路1号"),
        ("hours", "办公时间", "工作日8:00-12:00"),
    ]
    reasons = [reason for _, reason in document.set_aside]
    assert "姓名或号码已隐去" in reasons and "重复内容" in reasons


def test_a_guide_of_lines() -> None:
    document = compiled(
        "甲证办事指南\n服务对象：本县居民\n办理条件：\n年满十六周岁。\n办理流程：先受理，后发证。\n咨询电话：0123-4567890\n"
    )
    (guide,) = document.guides
    assert guide.name == "甲证办事指南"
    assert [(e.kind, e.text) for e in guide.entries] == [
        ("object", "本县居民"),
        ("condition", "年满十六周岁。"),
        ("step", "先受理，后发证。"),
        ("telephone", "0123-4567890"),
    ]


def test_how_a_bureau_is_reached() -> None:
    document = compiled(
        "一、基本信息甲县乙局负责人：某某联系电话：0123-4567890通信地址：甲路1号工作时间：周一至周五\n二、其他\n另行公布。"
    )
    (guide,) = document.guides
    assert (guide.name, [e.kind for e in guide.entries]) == ("甲县乙局", ["telephone", "place", "hours"])


def test_no_guide_without_headings_of_fields() -> None:
    assert (
        compiled("一、法律依据\n《甲法》第一条。\n二、注意事项\n（一）按时报告。\n三、监督检查对象\n甲企业。").guides
        == ()
    )


@pytest.mark.parametrize(
    "text",
    [
        "常见问题\n1.1 如何登记？\n答：带上证件到窗口登记。\n1.2 是否收费？\n答：不收费。",
        "问：如何登记？\n答：带上证件到窗口登记。\n问：是否收费？\n答：不收费。",
        "1.如何登记？\n带上证件到窗口登记。\n2.是否收费？\n不收费。",
        "**如何登记？**\n带上证件到窗口登记。\n**是否收费？**\n不收费。",
    ],
)
def test_questions_with_answers(text: str) -> None:
    assert [(q.question.text, q.answer.text) for q in compiled(text).questions] == [
        ("如何登记？", "带上证件到窗口登记。"),
        ("是否收费？", "不收费。"),
    ]


def test_a_single_question_in_a_rule_is_no_question_page() -> None:
    assert compiled("一、甲事怎么办？\n由乙科负责。\n二、其他\n另行规定。").questions == ()


def test_subsidies_with_their_sums() -> None:
    document = compiled(
        "甲补贴操作规范\n一、岗前培训补贴\n（一）补贴对象：各类企业。\n（二）补贴项目：\n1.简易培训。参考标准：200元/人。\n"
        "2.技能培训。按培训费的70%给予补贴，每人每年最高不超过1500元，最高不超过原标准的两倍。\n（三）申请流程\n企业向窗口提交以下材料：①申请表；②名册。"
    )
    assert [s.name.text for s in document.subsidies] == ["简易培训", "技能培训"]
    found = [
        (q.kind, q.relation, q.value, q.period)
        for s in document.subsidies
        for q in map(document.quantities.__getitem__, s.quantities)
    ]
    assert found == [
        ("amount", "=", 200, "每人"),
        ("share", "=", 70, None),
        ("amount", "<=", 1500, "每人每年"),
        ("multiple", "<=", 2, None),
    ]
    (guide,) = document.guides
    assert [e.kind for e in guide.entries] == ["object", "other", "step", "material"]


STANDARD = (
    "甲局关于未按期报告行为的裁量基准\n一、适用标准\n（一）适用不予处罚的情形\n适用条件：\n1.首次逾期且当年改正的；\n2.已经申请注销的。\n"
    "（二）适用一般处罚的情形\n适用条件：一个年度未报告的；适用基准：对企业处1000元以上3000元以下罚款，对个体处以200以下罚款。\n"
    "（三）适用从重处罚的情形\n适用条件：两个年度以上未报告的；适用基准：对企业处4000元以上9000元以下罚款，对个体处200元以上1000元以下罚款。"
)


def test_steps_of_discretion_by_kind_of_subject() -> None:
    document = compiled(STANDARD)
    assert [(t.name, t.subject, t.fine.min_yuan, t.fine.max_yuan) for t in document.tiers] == [
        ("一般", "企业", 1000, 3000),
        ("一般", "个体", None, None),
        ("从重", "企业", 4000, 9000),
        ("从重", "个体", 200, 1000),
    ]
    assert {t.violation for t in document.tiers} == {"未按期报告"}
    assert [(w.kind, w.circumstances.text) for w in document.waivers] == [
        ("不予处罚", "首次逾期且当年改正的；"),
        ("不予处罚", "已经申请注销的。"),
    ]
    assert [a.code for a in document.anomalies if a.code in ("tier-gap", "sum-without-unit")] == [
        "tier-gap",
        "sum-without-unit",
    ]


def test_steps_in_one_sentence() -> None:
    document = compiled(
        "裁量基准\n一、伪造证件的，情节轻微的，处1000元以上3000元以下罚款；情节一般的，处3000元以上5000元以下罚款；情节严重的，处5000元以上1万元以下罚款。"
    )
    assert [(t.name, t.violation, t.fine.min_yuan, t.fine.max_yuan) for t in document.tiers] == [
        ("轻微", "伪造证件", 1000, 3000),
        ("一般", "伪造证件", 3000, 5000),
        ("严重", "伪造证件", 5000, 10000),
    ]
    assert [a.code for a in document.anomalies] == []


def test_a_degree_alone_is_no_standard() -> None:
    assert compiled("第一条 伪造证件的，处1000元罚款；情节严重的，吊销许可证。").tiers == ()


def test_waivers_in_a_list_and_in_sentences() -> None:
    document = compiled(
        "轻微违法行为不予处罚规定\n一、有下列情形之一的，不予行政处罚：\n（一）逾期未满五日并已改正的；\n（二）初次违法且没有后果的。\n二、主动供述的，应当减轻处罚。"
    )
    assert [(w.kind, w.circumstances.text) for w in document.waivers] == [
        ("不予行政处罚", "逾期未满五日并已改正的；"),
        ("不予行政处罚", "初次违法且没有后果的。"),
        ("减轻处罚", "主动供述的"),
    ]


def test_extensions_and_promised_times_are_deadlines_of_their_own() -> None:
    document = compiled(
        "第一条 应当自受理之日起20个工作日内办结，经批准可以延长10个工作日。\n第二条 承诺时限：3个工作日。\n第三条 每年检查不少于2次，比例不低于5%。"
    )
    assert [(q.kind, q.relation, q.value, q.period) for q in document.quantities] == [
        ("deadline", "<=", 20, None),
        ("deadline", "<=", 10, None),
        ("deadline", "<=", 3, None),
        ("frequency", ">=", 2, "每年"),
        ("share", ">=", 5, None),
    ]


def test_a_regime_whose_parts_are_called_otherwise() -> None:
    document = compiled(
        "甲机构监管细则\n一、监管对象\n甲机构。\n二、监管内容\n执业情况。\n三、监管方式\n实地核查。\n四、罚则\n违反的，责令改正。"
    )
    (regime,) = document.regimes
    assert [part.kind for part in regime.parts] == ["objects", "contents", "methods", "handling"]


def test_a_rule_on_authorities_is_no_penalty() -> None:
    assert compiled("第一条 法律对违法行为有行政处罚规定的，依照有关法律的规定予以处罚。").penalties == ()


def test_a_guide_of_boxed_names() -> None:
    document = compiled(
        "甲金申领\n【受理条件】\n1.缴费满一年；\n2.本人申请。\n【申请材料】\n1.身份证；\n2.申请表。\n【办理时限】\n10个工作日\n【收费标准】\n不收费\n【咨询电话】0123-1234567"
    )
    (guide,) = document.guides
    assert guide.name == "甲金申领"
    assert [(e.kind, e.text) for e in guide.entries] == [
        ("condition", "1.缴费满一年；2.本人申请。"),
        ("material", "1.身份证；2.申请表。"),
        ("time_limit", "10个工作日"),
        ("fee", "不收费"),
        ("telephone", "0123-1234567"),
    ]


def test_two_guides_below_their_titles() -> None:
    one = "（一）办理对象：甲居民。\n（二）办理材料：身份证。\n（三）办理时限：5个工作日。\n"
    document = compiled(f"一、困难认定\n{one}二、失业登记\n{one}")
    assert [(g.name, [e.kind for e in g.entries]) for g in document.guides] == [
        ("困难认定", ["object", "material", "time_limit"]),
        ("失业登记", ["object", "material", "time_limit"]),
    ]


def test_a_subsidy_that_is_the_whole_document() -> None:
    document = compiled(
        "一次性甲补贴\n一、补贴对象\n首次创业者。\n二、补贴标准\n一次性给予5000元补贴。\n三、申请材料\n1.申请表。"
    )
    (subsidy,) = document.subsidies
    assert (subsidy.name.text, subsidy.rule.text) == ("一次性甲补贴", "一次性给予5000元补贴。")
    assert [document.quantities[i].value for i in subsidy.quantities] == [5000]


def test_steps_below_a_violation() -> None:
    document = compiled(
        "第一条 【违法行为】未按规定报送情况\n【处罚依据】《甲条例》第三条\n【裁量基准】\n（一）轻微：逾期不满10日的，责令改正。\n"
        "（二）一般：逾期10日以上不满30日的，处2000元以上8000元以下罚款。\n（三）严重：逾期30日以上的，处8000元以上2万元以下罚款。"
    )
    assert [(t.name, t.violation, t.circumstances, t.fine.max_yuan) for t in document.tiers] == [
        ("轻微", "未按规定报送情况", "逾期不满10日的", None),
        ("一般", "未按规定报送情况", "逾期10日以上不满30日的", 8000),
        ("严重", "未按规定报送情况", "逾期30日以上的", 20000),
    ]
