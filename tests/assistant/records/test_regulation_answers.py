"""Regulations in articles of made-up bureaus: how often, how many, how long, by whom, since when, and whom a fine hits."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant

Build = Callable[[dict[str, str]], Assistant]
Proved = Callable[[Assistant, str], Answer]

RULES = """云岭县渡口安全管理办法

第一条 为了渡口安全，制定本办法。
第二条 日常巡航每月不少于2次，由3名以上执法人员实施。
第三条 渡船年检每年抽取不低于登记总数的四分之一；风险等级为甲级的渡口，每季度至少检查1次。
第四条 渡口日志保存期限不少于3年。
第五条 检查按照下列程序进行：
（一）登船；
（二）查看证件；
（三）填写笔录。
第六条 夜间违规开渡的，责令停航；情节严重的，对直接负责的主管人员处1000元以上3000元以下罚款。
第七条 逾期不缴渡口费的，按日加收滞纳金万分之五。
第八条 本办法自2023年4月1日起施行，有效期5年。
"""
ON_ISSUE = """云岭县渡工补助办法

第一条 渡工每人每月补助300元。
第二条 本办法自印发之日起施行，试行期二年。
云岭县渡口局
2022年9月1日
"""
DIVISION = """云岭县渡口局主要职责
（一）负责渡口规划；
（二）负责船舶登记。
（三）有关职责分工。
1.与县交通局的有关职责分工。县渡口局负责渡口设置；县交通局负责引道养护。
2.关于船员培训的职责分工。县渡口局负责考核；县教育局负责教材编写。
"""
SECTIONS = """云岭县渡口局科室设置
1.办公室：负责文秘、信访。电话：0571-82345678
2.船检科：负责渡船检验。（电话：0571-82345679）
3.培训科（电话：0571-82345681）
负责船员培训。
"""
STEPS = """云岭县渡口处罚裁量基准
一、违法行为：在雷雨大风时违章开渡的
依据：《云岭县渡口安全条例》第九条
（一）轻微：未载客，主动返航的，处一百元罚款；
（二）严重：载客十人以上的，处五百元以上一千元以下罚款。
"""
GUIDE = """【事项名称】渡船牌照补办
【申请材料】
1.补办申请表
2.身份证
【办理流程】申请—审核—领取
【承诺时限】3个工作日
【监督电话】0571-7654322
"""


@pytest.mark.parametrize(
    ("question", "quoted", "figure"),
    [
        ("日常巡航多久一次", "日常巡航每月不少于2次", (2, "次")),
        ("甲级渡口多久检查一次", "风险等级为甲级的渡口，每季度至少检查1次", (1, "次")),
        ("巡航要几名执法人员", "由3名以上执法人员实施", (3, "名")),
        ("渡船年检抽查比例是多少", "不低于登记总数的四分之一", (1, "/4")),
        ("渡口日志保存多久", "渡口日志保存期限不少于3年", (3, "年")),
    ],
)
def test_figures_of_articles(build: Build, proved: Proved, question: str, quoted: str, figure: tuple[int, str]) -> None:
    answer = proved(build({"办法.txt": RULES}), question)
    assert answer.status == "answered"
    assert any(quoted in c.quote for c in answer.citations)
    assert figure in [(f.value, f.unit) for f in answer.figures]


def test_how_often_the_subject_of_the_whole_regulation_is_checked(build: Build, proved: Proved) -> None:
    quotes = [c.quote for c in proved(build({"办法.txt": RULES}), "渡口多久检查一次").citations]
    assert any("每季度至少检查1次" in q for q in quotes)


def test_how_often_nothing_speaks_of_is_not_answered_with_another_figure(build: Build, proved: Proved) -> None:
    answer = proved(build({"办法.txt": RULES}), "锅炉多久检查一次")
    assert answer.figures == []


def test_fine_of_a_case_falls_on_a_person(build: Build, proved: Proved) -> None:
    answer = proved(build({"办法.txt": RULES}), "夜间违规开渡罚多少")
    assert "情节严重的，对直接负责的主管人员，罚款 1,000 元以上 3,000 元以下" in answer.text


def test_late_fee_is_told_in_the_rules_own_words(build: Build, proved: Proved) -> None:
    answer = proved(build({"办法.txt": RULES}), "逾期不缴渡口费怎么处罚")
    assert "按日加收滞纳金万分之五" in answer.text


@pytest.mark.parametrize("question", ["这个办法什么时候施行", "渡口安全管理办法有效期多久", "现在还有效吗"])
def test_when_a_document_applies(build: Build, proved: Proved, question: str) -> None:
    answer = proved(build({"办法.txt": RULES}), question)
    assert any(c.quote == "第八条 本办法自2023年4月1日起施行，有效期5年。" for c in answer.citations)
    assert "有效到2028年3月31日（含当日）" in answer.text


@pytest.mark.parametrize(("day", "words"), [((2025, 1, 1), "还没有到期"), ((2029, 1, 1), "已经过了有效的期限")])
def test_whether_a_document_still_applies_on_a_day(build: Build, day: tuple[int, int, int], words: str) -> None:
    answer = build({"办法.txt": RULES}).ask("这个办法还有效吗", as_of=datetime.date(*day))
    assert words in answer.text


def test_day_of_issue_is_told_with_the_signature(build: Build, proved: Proved) -> None:
    answer = proved(build({"办法.txt": ON_ISSUE}), "渡工补助办法从哪天起执行")
    assert "文件的落款日期是2022年9月1日" in answer.text
    assert "有效到2024年8月31日（含当日）" in answer.text


def test_a_named_document_is_meant_and_no_other(build: Build, proved: Proved) -> None:
    answer = proved(build({"安全.txt": RULES, "补助.txt": ON_ISSUE}), "渡口安全管理办法什么时候施行")
    assert {c.document for c in answer.citations} == {"安全"}


@pytest.mark.parametrize("question", ["渡船牌照有效期多久", "身份证过期了吗"])
def test_how_long_other_things_are_valid_is_no_question_on_a_document(
    build: Build, proved: Proved, question: str
) -> None:
    assert "本办法自" not in proved(build({"办法.txt": RULES}), question).text


def test_a_document_that_does_not_say_so_is_not_known(build: Build, proved: Proved) -> None:
    assert proved(build({"职责.txt": DIVISION}), "什么时候施行").status == "not_in_corpus"


def test_shared_matter_of_prose(build: Build, proved: Proved) -> None:
    answer = proved(build({"职责.txt": DIVISION}), "船员培训怎么分工")
    assert answer.intent == "boundary"
    assert "县教育局" in answer.text
    assert "负责教材编写" in answer.text


@pytest.mark.parametrize(
    ("question", "number"),
    [("船检科电话多少", "0571-82345679"), ("办公室电话", "0571-82345678"), ("培训科电话", "0571-82345681")],
)
def test_telephone_of_a_section_in_a_list(build: Build, proved: Proved, question: str, number: str) -> None:
    answer = proved(build({"科室.txt": SECTIONS}), question)
    assert [c.quote for c in answer.citations][-1] == number


@pytest.mark.parametrize("question", ["船检科是干什么的", "船检科负责什么"])
def test_work_of_a_section_with_a_telephone(build: Build, proved: Proved, question: str) -> None:
    assert "负责渡船检验" in proved(build({"科室.txt": SECTIONS}), question).text


def test_step_of_a_standard_rests_on_the_law_that_its_field_names(build: Build, proved: Proved) -> None:
    answer = proved(build({"基准.txt": STEPS}), "违章开渡情节严重罚多少")
    serious = [p for p in answer.penalties if p.fine.max_yuan == 1000]
    assert [(p.law, p.article) for p in serious] == [("云岭县渡口安全条例", "第九条")]


@pytest.mark.parametrize(
    ("question", "quoted"),
    [("补办要几天", "3个工作日"), ("监督电话多少", "0571-7654322"), ("船牌照补办要什么材料", "1.补办申请表")],
)
def test_the_only_guide_is_meant_by_a_field_or_a_short_name(
    build: Build, proved: Proved, question: str, quoted: str
) -> None:
    assert quoted in [c.quote for c in proved(build({"指南.txt": GUIDE}), question).citations]
