"""Lists over the whole corpus are complete: each is held against the records themselves, also of a changed document."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.act.across.amounts import Bound, read_bound
from assistant.act.across.filters import spelled
from assistant.act.across.words import Cutter
from assistant.answer import Answer
from assistant.assistant import Assistant
from corpus.records import Fine, Penalty

Ask = Callable[[Assistant, str], Answer]
Build = Callable[[dict[str, str]], Assistant]
FEW = settings(max_examples=80, deadline=None, derandomize=True, database=None)
MONEY = st.integers(1, 400).map(lambda n: n * 50)


@pytest.fixture(scope="session", params=["shipped", "changed"])
def any_bureau(request: pytest.FixtureRequest, assistant: Assistant, build: Build, shipped_text: str) -> Assistant:
    """The shipped bureau, and one with another name, other trades, sums, shares and deadlines."""
    if request.param == "shipped":
        return assistant
    text = shipped_text
    for old, new in (
        ("新河县", "临港区"),
        ("劳务派遣", "海员外派"),
        (r"人力资源(?=服务)", "船舶代理"),
        (r"一万元以上\s*三万元以下", "四万元以上七万元以下"),
        (r"五千元以上\s*一万元以下", "六千元以上九千元以下"),
        (r"五万元以下", "八万元以下"),
        (r"30%", "45%"),
        (r"2 名以上", "3 名以上"),
        (r"5 个工作日", "7 个工作日"),
        ("没收违法所得", "收缴违法所得"),
    ):
        text = re.sub(old, new, text)
    return build({"临港.txt": text})


def records(assistant: Assistant) -> list[Penalty]:
    return [p for d in assistant.corpus.documents for p in d.penalties]


def key(p: Penalty) -> tuple[str, str | None]:
    return p.violation, p.when


def listed(answer: Answer) -> list[tuple[str, str | None]]:
    return [(p.violation, p.when) for p in answer.penalties]


def test_every_upper_end_lists_its_own(any_bureau: Assistant, proved: Ask) -> None:
    tops = sorted({p.fine.max_yuan for p in records(any_bureau) if p.fine.max_yuan})
    assert len(tops) >= 5
    for top in tops:
        answer = proved(any_bureau, f"最高罚{top}元的有哪些")
        assert listed(answer) == [key(p) for p in records(any_bureau) if p.fine.max_yuan == top]


def test_every_lower_end_lists_its_own(any_bureau: Assistant, proved: Ask) -> None:
    for low in sorted({p.fine.min_yuan for p in records(any_bureau) if p.fine.min_yuan}):
        answer = proved(any_bureau, f"哪些行为的罚款下限是{low}元")
        assert listed(answer) == [key(p) for p in records(any_bureau) if p.fine.min_yuan == low]


@pytest.mark.parametrize(
    ("question", "meets"),
    [
        ("哪些行为会被吊销许可证", lambda p: any("吊销" in m for m in p.measures)),
        ("口头警告的情形有哪些", lambda p: any("口头警告" in m for m in p.measures)),
        ("哪些处罚由别的部门决定", lambda p: bool(p.referral)),
        ("按人数罚款的是哪些", lambda p: p.fine.per == "person"),
        ("逾期不改正的会怎么处罚，列出来", lambda p: p.when == "逾期不改正"),
        ("哪些情形要追回", lambda p: any("追回" in m for m in p.measures)),
    ],
)
def test_every_measure_lists_its_own(
    any_bureau: Assistant, proved: Ask, question: str, meets: Callable[[Penalty], bool]
) -> None:
    expected = [key(p) for p in records(any_bureau) if meets(p)]
    assert expected
    assert listed(proved(any_bureau, question)) == expected


def test_a_measure_that_only_the_document_has(any_bureau: Assistant, proved: Ask) -> None:
    """收缴 is in no vocabulary: it is found because a record begins with it."""
    expected = [key(p) for p in records(any_bureau) if any("收缴" in m for m in (*p.measures, p.when or ""))]
    if expected:
        assert listed(proved(any_bureau, "哪些行为要收缴违法所得")) == expected


def test_every_share_lists_its_own(any_bureau: Assistant, proved: Ask) -> None:
    shares = [q for d in any_bureau.corpus.documents for q in d.quantities if q.kind == "share"]
    for value in sorted({q.value for q in shares if q.value}):
        answer = proved(any_bureau, f"抽查面{value:g}%以上的制度有哪些")
        assert [f.value for f in answer.figures if f.unit == "%"] == [
            q.value for q in shares if (q.value or 0) >= value
        ]


def test_two_regimes_side_by_side_show_every_indicator_of_both(any_bureau: Assistant, proved: Ask) -> None:
    (document,) = any_bureau.corpus.documents
    titles = [r.title for r in document.regimes]
    for a, b in ((1, 2), (0, 3), (5, 7)):
        answer = proved(any_bureau, f"{titles[a]}和{titles[b]}的检查频次比一比")
        own = [q for q in document.quantities if q.regime in (a, b) and q.part == "indicators" and q.value is not None]
        assert sorted(f.value or 0 for f in answer.figures) == sorted(q.value or 0 for q in own)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("最高罚三万的", Bound("max", "=", 30_000)),
        ("上限不超过2万元的", Bound("max", "<=", 20_000)),
        ("最低罚五百的", Bound("min", "=", 500)),
        ("罚款一万以上的", Bound("whole", ">=", 10_000)),
        ("五千块以下的罚款", Bound("whole", "<=", 5_000)),
        ("罚款不超过3000元的", Bound("whole", "<=", 3_000)),
        ("罚款超过八千的", Bound("whole", ">", 8_000)),
        ("一万到三万之间的", Bound("whole", ">=", 10_000, 30_000)),
        ("一到三万的", Bound("whole", ">=", 10_000, 30_000)),
        ("能罚到10万的", Bound("reach", ">=", 100_000)),
        ("正好罚五千元的", Bound("exact", "=", 5_000)),
        ("罚2000的", Bound("exact", "=", 2_000)),
        ("吊销许可证的", None),
        ("罚款的", None),
    ],
)
def test_amounts_in_everyday_words(text: str, bound: Bound | None) -> None:
    assert read_bound(text)[0] == bound


@FEW
@given(MONEY, MONEY, MONEY)
def test_an_interval_meets_crosses_or_misses_as_its_amounts_do(a: int, b: int, value: int) -> None:
    """The place of an interval is what comparing every lawful amount says: all, some or none of them."""
    low, high = sorted((a, b))
    fine = Fine(kind="range", min_yuan=low, max_yuan=high)
    amounts = {low, high, (low + high) // 2}
    ends = {low >= value, high >= value}
    place = Bound("whole", ">=", value).place(fine)
    assert place == ("meets" if ends == {True} else "misses" if ends == {False} else "crosses")
    assert (place == "meets") == all(x >= value for x in amounts)
    assert Bound("reach", ">=", value).place(fine) == ("meets" if high >= value else "misses")


@FEW
@given(st.text("吊销许可证没收违法", min_size=1, max_size=6), st.text("吊销许可证其《》", max_size=20))
def test_characters_in_order_are_found_however_much_stands_between(term: str, filling: str) -> None:
    assert spelled(term, filling + filling.join(term) + filling)
    assert not spelled(term + "龙", filling.join(term))


def test_a_single_character_breaks_no_word() -> None:
    cutter = Cutter({"which": ("哪些",), "noise": ("会", "的", "用")})
    words = cutter.cut("哪些用人单位的社会保险会")
    assert words.roles == {"which": ("哪些",)}
    assert cutter.readings(words.left[0])[0] == "用人单位的社会保险会"
    assert cutter.readings(words.left[0])[-1] == "人单位的社会保险"
