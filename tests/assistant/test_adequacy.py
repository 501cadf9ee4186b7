"""Is it enough? What was done or is at hand against what a regime demands, over a bureau of no real county."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.understand.done import Amount, read_done

RULES = """渔港监管
（一）渔船培训机构监管
单位名称：鹭洲县人力资源和社会保障局
一、监督检查对象
鹭洲县渔船培训机构
二、监督检查内容和指标
（一）监督检查内容
是否与教员劳动合同期限低于四年、是否注册资金少于 80 万。
（二）监督检查指标
1、日常巡查：每月不少于 3 次，每次巡查不少于 5 个渔船培训机构。
2、专项督查：每年不少于 4 次。
三、监督检查程序
（一）持有效执法证进行检查，人数不得少于 3 人。
（二）每季采用电话抽查方式对 7 家渔船培训机构进行核实。
"""


@pytest.fixture(scope="module")
def bureau(build: Callable[[dict[str, str]], Assistant]) -> Assistant:
    return build({"yugang.txt": RULES})


@pytest.mark.parametrize(
    ("question", "said", "why"),
    [
        (
            "渔船培训机构这个月日常巡查了2次，次数够吗",
            "不够，还差 1 次（3 次 − 2 次 = 1 次）",
            "the period itself",
        ),
        ("渔船培训机构本月日常巡查3次，达标了吗", "够（3 次不少于 3 次）", "不少于 includes the number"),
        (
            "渔船培训机构上半年日常巡查了10次，次数够不够",
            "还差 8 次（3 次 × 6 = 18 次，18 次 − 10 次 = 8 次）",
            "six periods",
        ),
        ("今年对渔船培训机构专项督查了5次，达到要求没有", "够（5 次不少于 4 次）", "another kind of check"),
        (
            "日常巡查渔船培训机构，一次只看了四个机构，符合要求吗",
            "还差 1 个（5 个 − 4 个 = 1 个）",
            "一次 counts nothing",
        ),
        ("两个人去渔船培训机构执法检查，行吗", "还差 1 人（3 人 − 2 人 = 1 人）", "heads"),
        (
            "渔船培训机构和教员只签了30个月合同，够不够",
            "还差 18 个月（48 个月 − 30 个月 = 18 个月）",
            "years in months",
        ),
        ("渔船培训机构注册资金还剩75万，符合要求吗", "还差 5 万（80 万 − 75 万 = 5 万）", "capital"),
    ],
)
def test_the_verdict_comes_first_with_its_sum(
    bureau: Assistant, proved: Callable[[Assistant, str], Answer], question: str, said: str, why: str
) -> None:
    assert said in proved(bureau, question).text, why


@pytest.mark.parametrize(
    ("question", "said", "why"),
    [
        (
            "渔船培训机构每季用电话抽查核实几家",
            "对7家渔船培训机构进行核实",
            "a figure of the procedure, asked in its own words",
        ),
        ("电话抽查核实渔船培训机构，全年一共多少家", "28", "four quarters of it"),
        ("渔船培训机构日常巡查每月几次", "每月不少于3次", "an indicator is still an indicator"),
    ],
)
def test_a_figure_outside_the_indicators_is_found_by_its_own_words(
    bureau: Assistant, proved: Callable[[Assistant, str], Answer], question: str, said: str, why: str
) -> None:
    assert said in proved(bureau, question).text, why


@pytest.mark.parametrize(
    "question", ["渔船培训机构日常巡查每月几次才够", "渔船培训机构这个月日常巡查了2次", "我交社保15年够了吗"]
)
def test_no_verdict_is_given_where_none_is_asked_or_no_regime_is_named(
    bureau: Assistant, proved: Callable[[Assistant, str], Answer], question: str
) -> None:
    assert "够（" not in proved(bureau, question).text


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("每次去了2个工作人员", [Amount("heads", 2)]),
        ("第3次检查", []),
        ("一次看了三家", [Amount("units", 3)]),
        ("签了一年半", [Amount("months", 18)]),
        ("2026年", []),
        ("至少几次", []),
    ],
)
def test_amounts_are_read_with_what_they_count(text: str, amounts: list[Amount]) -> None:
    assert list(read_done(text)) == amounts


DRAWN = """渔港监管
（一）渔船中介机构监管
单位名称：鹭洲县人力资源和社会保障局
一、监督检查对象
鹭洲县渔船中介机构
二、监督检查内容和指标
1、日常检查：每月不少于 1 次。
2、专项检查：每年不少于 2 次，抽查面不少于 35%。
3、每年一次进行许可证年检。
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("渔船中介机构20家，专项检查只抽了6家，够不够", "还差 1 家（20 × 35% = 7，7 家 − 6 家 = 1 家）"),
        ("专项检查查了8家，全县渔船中介机构一共22家，达标吗", "够（22 × 35% = 7.7，向上取整为 8"),
        ("渔船中介机构一年检查一次够不够", "还差 1 次（2 次 − 1 次 = 1 次）"),
    ],
)
def test_what_was_drawn_is_measured_against_the_share_of_all(
    build: Callable[[dict[str, str]], Assistant], proved: Callable[[Assistant, str], Answer], question: str, said: str
) -> None:
    assert said in proved(build({"a.txt": DRAWN}), question).text
