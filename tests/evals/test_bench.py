"""What the bench does where something cannot be measured: it says so and measures the rest."""

import sys
from datetime import date

from assistant.answer import Answer
from evals.bench import Bench, answerable, bench_table, naive_spreads, warm
from evals.case import Case
from evals.cold import Cold, cold
from evals.naive import Pipeline, Unmeasured
from evals.timing import spread
from index.errors import SearchIndexError


class Modelless:
    """Answers everything but what needs retrieval."""

    def ask(
        self, question: str, *, id: str | None = None, session: str | None = None, as_of: date | None = None
    ) -> Answer:
        if "检索" in question:
            raise SearchIndexError("缺少模型")
        return Answer(question=question, id=id or "", status="answered", intent="route", text="答")


def case(id: str, q: str, kind: str = "route") -> Case:
    return Case.model_validate({"id": id, "kind": kind, "audience": "citizen", "q": q, "expect": {"steps_min": 1}})


CASES = [case("1", "甲"), case("2", "要检索"), case("3", "乙", "plan"), case("4", "丙")]


def test_questions_without_a_model_are_left_out_and_counted():
    asked, missing = answerable(Modelless(), CASES)
    assert [c.id for c in asked] == ["1", "3", "4"]
    assert missing == (Unmeasured("questions that need retrieval: 1", "缺少模型"),)
    assert warm(Modelless(), asked).n == 3
    assert answerable(Modelless(), asked) == (asked, ())


def test_naive_pipelines_that_cannot_be_built_are_named():
    missing = Unmeasured("乙", "缺少模型")
    times, unmeasured = naive_spreads([Pipeline("甲", lambda q: q), missing], ["问", "再问"])
    assert (times["甲"].n, unmeasured) == (2, (missing,))


def test_a_cold_start_of_each_kind_of_question():
    found = cold(CASES, (sys.executable, "-S", "-c", ""))
    assert isinstance(found, Cold)
    assert found.n == 2 and 0 < found.median_s <= found.slowest_s and found.slowest in {"1", "3"}


def test_a_program_that_fails_is_not_measured():
    failing = (sys.executable, "-S", "-c", "raise SystemExit('不能读取')")
    assert cold(CASES, failing) == Unmeasured("cold start", "不能读取")
    assert isinstance(cold([], failing), Unmeasured)


def test_the_table_has_a_row_per_measurement_and_says_what_is_missing():
    missing = (Unmeasured("乙[x]", "缺少[模型]"),)
    found = Bench(Cold(0.2, 0.3, "1", 4), spread([0.001]), 50.0, {"甲": spread([0.002])}, missing)
    table = bench_table(found)
    assert table.row_count == 7
    assert list(table.columns[1].cells)[-1].startswith("not measured: ")
    assert bench_table(Bench(None, spread([]), 50.0, {}, ())).row_count == 3
