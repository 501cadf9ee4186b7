"""`python -m evals.bench`: how fast is an answer, cold and warm, and what memory does it take."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from assistant.bootstrap import build_assistant
from assistant.settings import Settings
from evals.case import Case, read_cases
from evals.generate import Assistant, ask_all
from evals.naive import Pipeline
from evals.timing import Spread, peak_memory_mib, spread, time_command, time_each

COLD_RUNS = 5


@dataclass(frozen=True, slots=True)
class Bench:
    """What one run measured."""

    cold_start_s: float
    """Median of whole processes `renshe ask`, compiled documents cached."""
    warm: Spread
    """One answer in a running process, after one pass over all cases."""
    peak_memory_mib: float
    """Of the answering process, before anything of the comparison is loaded."""
    naive: dict[str, Spread]
    """Retrieval alone of the naive pipelines: they have worded no answer yet."""


def measure(assistant: Assistant, cases: tuple[Case, ...]) -> tuple[Spread, float]:
    """Warm durations over the cases, and peak memory in MiB."""
    for _ in ask_all(assistant, cases):
        pass
    seconds = time_each(lambda c: assistant.ask(c.q, id=c.id, session=c.session, as_of=c.as_of), cases)
    return spread(seconds), peak_memory_mib()


def naive_spread(pipeline: Pipeline, questions: list[str]) -> Spread:
    """Durations of one pipeline's retrieval, after a first pass."""
    time_each(pipeline.find, questions)
    return spread(time_each(pipeline.find, questions))


def bench(
    as_json: Annotated[bool, typer.Option("--json", help="print JSON")] = False,
    naive: Annotated[bool, typer.Option(help="time the naive pipelines too")] = True,
) -> None:
    """Measure on all cases."""
    cases = read_cases()
    command = (str(Path(sys.executable).parent / "renshe"), "ask", cases[0].q)
    # The first process compiles and caches the documents; it is not counted.
    time_command(command, 1)
    cold = time_command(command, COLD_RUNS)
    assistant = build_assistant(Settings.from_environment(os.environ))
    warm, peak = measure(assistant, cases)
    beside: dict[str, Spread] = {}
    if naive:
        from evals.pipelines import naive_pipelines

        beside = {p.name: naive_spread(p, [c.q for c in cases]) for p in naive_pipelines(assistant.corpus)}
    found = Bench(cold, warm, peak, beside)
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
    else:
        Console().print(bench_table(found))


def bench_table(found: Bench) -> Table:
    """The measurements, one a row."""
    table = Table(title="speed and memory", title_justify="left")
    table.add_column("what")
    table.add_column("figure", justify="right")
    table.add_row(f"cold start, median of {COLD_RUNS}", f"{found.cold_start_s:.2f} s")
    table.add_row("warm answer, p50", f"{found.warm.p50_ms:.1f} ms")
    table.add_row("warm answer, p99", f"{found.warm.p99_ms:.1f} ms")
    table.add_row("peak memory", f"{found.peak_memory_mib:.0f} MiB")
    for name, times in found.naive.items():
        table.add_row(f"{name}, retrieval alone, p50 / p99", f"{times.p50_ms:.1f} / {times.p99_ms:.1f} ms")
    return table


if __name__ == "__main__":
    typer.run(bench)
