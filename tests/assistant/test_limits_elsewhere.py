"""Cases of another bureau with other figures and units: sums, persons, in one clause or in items side by side."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answer import Answer
from assistant.assistant import Assistant

Ask = Callable[..., Answer]
Build = Callable[[dict[str, str]], Assistant]
FEW = settings(max_examples=40, deadline=None, derandomize=True, database=None)
TEXT = """事中事后监管制度

（一）渔船用工监管
单位名称：临海县人力资源和社会保障局

一、监督检查对象
临海县渔船用工单位

二、监督检查处理

（一）渔船年度信用评分在85分以上的，为信用良好单位；评分在70分-85分的，为信用一般单位；评分在70分以下的，为信用较差单位。

（二）渔船用工单位拖欠渔工工资的，按下列情形处理：

1、拖欠渔工工资人数不足6人的，责令限期支付；

2、拖欠渔工工资人数6人以上的，列入重点监管名单。

（三）未给渔工投保，每航次发现3次的，暂停出海资格；3次以上的，取消出海资格。
"""


@pytest.fixture(scope="session")
def fishing(build: Build) -> Assistant:
    return build({"渔船.txt": TEXT})


@pytest.mark.parametrize(
    ("question", "words", "warning"),
    [
        ("渔船信用评分85分是什么等次", ("信用良好", "信用一般"), "overlapping-limits"),
        ("渔船信用评分70分算什么", ("信用一般", "信用较差"), "overlapping-limits"),
        ("渔船信用评分77分算什么", ("信用一般",), ""),
        ("渔船用工单位拖欠渔工工资6人怎么处理", ("重点监管名单",), ""),
        ("渔船用工单位拖欠渔工工资五人怎么处理", ("限期支付",), ""),
        ("每航次发现3次没给渔工投保怎么处理", ("取消出海资格", "暂停出海资格"), "overlapping-limits"),
        ("每航次发现4次没给渔工投保怎么处理", ("取消出海资格",), ""),
        ("每航次发现2次没给渔工投保怎么处理", ("没有写明 2 次",), "limits-silent"),
    ],
)
def test_figures_fall_under_their_case(
    fishing: Assistant, proved: Ask, question: str, words: tuple[str, ...], warning: str
) -> None:
    answer = proved(fishing, question)
    assert all(w in answer.text for w in words), answer.text
    assert bool(warning) == (warning in [w.code for w in answer.warnings])
    if len(words) == 1 and not warning:
        assert "适用" in answer.text


@FEW
@given(score=st.integers(0, 100))
def test_every_score_has_the_readings_that_its_cases_give_it(fishing: Assistant, proved: Ask, score: int) -> None:
    answer = proved(fishing, f"渔船信用评分{score}分是什么等次")
    expected = [
        name for name, low, high in (("良好", 85, 100), ("一般", 70, 85), ("较差", 0, 70)) if low <= score <= high
    ]
    assert [name for name in ("良好", "一般", "较差") if f"信用{name}" in answer.text] == expected
    assert ("两种读法" in answer.text) == (len(expected) == 2)
