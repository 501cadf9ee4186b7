"""The grammar of figures, on sentences."""

from __future__ import annotations

import pytest

from corpus.quantities import read_quantities
from corpus.records import Quantity

CASES = [
    ("每月不少于 2 次", ("frequency", ">=", 2, "次", "每月"), "blank around the numeral"),
    ("每年组织一次", ("frequency", "=", 1, "次", "每年"), "Chinese numeral"),
    ("每季度一次", ("frequency", "=", 1, "次", "每季度"), "no verb"),
    ("每半年至少1次", ("frequency", ">=", 1, "次", "每半年"), "half a year"),
    ("日常检查每年不超过一次", ("frequency", "<=", 1, "次", "每年"), "upper bound"),
    ("停歇业不应超过 18 个月", ("deadline", "<=", 18, "个月", None), "不应超过 is an upper bound, not 超过"),
    ("抽查面不低于 50％", ("share", ">=", 50, "%", None), "full-width per cent"),
    ("抽查比例不少于百分之二十", ("share", ">=", 20, "%", None), "spoken per cent"),
    ("加收5‰的滞纳金", ("share", "=", 5, "‰", None), "per mille"),
    ("不得低于当地最低工资标准的80%", ("share", ">=", 80, "%", None), "comparison away from the number"),
    ("必须由两名以上稽核人员组成", ("headcount", ">=", 2, "名", None), "以上"),
    ("人数不得少于 2 人", ("headcount", ">=", 2, "人", None), "不得少于"),
    ("每次不少于 10 家单位", ("count", ">=", 10, "家", "每次"), "count"),
    ("得分在 90 分以上的", ("score", ">=", 90, "分", None), "score"),
    ("注册资金少于 200 万", ("amount", "<", 200, "万", None), "amount"),
    ("不满十六周岁的", ("count", "<", 16, "周岁", None), "age"),
    ("不超过15个工作日", ("deadline", "<=", 15, "工作日", None), "deadline by 不超过"),
    ("应当在三十日内结案", ("deadline", "<=", 30, "日", None), "deadline"),
    ("每年 3 月 1 日后进行年检", ("date", ">=", 301, "月日", None), "day of the year"),
    ("离开单位后期各工作日内完成", ("deadline", "<=", None, "工作日", None), "number missing in the document"),
]


def one(text: str) -> Quantity:
    (found,) = read_quantities(text, (), ())
    return found


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_reads_figure(text: str, expected: tuple[str, str, float | None, str, str | None], why: str) -> None:
    q = one(text)
    assert (q.kind, q.relation, q.value, q.unit, q.period) == expected, why


NOT_RULES = [
    ("财社字〔1999〕60 号", "number of a document"),
    ("（2007 年 5 月 1 日）", "date of a law"),
    ("《某法》第二十五条第2款", "article"),
    ("自2003年3月1日起施行", "date in a given year"),
    ("领取一次性待遇", "一次性"),
    ("《三年行动计划（2 次修订）》", "count inside a name"),
    ("第二次会议", "ordinal"),
    ("处一万元以上三万元以下罚款", "fines are penalties"),
    ("两个部门", "bare count"),
]


@pytest.mark.parametrize(("text", "why"), NOT_RULES)
def test_passes_over(text: str, why: str) -> None:
    assert read_quantities(text, (), ()) == (), why


TRIGGERS = [
    ("被检查单位在收到报告 10 日内提出", "收到报告"),
    ("应当在稽核结束后 5 个工作日内告知", "稽核结束"),
    ("应当自立案之日起三十日内结案", "立案"),
    ("应当在七日内作出答复", ""),
]


@pytest.mark.parametrize(("text", "trigger"), TRIGGERS)
def test_deadline_runs_from(text: str, trigger: str) -> None:
    assert one(text).trigger == trigger


def test_interval_has_two_ends() -> None:
    q = one("得分在 60 分-90 分的，为合格单位")
    assert (q.value, q.upper, q.object) == (60, 90, "合格单位")


def test_label_is_the_items_own_words() -> None:
    text = "2、专项督查：每年不少于 1 次，抽查面不少于\n30%；必要时，抽取 10%的学员和教师进行督查。"
    found = read_quantities(text, (), ())
    assert [q.label for q in found] == ["专项督查", "专项督查 抽查面", "专项督查 学员和教师"]
    assert text[found[1].span.start : found[1].span.end] == "不少于\n30%"
    assert text[found[0].sentence.start : found[0].sentence.end] == text[2:]
