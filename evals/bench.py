"""`python -m evals.bench`: how fast is an answer, cold and warm, what memory does it take, and the naive pipelines beside it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assistant.bootstrap import build_assistant
from assistant.settings import Settings
from corpus.records import Corpus
from evals.case import Case, read_cases
from evals.cold import Cold, cold
from evals.durability import durability_table
from evals.durability import measure as measure_durability
from evals.generate import Assistant
from evals.load.run import load_table
from evals.load.run import measure as measure_load
from evals.naive import Pipeline, Unmeasured
from evals.pages.weight import measure as measure_pages
from evals.pages.weight import weight_table
from evals.scratch import KINDS
from evals.timing import Spread, peak_memory_mib, spread, time_each
from index.errors import SearchIndexError


@dataclass(frozen=True, slots=True)
class Bench:
    """What one run measured."""

    cold: Cold | None
    warm: Spread
    """One answer in a running process, each question asked once before."""
    peak_memory_mib: float
    """Of the answering process, before anything of the comparison is loaded."""
    naive: dict[str, Spread]
    """Retrieval alone of the naive pipelines: they have worded no answer yet."""
    unmeasured: tuple[Unmeasured, ...]
    """What could not be measured here, and why."""


def answerable(assistant: Assistant, cases: Iterable[Case]) -> tuple[list[Case], tuple[Unmeasured, ...]]:
    """Ask each case once: those that can be answered, and how many cannot because retrieval has no model."""
    found: list[Case] = []
    why: list[str] = []
    for case in cases:
        try:
            assistant.ask(case.q, id=case.id, session=case.session, as_of=case.as_of)
        except SearchIndexError as error:
            why.append(str(error))
        else:
            found.append(case)
    return found, (Unmeasured(f"questions that need retrieval: {len(why)}", why[0]),) if why else ()


def warm(assistant: Assistant, cases: Sequence[Case]) -> Spread:
    """Durations of one answer to each case."""
    return spread(time_each(lambda c: assistant.ask(c.q, id=c.id, session=c.session, as_of=c.as_of), cases))


def naive_spreads(
    pipelines: Iterable[Pipeline | Unmeasured], questions: Sequence[str]
) -> tuple[dict[str, Spread], tuple[Unmeasured, ...]]:
    """Durations of each pipeline's retrieval, after a first pass; and the pipelines that could not be built."""
    times: dict[str, Spread] = {}
    unmeasured: list[Unmeasured] = []
    for pipeline in pipelines:
        if isinstance(pipeline, Unmeasured):
            unmeasured.append(pipeline)
        else:
            time_each(pipeline.find, questions)
            times[pipeline.name] = spread(time_each(pipeline.find, questions))
    return times, tuple(unmeasured)


def measure(assistant: Assistant, corpus: Corpus, cases: Sequence[Case], naive: bool) -> Bench:
    """All measurements. The warm ones come first: they leave compiled documents and index cached for the cold ones."""
    asked, missing = answerable(assistant, cases)
    answers, peak = warm(assistant, asked), peak_memory_mib()
    started = cold(asked)
    if isinstance(started, Unmeasured):
        missing = (*missing, started)
    times: dict[str, Spread] = {}
    if naive:
        from evals.pipelines import naive_pipelines

        times, unbuilt = naive_spreads(naive_pipelines(corpus), [c.q for c in cases])
        missing = (*missing, *unbuilt)
    return Bench(None if isinstance(started, Unmeasured) else started, answers, peak, times, missing)


def bench(
    as_json: Annotated[bool, typer.Option("--json", help="print JSON")] = False,
    naive: Annotated[bool, typer.Option(help="time the naive pipelines too")] = True,
    store: Annotated[bool, typer.Option(help="kill writers of the store too")] = True,
    load: Annotated[bool, typer.Option(help="load the served app too, for over a minute")] = True,
    pages: Annotated[bool, typer.Option(help="load the pages in a browser too")] = True,
) -> None:
    """Measure on all cases."""
    assistant = build_assistant(Settings.from_environment(os.environ))
    found = measure(assistant, assistant.corpus, read_cases(), naive)
    loaded = measure_load() if load else None
    weights = measure_pages() if pages else ()
    durable = [measure_durability(kind) for kind in KINDS] if store else []
    if as_json:
        both = asdict(found) | {"durability": [asdict(one) for one in durable], "load": loaded and asdict(loaded)}
        both |= {"pages": [asdict(one) for one in weights] if isinstance(weights, tuple) else asdict(weights)}
        typer.echo(json.dumps(both, ensure_ascii=False, indent=1))
    else:
        Console().print(bench_table(found))
        if loaded:
            Console().print(load_table(loaded))
        if isinstance(weights, Unmeasured):
            Console().print(f"{weights.name}: not measured: {escape(weights.why)}")
        elif weights:
            Console().print(weight_table(weights))
        if durable:
            Console().print(durability_table(durable))


def bench_table(found: Bench) -> Table:
    """The measurements, one a row."""
    table = Table(title="speed and memory", title_justify="left")
    table.add_column("what")
    table.add_column("figure", justify="right", overflow="fold")
    if found.cold:
        table.add_row(f"cold start, median of {found.cold.n} kinds of questions", f"{found.cold.median_s:.2f} s")
        table.add_row(f"cold start, slowest ({found.cold.slowest})", f"{found.cold.slowest_s:.2f} s")
    table.add_row(f"warm answer, p50 of {found.warm.n} questions", f"{found.warm.p50_ms:.1f} ms")
    table.add_row("warm answer, p99", f"{found.warm.p99_ms:.1f} ms")
    table.add_row("peak memory", f"{found.peak_memory_mib:.0f} MiB")
    for name, times in found.naive.items():
        table.add_row(f"{name}, retrieval alone, p50 / p99", f"{times.p50_ms:.1f} / {times.p99_ms:.1f} ms")
    for u in found.unmeasured:
        table.add_row(escape(u.name), f"not measured: {escape(u.why)}")
    return table


if __name__ == "__main__":
    typer.run(bench)
