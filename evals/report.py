"""The report of a run: one HTML file that needs no network and no script. Every text in it is escaped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path

from assistant.answer import Answer
from evals.baseline import Flip, Flips
from evals.case import Case
from evals.chart import chart
from evals.coverage import Coverage
from evals.numerals import plain
from evals.results import Results
from evals.score import Verdict
from evals.words import Words

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Report:
    """What the report shows."""

    results: Results
    answers: Mapping[str, Answer]
    """By case id; a case may have none."""
    flips: Flips | None
    """None where no baseline has been accepted."""
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Shown:
    """A case with what was answered and which checks failed, in words; `before`: those of the baseline."""

    case: Case
    expected: tuple[tuple[str, str], ...]
    failures: tuple[str, ...]
    answer: Answer | None
    before: tuple[str, ...] = ()


def write_report(report: Report, file: Path) -> None:
    """Write the report; its folder is made."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(render(report), "utf-8")


def render(report: Report) -> str:
    """The report as one HTML document."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    words = Words.read()
    results = report.results
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("report.html.j2").render(
        words=words,
        results=results,
        config=[(words.name("config", k), v) for k, v in asdict(results.config).items()],
        charts={
            "kinds": chart((*results.kinds, results.overall), lambda g: words.name("kinds", g)),
            "audiences": chart(results.audiences, lambda g: words.name("audiences", g)),
            "sections": chart(results.sections, lambda g: words.name("pipelines", g)),
        },
        flips=report.flips,
        lost=list(_flipped(report, report.flips.lost if report.flips else (), words)),
        gained=list(_flipped(report, report.flips.gained if report.flips else (), words)),
        failed=_failed(report, words),
        coverage=report.coverage,
    )


def _flipped(report: Report, flips: tuple[Flip, ...], words: Words) -> Iterator[Shown]:
    by_id = {v.case.id: v for v in report.results.verdicts}
    for flip in flips:
        yield _shown(by_id[flip.id], report.answers, words, flip.before)


def _failed(report: Report, words: Words) -> list[tuple[str, list[Shown]]]:
    """Failed cases by kind, kinds and cases in order."""
    failed = sorted((v for v in report.results.verdicts if not v.passed), key=lambda v: (v.case.kind, v.case.id))
    return [
        (kind, [_shown(v, report.answers, words) for v in group])
        for kind, group in groupby(failed, key=lambda v: str(v.case.kind))
    ]


def _shown(verdict: Verdict, answers: Mapping[str, Answer], words: Words, before: tuple[str, ...] = ()) -> Shown:
    case = verdict.case
    expected = case.expect.model_dump(mode="json", exclude_unset=True)
    return Shown(
        case,
        tuple((words.name("expectations", k), _expected(k, v, words)) for k, v in expected.items()),
        tuple(words.failure(f) for f in verdict.failures),
        answers.get(case.id),
        tuple(words.failure(f) for f in before),
    )


def _expected(key: str, value: object, words: Words) -> str:
    if key == "status" and isinstance(value, list):
        return _plain([words.name("statuses", str(v)) for v in value])
    return _plain(value)


def _plain(value: object) -> str:
    if isinstance(value, list):
        return "、".join(_plain(v) for v in value)
    if isinstance(value, bool):
        return "是" if value else "否"
    return plain(value) if isinstance(value, int | float) else str(value)
