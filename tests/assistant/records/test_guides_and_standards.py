"""Guides, published answers, subsidies, discretion standards and waivers of made-up bureaus answer in their own words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant

Build = Callable[[dict[str, str]], Assistant]
Proved = Callable[[Assistant, str], Answer]

GUIDE = """户外（临时）广告设置登记办事指南

一、基本信息
事项名称：户外（临时）广告设置登记
承办机构：市容管理科
联系电话：0319-4567890
办理地点：云岭县行政中心二楼八号窗口
办公时间：周一至周五上午9:00-12:00
二、办理时限
承诺时限：7个工作日
三、收费说明
是否收费：否
四、申请材料
1.设置申请书；
2.场地使用证明；
3.效果图。
五、办理流程
1.提交申请；
2.现场踏勘；
3.领取登记表。
"""
ANSWERS = """云岭县失业登记常见问题

问：灵活就业以后还能领失业金吗？
答：重新就业的，停止领取失业保险金。

问：失业登记可以在网上办吗？
答：可以，在云岭政务网提交后三个工作日内审核。
"""
SUBSIDY = """云岭县就业补贴操作规范

一、企业培训补贴
（一）补贴对象：云岭县依法登记的企业。
（二）补贴项目：
1.新员工岗位启航培训。组织新录用人员参加不少于16学时的培训。补贴标准：每人350元。
2.老员工技能焕新培训。组织在岗人员参加不少于40学时的培训。补贴标准：每人900元。
"""
STANDARD = """云岭县人力资源和社会保障局行政处罚裁量基准

一、未按规定报送用工登记表的裁量标准
（一）轻微：逾期不满十日的，处五百元以下罚款；
（二）一般：逾期十日以上不满三十日的，处五百元以上二千元以下罚款；
（三）严重：逾期三十日以上的，处二千元以上五千元以下罚款。
"""


@pytest.fixture(scope="module")
def county(build: Build) -> Assistant:
    return build({"广告指南.txt": GUIDE, "问答.txt": ANSWERS, "补贴.txt": SUBSIDY, "基准.txt": STANDARD})


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("户外广告设置登记电话多少", "0319-4567890"),
        ("户外临时广告登记在哪里办", "八号窗口"),
        ("户外广告设置登记要多久能办好", "7个工作日"),
        ("户外广告设置登记要带什么材料", "效果图"),
        ("户外广告设置登记收费吗", "否"),
    ],
)
def test_a_guide_answers_field_by_field(county: Assistant, proved: Proved, question: str, words: str) -> None:
    answer = proved(county, question)
    assert answer.status == "answered", answer.text
    assert words in answer.text


def test_the_steps_of_a_guide_are_steps(county: Assistant, proved: Proved) -> None:
    assert len(proved(county, "户外广告设置登记的流程是什么").steps) == 3


def test_a_published_question_is_answered_as_published(county: Assistant, proved: Proved) -> None:
    assert "停止领取" in proved(county, "灵活就业以后还可以领失业金吗").text


def test_the_amount_of_the_subsidy_that_is_named(county: Assistant, proved: Proved) -> None:
    answer = proved(county, "岗位启航培训补贴多少钱一个人")
    assert [f.value for f in answer.figures] == [350]
    assert "900" not in answer.text


def test_all_steps_of_the_standard_and_the_one_named(county: Assistant, proved: Proved) -> None:
    answer = proved(county, "没有按规定报送用工登记表，裁量基准是怎么分档的")
    assert [(p.fine.min_yuan, p.fine.max_yuan) for p in answer.penalties] == [(None, 500), (500, 2000), (2000, 5000)]
    serious = proved(county, "未按规定报送用工登记表情节严重的怎么罚")
    assert serious.penalties[0].fine.max_yuan == 5000
    assert serious.penalties[0].applies


def test_a_proposed_fine_is_held_against_each_step(county: Assistant, proved: Proved) -> None:
    text = proved(county, "未按规定报送用工登记表，属于一般情形，拟罚3000元合适吗").text
    assert "超出上限" in text, text


def test_a_number_chooses_the_step(county: Assistant, proved: Proved) -> None:
    first = proved(county, "用工登记表没按规定报送，逾期20天，怎么罚").penalties[0]
    assert (first.fine.min_yuan, first.fine.max_yuan, first.applies) == (500, 2000, True)


TABLE = """云岭县行政处罚裁量基准表

| 序号 | 违法行为 | 处罚依据 | 裁量阶次 | 适用条件 | 具体标准 |
| --- | --- | --- | --- | --- | --- |
| 1 | 私设职业介绍窗口 | 《云岭县劳务市场管理办法》第九条 | 轻微 | 介绍人员不足5人 | 处1000元以上2000元以下罚款 |
| | | | 一般 | 介绍人员5人以上20人以下 | 处2000元以上6000元以下罚款 |
| | | | 严重 | 介绍人员超过20人 | 处6000元以上9000元以下罚款 |
"""


@pytest.mark.parametrize(("persons", "most"), [(3, 2000), (5, 6000), (20, 6000), (21, 9000)])
def test_a_table_of_steps_with_its_law(build: Build, proved: Proved, persons: int, most: int) -> None:
    answer = proved(build({"基准表.md": TABLE}), f"私设职业介绍窗口，介绍了{persons}人，怎么处罚")
    first = answer.penalties[0]
    assert (first.fine.max_yuan, first.law, first.article) == (most, "云岭县劳务市场管理办法", "第九条")
