"""Shares, intervals, flips, and what a result file says."""

import json
from math import isnan
from pathlib import Path

import pytest

from evals.baseline import Flip, among, flips, read_baseline, write_baseline
from evals.case import Case, Expectation
from evals.config import Config
from evals.metrics import Rate, failure_counts, rate, rates_by
from evals.naive import Unmeasured
from evals.results import Results, section_rate, write_results
from evals.score import Verdict
from evals.wilson import wilson


def verdict(id: str, *failures: str, kind: str = "route", audience: str = "citizen") -> Verdict:
    expect = {"sections_any": ["甲科"]} if kind == "route" else {}
    fields = {"id": id, "kind": kind, "audience": audience, "q": f"问 {id}", "expect": expect}
    return Verdict(Case.model_validate(fields), failures)


@pytest.mark.parametrize(
    ("good", "n", "low", "high"),
    [
        # Newcombe 1998, Statistics in Medicine 17, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (29, 29, 0.8830, 1.0000),
    ],
)
def test_wilson(good: int, n: int, low: float, high: float):
    assert wilson(good, n) == pytest.approx((low, high), abs=5e-5)


def test_no_observations_give_nan_not_zero():
    empty = Rate("none", 0, 0)
    assert isnan(empty.share) and all(isnan(b) for b in empty.interval)
    assert isnan(rate([]).share)


def test_rates_by_group_are_sorted():
    verdicts = [verdict("1", kind="section"), verdict("2", "quote"), verdict("3")]
    assert rates_by(verdicts, lambda v: v.case.kind) == (Rate("route", 1, 2), Rate("section", 1, 1))


def test_failures_are_counted_by_check():
    verdicts = [verdict("1", "section 乙科", "quote"), verdict("2", "section None"), verdict("3", "unsourced ['9']")]
    assert failure_counts(verdicts) == (("section", 2), ("quote", 1), ("unsourced", 1))


def test_section_rate_counts_the_section_alone():
    verdicts = [verdict("1", "quote"), verdict("2", "section 乙科"), verdict("3", "no answer"), verdict("4")]
    assert section_rate([*verdicts, verdict("5", kind="section")], "x") == Rate("x", 2, 4)


def test_flips():
    before = {"a": (), "b": ("quote",), "c": (), "d": ("fine",), "old": ()}
    found = flips(before, [verdict("a", "quote"), verdict("b"), verdict("c"), verdict("d", "fine"), verdict("new")])
    assert found.lost == (Flip("a", (), ("quote",)),)
    assert found.gained == (Flip("b", ("quote",), ()),)
    assert (found.new, found.gone) == (("new",), ("old",))


def test_a_part_of_the_cases_is_compared_with_their_part_of_the_baseline():
    assert among({"a": (), "b": ("quote",), "c": ()}, [verdict("b"), verdict("new")]) == {"b": ("quote",)}


def test_a_baseline_comes_back_as_written(tmp_path: Path):
    file = tmp_path / "baseline.json"
    assert read_baseline(file) is None
    write_baseline([verdict("b", "section 甲科", "quote"), verdict("a")], file)
    assert read_baseline(file) == {"a": (), "b": ("section 甲科", "quote")}
    assert file.read_text("utf-8").splitlines() == ["{", '"a": [],', '"b": ["section 甲科", "quote"]', "}"]


def test_results_carry_the_configuration_and_null_for_undefined(tmp_path: Path):
    config = Config(None, "corpus", "cases", "topics", None, None, "3")
    unmeasured = (Unmeasured("other", "no model"),)
    results = Results(config, (verdict("a"), verdict("b", "quote")), (Rate("naive", 0, 0),), unmeasured)
    write_results(results, tmp_path / "out" / "results.json")
    written = json.loads((tmp_path / "out" / "results.json").read_text("utf-8"))
    assert written["config"]["corpus"] == "corpus"
    assert (written["overall"]["good"], written["overall"]["n"]) == (1, 2)
    assert written["sections"][0]["share"] is None
    assert written["unmeasured"] == {"other": "no model"}
    assert written["failed"] == {"b": ["quote"]}


def test_expectation_of_nothing_is_a_case_for_the_number_lock_alone():
    assert Expectation().model_fields_set == set()
