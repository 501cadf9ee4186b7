"""Questions that nobody should ask and requests that no document describes, in small numbers; `make fuzz` for many."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.bootstrap import build_assistant
from assistant.settings import Settings
from evals.case import read_cases
from evals.fuzz.ask import reflected, through_assistant, through_batch, through_http
from evals.fuzz.questions import fuzzed
from evals.fuzz.requests import undocumented
from evals.load.server import served

SHIPPED = Path(__file__).parents[2] / "corpus" / "documents"
SIGNED_IN = r"^/v1/(session|inspectors|inspections|archives|units|checklists)"
"""Routes that have a test of their own, with somebody signed in."""


@pytest.fixture(scope="module")
def questions() -> tuple[str, ...]:
    return fuzzed(150, [c.q for c in read_cases()])


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("served")) as server:
        yield f"http://127.0.0.1:{server.port}"


def test_every_kind_of_bad_question_is_among_them() -> None:
    seeds = [c.q for c in read_cases()]
    questions = fuzzed(2000, seeds)
    assert questions == fuzzed(2000, seeds)
    assert max(map(len, questions)) == 2000
    everything = "".join(questions)
    for sign in ("\x00", "\u202e", "<script>", "{{7*7}}", "DROP TABLE", "9" * 400):
        assert sign in everything
    assert any("\ud800" <= c <= "\udfff" for c in everything)


def test_the_assistant_answers_or_refuses(questions: tuple[str, ...], tmp_path: Path) -> None:
    found = through_assistant(build_assistant(Settings(corpus=SHIPPED, home=tmp_path)), questions)
    assert found.faults == ()
    assert found.times is not None
    assert found.times.p99_ms < 2000


def test_a_batch_answers_every_line(questions: tuple[str, ...], tmp_path: Path) -> None:
    assert through_batch(questions, tmp_path).faults == ()


def test_http_answers_or_says_what_is_wrong(url: str, questions: tuple[str, ...]) -> None:
    assert through_http(url, questions).faults == ()


def test_no_route_answers_what_it_does_not_document(url: str) -> None:
    assert undocumented(url, 15, SIGNED_IN) == {}


def test_a_fault_is_noticed() -> None:
    bad = Answer(
        question="问", id="1", status="answered", intent="other", text="<script>x</script>\x1b[2J", options=["<b>"]
    )
    assert len(list(reflected(bad))) == 2
