"""The arithmetic of plans: exact, never below the rule, never falling when there are more units."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.planning.asked import read_asked
from assistant.planning.checks import checks_of
from assistant.planning.minimum import Need, minima, share_of, share_working
from assistant.planning.period import Horizon, period_of_rule, periods_in
from corpus.folder import load_corpus
from corpus.records import Document, Quantity, Span

SHIPPED = Path(__file__).parents[3] / "corpus" / "documents"
DOCUMENT = load_corpus(SHIPPED, None).documents[0]
HERE = Span(0, 1)


def share(value: float, unit: str = "%") -> Quantity:
    return Quantity(
        index=0, kind="share", relation=">=", value=value, unit=unit, period=None, object="抽查面", label="抽查面",
        span=HERE, sentence=HERE, clause=None, regime=None, part=None,
    )  # fmt: skip


@pytest.fixture(scope="module")
def document() -> Document:
    return DOCUMENT


per_cents = st.integers(1, 10_000).map(lambda n: n / 100)


@given(st.integers(0, 100_000), per_cents)
def test_the_least_whole_number_that_reaches_the_share(n: int, p: float) -> None:
    least, exact = share_of(n, share(p)), n * Fraction(str(p)) / 100
    assert least >= exact > least - 1


@given(st.integers(0, 100_000), st.integers(0, 500), per_cents)
def test_more_units_never_mean_fewer_checks(n: int, more: int, p: float) -> None:
    assert share_of(n, share(p)) <= share_of(n + more, share(p)) <= n + more


@pytest.mark.parametrize(
    ("n", "p", "unit", "least", "why"),
    [
        (26, 30, "%", 8, "7.8 rounds up"),
        (10, 30, "%", 3, "an exact product stays, whatever binary fractions make of 0.3"),
        (3, 33.3, "%", 1, "0.999 rounds up to one"),
        (1000, 12.5, "‰", 13, "per mille"),
        (0, 30, "%", 0, "nothing of nothing"),
        (1, 1, "%", 1, "one at least"),
    ],
)
def test_shares(n: int, p: float, unit: str, least: int, why: str) -> None:
    assert share_of(n, share(p, unit)) == least, why
    assert f"{n} × " in share_working(n, share(p, unit))


@given(st.integers(1, 60), st.sampled_from(["每月", "每季度", "每半年", "每年", "每2个月", "每两年", "每周"]))
def test_whole_periods_fit_into_the_horizon(months: int, written: str) -> None:
    period = period_of_rule(written)
    assert period is not None
    k = periods_in(Horizon(months), period)
    length = Fraction(period.length) if period.kind == "months" else Fraction(12 * period.length, 52)
    assert k is None or k * length <= months < (k + 1) * length
    assert k is not None or length > months


@given(st.integers(1, 3000), st.integers(0, 200), st.sampled_from([1, 3, 6, 12]), st.integers(0, 7))
def test_every_regime_of_the_document_asks_no_less_of_more_units(n: int, more: int, months: int, regime: int) -> None:
    for check in checks_of(DOCUMENT, DOCUMENT.regimes[regime]):
        few, many = (minima(check, Need(units=u, horizon=Horizon(months), staff=2)) for u in (n, n + more))
        assert all(m.value <= n for m in few.minima if m.what == "units")
        later = {m.label: m.value for m in many.minima}
        assert all(m.value <= later.get(m.label, m.value) for m in few.minima)


def test_fewer_units_than_the_document_demands_are_all_checked(document: Document) -> None:
    regime = next(r for r in document.regimes if "就业专项资金" in r.title)
    special = next(c for c in checks_of(document, regime) if c.name == "专项检查")
    found = minima(special, Need(units=60))
    assert [m.value for m in found.minima] == [60] and "全部检查" in found.notes[0]
    assert not minima(special, Need(units=100)).notes


def test_a_special_share_asks_for_its_own_number(document: Document) -> None:
    regime = next(r for r in document.regimes if "特殊工时" in r.title)
    check = next(c for c in checks_of(document, regime) if c.name == "专项督查")
    open_, known = minima(check, Need(units=26)), minima(check, Need(units=26, bases=((check.shares[1].what, 20),)))
    assert open_.asks and not known.asks
    assert [m.value for m in known.minima] == [8, 10, 10]


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("一季度要查几次", 3), ("两个季度", 6), ("上半年", 6), ("今年", 12), ("3个月", 3), ("十八个月", 18), ("每月", 1),
        ("今年第二季度", 3), ("2026年", 12), ("两年", 24), ("年度考核", None), ("2026年3月2日", None),
    ],
)  # fmt: skip
def test_stretches_of_time(words: str, months: int | None) -> None:
    horizon = read_asked(words).horizon
    assert (horizon.months if horizon else None) == months


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("全县26家，其中不定时的10家", [26, 10]),
        ("一共有三十三家", [33]),
        ("一共10个", [10]),
        ("每次查2家够不够", []),
        ("有一家中介无证", []),
        ("5个工作日", []),
        ("9个单位", [9]),
    ],
)
def test_numbers_of_units(words: str, numbers: list[int]) -> None:
    assert [m.n for m in read_asked(words).mentions] == numbers
