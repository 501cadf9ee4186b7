"""What an inspector may rely on: nothing acknowledged is lost, nobody else's place moves, and questions stay questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from assistant.inspection.events import Begun, Corrected, Found, Moved, Noted

UNIT = "大河人力资源有限公司"
BEGIN = f"开始检查{UNIT}，日常检查"


def test_somebody_not_signed_in_is_told_to_and_nothing_begins(light_desk: Any) -> None:
    say = light_desk.talk(None)
    assert "登录" in say(BEGIN).text
    assert say("下一项").inspection is None
    assert light_desk.assistant.ask(BEGIN).text == say(BEGIN).text
    assert light_desk.office.store.check().inspections == 0


def test_staff_may_not_inspect(light_desk: Any) -> None:
    say = light_desk.talk("clerk")
    answer = say(BEGIN)
    assert "只有检查人员可以开始检查" in answer.text and answer.inspection is None
    assert "劳动力" in say("提供虚假劳动力供求信息罚多少").text


def test_what_is_missing_is_asked_for_one_by_one(light_desk: Any) -> None:
    say = light_desk.talk()
    assert "全称" in say("开始检查").text
    which = say("大河二厂")
    assert which.status == "clarify" and "监管制度" in which.text and len(which.options) == 8
    kinds = say("特殊工时")
    assert kinds.status == "clarify" and len(kinds.options) == 3
    begun = say("专项督查")
    assert begun.inspection and begun.inspection.unit == "大河二厂"
    state = light_desk.state(begun)
    assert (state.kind, state.day.isoformat()) == ("专项督查", "2031-05-06")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("促进就业专项资金，日常", "日常检查"),
        ("促进就业专项资金，专项", "专项检查"),
        ("促进就业专项资金，双随机抽查", "双随机抽查"),
        ("基本医疗保障定点医疗机构、定点零售药店医疗服务监管", "定期检查"),
        ("基本医疗保障定点医疗机构、定点零售药店医疗服务监管，举报检查", "举报检查"),
    ],
)
def test_the_kind_is_the_one_said_and_the_only_one_where_none_is(light_desk: Any, words: str, kind: str) -> None:
    assert light_desk.state(light_desk.talk()(f"开始检查大河单位，{words}")).kind == kind


def test_a_word_of_the_regimes_name_is_no_kind(light_desk: Any) -> None:
    asked = light_desk.talk()("开始检查大河单位，促进就业专项资金")
    assert asked.status == "clarify" and len(asked.options) == 2


def test_an_option_says_everything_and_starts_in_any_session(light_desk: Any) -> None:
    offered = light_desk.talk()(f"昨天去{UNIT}检查").options
    begun = light_desk.talk(session="another phone")(offered[1])
    state = light_desk.state(begun)
    assert (state.kind, state.day.isoformat()) == ("专项检查", "2031-05-05")


def test_the_register_tells_the_regime(light_desk: Any) -> None:
    from assistant.store.units import RegisteredUnit

    units = light_desk.office.store.units
    units.put([RegisteredUnit(id="u7", name="大河商贸有限公司", regimes=("劳务派遣",))], at=light_desk.now())
    state = light_desk.state(light_desk.talk()("开始检查大河商贸有限公司，日常巡查"))
    assert (state.unit.register, state.regime.title) == ("u7", "劳务派遣经营许可事项监管")


def test_a_question_in_between_is_answered_and_the_inspection_goes_on(light_desk: Any) -> None:
    say = light_desk.talk()
    say(BEGIN)
    say("跳到第2项")
    say("这一项不符合，提供虚假劳动力供求信息")
    asked = say("罚多少")
    assert asked.inspection is None and [p.fine.max_yuan for p in asked.penalties] == [10000]
    assert "年检" in say("那年检不合格继续营业，逾期不改呢").text
    assert "第 3 项" in say("下一项").text


def test_a_note_in_the_documents_words_is_matched_and_kept_for_the_papers(light_desk: Any) -> None:
    say = light_desk.talk()
    say(BEGIN)
    answer = say("第2项不符合，提供虚假劳动力供求信息")
    state = light_desk.state(answer)
    assert [v.text for v in state.items[1].violations] == ["提供虚假劳动力供求信息"]
    assert [(p.fine.min_yuan, p.fine.max_yuan) for p in answer.penalties] == [(2000, 10000)]
    assert "当日" in answer.text and "有关部门" in answer.text
    assert not light_desk.state(say("都不是")).items[1].violations


def test_counts_in_a_note_are_worked_out(light_desk: Any) -> None:
    say = light_desk.talk()
    say(BEGIN)
    answer = say("这一项不符合，为不满十六周岁的未成年人介绍就业，涉及2人")
    assert any(p.fine_total and p.fine_total.max_yuan == 10000 for p in answer.penalties)


def test_a_correction_leaves_what_it_corrects_visible(light_desk: Any) -> None:
    say = light_desk.talk()
    say(BEGIN)
    say("这一项不符合，证书过期")
    say("下一项")
    answer = say("更正上一项为符合")
    assert "仍保留" in answer.text
    entries = light_desk.state(answer).items[0].entries
    assert [(e.said.finding, e.stands) for e in entries] == [("不符合", False), ("符合", True)]
    assert light_desk.state(say("撤回刚才的录入")).items[0].finding == "未查"


def test_paused_nothing_is_entered_and_resumed_it_goes_on(light_desk: Any) -> None:
    say = light_desk.talk()
    say(BEGIN)
    say("暂停")
    refused = say("这一项符合")
    assert "没有录入" in refused.text
    answer = say("继续")
    assert light_desk.state(answer).items[0].finding == "未查"
    assert light_desk.state(say("这一项符合")).items[0].finding == "符合"


def test_ending_early_asks_first_and_a_finished_inspection_can_be_reopened(light_desk: Any) -> None:
    say = light_desk.talk()
    say(BEGIN)
    early = say("结束检查")
    assert early.inspection and early.inspection.status == "进行中" and "确认结束" in early.options
    assert light_desk.state(say("确认结束")).status == "已结束"
    assert "重新打开" in say("这一项符合").text
    assert light_desk.state(say("重新打开，补充材料")).status == "进行中"


def test_all_is_well_never_overrules_what_was_found(light_desk: Any) -> None:
    say = light_desk.talk()
    say(BEGIN)
    say("这一项不符合，证书过期")
    state = light_desk.state(say("全部符合"))
    assert [i.finding for i in state.items] == ["不符合"] + ["符合"] * 7


def test_notes_stand_word_for_word(light_desk: Any) -> None:
    say = light_desk.talk()
    say(BEGIN)
    state = light_desk.state(say("備註：負責人 Ｗａｎｇ　不在場，電話 3 次未接"))
    assert [e.said.text for e in state.items[0].notes] == ["負責人 Ｗａｎｇ　不在場，電話 3 次未接"]
    assert "3 次未接" in say("看一下这一项").text


def test_after_a_restart_another_device_goes_on(desk: Any) -> None:
    say = desk.talk()
    say(BEGIN)
    say("这一项符合，下一项")
    before = say("这一项不符合，信息不实")
    again = desk.again()
    answer = again.talk(session="another device")("查到哪了")
    assert answer.inspection == before.inspection
    assert "第 2 项" in answer.text and "信息不实" in answer.text
    assert again.state(answer).history == desk.state(before).history
    again.office.store.close()


def test_two_inspectors_each_keep_their_place_and_both_entries(desk: Any) -> None:
    zhang, li = desk.talk("zhang", "a"), desk.talk("li", "b")
    zhang(BEGIN)
    assert "没有进行中的检查" in li("下一项").text
    zhang("请李四一起查")
    assert "第 2 项" in li("下一项").text
    zhang("这一项符合")
    li("这一项不符合，信息不实")
    li("上一步")
    disputed = li("这一项不符合，无资质证书")
    assert "不一致" in disputed.text
    state = desk.state(disputed)
    assert {(e.author, e.said.item) for e in state.items[0].entries} == {
        ("zhang", state.regime.items[0].id),
        ("li", state.regime.items[0].id),
    }
    assert [i.finding for i in state.items[:2]] == ["不符合", "不符合"]
    kinds = {Begun, Found, Moved, Noted, Corrected}
    assert {type(r.event) for r in state.history} - kinds


def test_of_several_open_inspections_the_latest_goes_on_and_after_a_while_the_unit_is_asked_for(
    light_desk: Any,
) -> None:
    light_desk.talk()(BEGIN)
    other = "大河劳务派遣有限公司"
    light_desk.talk()(f"开始检查{other}，日常巡查")
    assert f"“{other}”" in (light_desk.talk(session="another process")("下一项").read_as or "")
    light_desk.talk(session="another process")(f"继续检查{UNIT}")
    assert f"“{UNIT}”" in (light_desk.talk(session="a third process")("下一项").read_as or "")
    later = replace(light_desk, now=lambda: light_desk.now() + timedelta(hours=1))
    asked = later.talk(session="new")("下一项")
    assert asked.status == "clarify" and f"继续检查{UNIT}" in asked.options
    taken = later.talk(session="new")(f"继续检查{other}")
    assert taken.inspection and taken.inspection.unit == other


def test_others_inspections_stay_hidden(light_desk: Any) -> None:
    light_desk.talk("zhang")(BEGIN)
    answer = light_desk.talk("li")(f"继续检查{UNIT}")
    assert answer.inspection is None and UNIT not in answer.text


@pytest.mark.parametrize("words", ["第9项符合", "跳到第99项", "请赵六一起查", "重新打开", "撤回刚才的录入"])
def test_what_cannot_be_done_says_why_and_what_next(light_desk: Any, words: str) -> None:
    say = light_desk.talk()
    begun = say(BEGIN)
    answer = say(words)
    assert "；" in answer.text and answer.text.endswith("。")
    assert light_desk.state(begun).seq == 1
