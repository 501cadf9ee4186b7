"""`python -m evals`: ask every case, score the answers, compare with the baseline and with the naive pipelines."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from assistant.bootstrap import build_assistant
from assistant.settings import Settings
from corpus.records import Corpus
from evals.baseline import BASELINE, flips, read_baseline, write_baseline
from evals.case import CASES, Case, read_cases
from evals.config import config_of
from evals.coverage import coverage
from evals.generate import ask_all, write_answers
from evals.metrics import Rate, failure_counts
from evals.naive import measure
from evals.results import Results, section_rate, write_results
from evals.score import Verdict, evaluate
from evals.tables import coverage_table, failed_table, flips_table, rate_table
from index.errors import SearchIndexError


def run(
    cases: Annotated[Path, typer.Option(help="folder of case files")] = CASES,
    kind: Annotated[list[str] | None, typer.Option(help="only cases of this kind (may be repeated)")] = None,
    out: Annotated[Path, typer.Option(help="folder for answers and results")] = Path("out/evals"),
    show: Annotated[int, typer.Option(help="how many failed cases to list")] = 40,
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
    answers = tuple(ask_all(assistant, chosen))
    sources = {d.file: d.text for d in assistant.corpus.documents}
    verdicts = evaluate(chosen, {a.id: a for a in answers}, sources)
    console = Console()
    sections = _sections(console, verdicts, assistant.corpus, naive)
    results = Results(config_of(settings, assistant.corpus, chosen), verdicts, sections)
    write_answers(answers, out / "answers.jsonl")
    write_results(results, out / "results.json")
    _print(console, results, assistant.corpus, show)
    before = read_baseline()
    lost = _compare(console, before, verdicts, partial=bool(kind)) if before is not None else ()
    if accept:
        write_baseline(verdicts)
        console.print(f"accepted as the new baseline: {BASELINE}")
    elif strict and lost:
        raise typer.Exit(1)


def _sections(console: Console, verdicts: Sequence[Verdict], corpus: Corpus, naive: bool) -> tuple[Rate, ...]:
    """First section right on the route cases: ours, and the naive pipelines that can be built."""
    routed = [v for v in verdicts if v.case.kind == "route"]
    rates = [section_rate(routed, "this project")]
    if naive and routed:
        from evals.pipelines import naive_pipelines

        try:
            rates.extend(measure(p, [v.case for v in routed]) for p in naive_pipelines(corpus))
        except SearchIndexError as error:
            console.print(f"not measured: {error}")
    return tuple(rates)


def _print(console: Console, results: Results, corpus: Corpus, show: int) -> None:
    cases: list[Case] = [v.case for v in results.verdicts]
    console.print(coverage_table(coverage(corpus, cases)))
    console.print(failed_table(results.verdicts, show))
    console.print("failed checks: " + ", ".join(f"{name} {n}" for name, n in failure_counts(results.verdicts)))
    console.print(rate_table("by kind", (*results.kinds, results.overall)))
    console.print(rate_table("by audience", results.audiences))
    console.print(rate_table("first section right, route cases", results.sections))


def _compare(
    console: Console, before: Mapping[str, bool], verdicts: Sequence[Verdict], partial: bool
) -> tuple[str, ...]:
    """Print what flipped; the ids of lost cases. In a partial run the baseline's other cases are left out."""
    asked = {v.case.id for v in verdicts}
    found = flips({i: p for i, p in before.items() if not partial or i in asked}, verdicts)
    console.print(flips_table(found, [v.case for v in verdicts]))
    return found.lost
