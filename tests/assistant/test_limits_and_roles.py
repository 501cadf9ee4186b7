"""Limits that hold, stages of a duty, short names of departments, coverage of a question by a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.act.limits import holds
from assistant.act.section import is_short_for, role_of
from assistant.understand.overlap import Matcher, Wording, pairs
from corpus.records import Quantity, Relation, Span

FEW = settings(max_examples=60, deadline=None, derandomize=True, database=None)
NOWHERE = Span(0, 0)


def limit(relation: Relation, value: float | None, upper: float | None = None) -> Quantity:
    return Quantity(
        index=0,
        kind="score",
        relation=relation,
        value=value,
        upper=upper,
        unit="分",
        period=None,
        object="",
        label="",
        span=NOWHERE,
        sentence=NOWHERE,
        clause=None,
        regime=None,
        part=None,
    )


@pytest.mark.parametrize(
    ("quantity", "value", "expected", "why"),
    [
        (limit(">=", 90), 90, True, "以上 includes the number"),
        (limit("<=", 60), 60, True, "以下 includes the number"),
        (limit(">", 90), 90, False, "超过 does not"),
        (limit("<", 60), 60, False, "不满 does not"),
        (limit("=", 60), 60, True, "exactly"),
        (limit("=", 60), 61, False, "exactly"),
        (limit(">=", 60, 90), 60, True, "lower end of an interval"),
        (limit(">=", 60, 90), 90, True, "upper end of an interval"),
        (limit(">=", 60, 90), 90.5, False, "just outside"),
        (limit(">=", None), 90, False, "a limit whose number the document lost"),
    ],
)
def test_holds(quantity: Quantity, value: float, expected: bool, why: str) -> None:
    assert holds(quantity, value) is expected, why


@FEW
@given(st.integers(0, 100), st.integers(0, 100))
def test_more_than_and_at_most_share_no_value(bound: int, value: int) -> None:
    assert holds(limit(">", bound), value) != holds(limit("<=", bound), value)
    assert holds(limit("<", bound), value) != holds(limit(">=", bound), value)


@pytest.mark.parametrize(
    ("sentence", "word", "role", "why"),
    [
        ("船员正常退休初审", "正常退休", "初审", "the stage follows the task"),
        ("船员正常退休复审", "正常退休", "复审", "the other stage"),
        ("提前退休初审及申报", "提前退休", "初审及申报", "two stages in one"),
        ("负责船员证书核发工作", "船员证书", "主办", "no stage"),
        ("船员登记，船坞许可审批", "船员登记", "主办", "the stage belongs to the next task"),
        ("负责船坞管理", "船员", "主办", "the word does not occur"),
        ("", "船员", "主办", "no sentence"),
    ],
)
def test_role_of(sentence: str, word: str, role: str, why: str) -> None:
    assert role_of(sentence, word) == role, why


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("人社局", "人力资源和社会保障局", True),
        ("残联", "残疾人联合会", True),  # an association is called by the first character of its kind
        ("残疾人联合会", "残疾人联合会", True),
        ("卫健委", "卫生健康委", True),
        ("税务局", "财政局", False),
        ("局社人", "人力资源和社会保障局", False),
        ("人", "人力资源和社会保障局", False),
        ("", "人力资源和社会保障局", False),
        ("人局", "", False),
    ],
)
def test_is_short_for(short: str, full: str, expected: bool) -> None:
    assert is_short_for(short, full) is expected


TEXTS = ("未取得船坞许可证开展业务", "提供虚假的船期信息", "擅自提高泊位收费标准")


def test_the_text_that_covers_most_comes_first() -> None:
    ranked = Matcher(TEXTS).rank("虚假船期信息")
    assert ranked[0][0] == 1
    assert all(0 <= share <= 1 + 1e-9 for _, share in ranked)


def test_an_everyday_wording_counts_as_what_it_means() -> None:
    matcher = Matcher(TEXTS)
    assert not [i for i, _ in matcher.rank("乱收钱") if i == 2]
    assert matcher.rank("乱收钱", [Wording("乱收钱", ("提高泊位收费标准",))])[0] == (2, 1.0)


def test_nothing_in_common_is_no_hit() -> None:
    assert Matcher(TEXTS).rank("天空") == []
    assert Matcher(()).rank("船坞") == []
    assert Matcher(TEXTS).rank("") == []


@FEW
@given(st.lists(st.text("船坞员证期泊位收费", min_size=2, max_size=12), min_size=1, max_size=8), st.data())
def test_a_text_covers_itself_wholly(texts: list[str], data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(texts))
    scores = dict(Matcher(tuple(texts)).rank(text, limit=len(texts)))
    assert max(scores.values()) == pytest.approx(1.0)
    assert scores[texts.index(text)] == pytest.approx(1.0)


def test_pairs_do_not_cross_punctuation() -> None:
    assert dict(pairs("船坞，船坞a1")) == {"船坞": 2, "坞a": 1, "a1": 1}
