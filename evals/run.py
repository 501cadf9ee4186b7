"""`python -m evals`: ask every case, score the answers, compare with the baseline and with the naive pipelines."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.bootstrap import build_assistant
from assistant.settings import Settings
from corpus.records import Corpus
from evals.baseline import BASELINE, among, flips, read_baseline, write_baseline
from evals.case import CASES, Case, read_cases
from evals.computed.run import measured_copies, print_computed
from evals.computed.template import read_templates
from evals.config import config_of
from evals.coverage import coverage
from evals.generate import ask_all, write_answers
from evals.metrics import Rate, failure_counts
from evals.naive import Unmeasured, measure
from evals.report import Report, write_report
from evals.results import Results, section_rate, write_results
from evals.score import Verdict, evaluate
from evals.tables import coverage_table, failed_table, flips_table, rate_table
from evals.talks.run import held, print_talks
from index.errors import SearchIndexError


def run(
    cases: Annotated[Path, typer.Option(help="folder of case files")] = CASES,
    kind: Annotated[list[str] | None, typer.Option(help="only cases of this kind (may be repeated)")] = None,
    out: Annotated[Path, typer.Option(help="folder for answers, results and report")] = Path("out/evals"),
    show: Annotated[int, typer.Option(help="how many failed cases to list")] = 40,
    computed: Annotated[bool, typer.Option(help="ask the computed cases too, on copies with other figures")] = True,
    talks: Annotated[bool, typer.Option(help="hold the conversations too")] = True,
    naive: Annotated[bool, typer.Option(help="measure the naive pipelines too")] = True,
    accept: Annotated[bool, typer.Option("--accept", help="make this run the new baseline")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="exit 1 when a case of the baseline is lost")] = False,
) -> None:
    """Measure the assistant on the cases."""
    if accept and kind:
        raise typer.BadParameter("a baseline is accepted from all kinds of cases, not from some", param_hint="--accept")
    settings = Settings.from_environment(os.environ)
    chosen = tuple(c for c in read_cases(cases) if not kind or c.kind in kind)
    assistant = build_assistant(settings)
    answers = _answers(assistant, chosen)
    sources = {d.file: d.text for d in assistant.corpus.documents}
    verdicts = evaluate(chosen, answers, sources)
    sections, unmeasured = _sections(verdicts, assistant.corpus, naive)
    results = Results(config_of(settings, assistant.corpus, chosen), verdicts, sections, unmeasured)
    before = read_baseline()
    # Some kinds of cases are compared with the same part of the baseline.
    flipped = None if before is None else flips(among(before, verdicts) if kind else before, verdicts)
    report = Report(results, answers, flipped, coverage(assistant.corpus, chosen))
    _write(report, out)
    _print(Console(), report, show)
    if computed and not kind:
        print_computed(Console(), measured_copies(read_templates()), show)
    if talks and not kind:
        print_talks(Console(), held(assistant))
    typer.echo(f"report: {out / 'report.html'}")
    if accept:
        write_baseline(verdicts)
        typer.echo(f"accepted as the new baseline: {BASELINE}")
    elif strict and flipped is not None and flipped.lost:
        raise typer.Exit(1)


def _answers(assistant: Assistant, cases: Sequence[Case]) -> dict[str, Answer]:
    """Answers by case id. Without a model for the questions that need retrieval there is nothing to measure."""
    try:
        return {a.id: a for a in ask_all(assistant, cases)}
    except SearchIndexError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error


def _sections(
    verdicts: Sequence[Verdict], corpus: Corpus, naive: bool
) -> tuple[tuple[Rate, ...], tuple[Unmeasured, ...]]:
    """First section right on the route cases: ours, then the naive pipelines; and those that cannot be built."""
    routed = [v for v in verdicts if v.case.kind == "route"]
    rates = [section_rate(routed, "this project")]
    unmeasured: list[Unmeasured] = []
    if naive and routed:
        from evals.pipelines import naive_pipelines

        for pipeline in naive_pipelines(corpus):
            if isinstance(pipeline, Unmeasured):
                unmeasured.append(pipeline)
            else:
                rates.append(measure(pipeline, [v.case for v in routed]))
    return tuple(rates), tuple(unmeasured)


def _write(report: Report, out: Path) -> None:
    write_answers(report.answers.values(), out / "answers.jsonl")
    write_results(report.results, out / "results.json")
    write_report(report, out / "report.html")


def _print(console: Console, report: Report, show: int) -> None:
    results = report.results
    console.print(coverage_table(report.coverage))
    console.print(failed_table(results.verdicts, show))
    console.print("failed checks: " + ", ".join(f"{name} {n}" for name, n in failure_counts(results.verdicts)))
    console.print(rate_table("by kind", (*results.kinds, results.overall)))
    console.print(rate_table("by audience", results.audiences))
    console.print(rate_table("first section right, route cases", results.sections))
    for u in results.unmeasured:
        console.print(f"{escape(u.name)}: not measured: {escape(u.why)}")
    if report.flips is not None:
        console.print(flips_table(report.flips, [v.case for v in results.verdicts]))
