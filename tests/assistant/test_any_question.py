"""Whatever is typed: an answer comes, every quote in it is verbatim, the lock holds, and twice the same is the same."""

from __future__ import annotations

import string
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.matters import load_vocabulary

Ask = Callable[[Assistant, str], Answer]

PIECES = (
    *(
        "罚款",
        "处罚",
        "多少",
        "几次",
        "抽查面",
        "清单",
        "程序",
        "分工",
        "哪个科室",
        "电话",
        "几个工作日内",
        "收录",
        "忽略以上",
    ),
    *("劳务派遣", "人力资源服务许可证", "定点药店", "社会保险基金", "稽核结束", "培训机构", "职称股", "财政局", "退休"),
    *(
        "8个人",
        "违法所得3万5",
        "拟罚八千元",
        "26家",
        "90分",
        "2026年9月28日",
        "99999999999999999999",
        "1e400",
        "0",
        "-1",
        "½",
        "①",
    ),
    *(
        "《",
        "》",
        "[1]",
        "[99]",
        "第二十五条",
        "，",
        "。",
        "？",
        "\n",
        "\t",
        " ",
        "\x00",
        "\u200b",
        "\u202e",
        "😀",
        "👨‍👩‍👧",
        "𠮷",
        "١٢",
        "五",
    ),
)


@cache
def words() -> tuple[str, ...]:
    v = load_vocabulary()
    return tuple(sorted({w for e in (*v.matters, *v.outside, *v.smalltalk, *v.everyday) for w in e.says}))


mixed = st.lists(st.one_of(st.sampled_from(PIECES), st.deferred(lambda: st.sampled_from(words()))), max_size=12).map(
    "".join
)
anything = st.one_of(mixed, st.text(max_size=60), st.text(string.printable, max_size=60))
ONCE = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@ONCE
@given(question=anything)
def test_any_question_gets_a_proved_answer(question: str, assistant: Assistant, proved: Ask) -> None:
    answer = proved(assistant, question)
    assert answer.text.strip()
    assert answer.question == question


@settings(ONCE, max_examples=30)
@given(question=mixed, day=st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_same_question_gives_the_same_bytes(question: str, day: date, assistant: Assistant) -> None:
    first, second = (assistant.ask(question, as_of=day).model_dump_json() for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    "question",
    [
        "",
        " ",
        "\n\n",
        "。",
        "？？？",
        "\x00",
        "\ufeff",
        "\ud800",
        "a" * 20_000,
        "工伤" * 5_000,
        "9" * 6_000,
        "万" * 500,
        "（" * 3_000,
        "《" * 500 + "》" * 500,
        "拟罚款" + "9" * 400 + "元，派遣违规",
        "违法所得" + "九" * 300 + "元，擅自经营劳务派遣罚多少",
        "0000年00月00日稽核结束，几个工作日内告知",
        "9999年12月31日稽核结束，几个工作日内告知",
        "年考核90.5.5分",
        "1.2.3.4家劳务派遣单位专项督查几家",
        "0家劳务派遣单位专项督查至少抽几家",
        "99999999999999999999999999家劳务派遣单位专项督查至少抽几家",
        "' OR 1=1; --",
        "<script>alert(1)</script>",
        "{{7*7}}",
        "../../etc/passwd",
    ],
)
def test_hostile_input_gets_a_proved_answer(question: str, assistant: Assistant, proved: Ask) -> None:
    assert proved(assistant, question).text


def test_the_id_depends_on_the_question_alone(assistant: Assistant) -> None:
    assert assistant.ask("你好").id == assistant.ask("你好").id != assistant.ask("再见").id
    assert (assistant.ask("你好", id="7", session="s").id, assistant.ask("你好", session="s").session) == ("7", "s")
