"""`python -m evals.fuzz`: bad questions through every way in, made-up requests to every route."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assistant.bootstrap import build_assistant
from assistant.settings import Settings
from evals.case import read_cases
from evals.fuzz.ask import Fuzzed, through_assistant, through_batch, through_http
from evals.fuzz.questions import fuzzed
from evals.fuzz.requests import undocumented
from evals.load.server import served


def run(
    count: Annotated[int, typer.Option(help="how many questions")] = 2000,
    examples: Annotated[int, typer.Option(help="how many requests to every route; 0 for none")] = 100,
    seed: Annotated[int, typer.Option(help="another seed, other questions")] = 1,
) -> None:
    """Ask what nobody should ask; exit 1 when anything is wrong."""
    questions = fuzzed(count, [c.q for c in read_cases()], seed)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as server:
        url = f"http://127.0.0.1:{server.port}"
        found = [
            through_assistant(build_assistant(Settings.from_environment(os.environ)), questions),
            through_batch(questions, Path(folder)),
            through_http(url, questions),
        ]
        routes = undocumented(url, examples) if examples else {}
    console = Console()
    console.print(_table(found))
    for fault in (*(f for way in found for f in way.faults), *(f"{o}: {why}" for o, why in routes.items())):
        console.print(escape(fault), soft_wrap=True)
    console.print(f"routes with an answer that the OpenAPI document does not name: {len(routes)}")
    if routes or any(way.faults for way in found):
        raise typer.Exit(1)


def _table(found: list[Fuzzed]) -> Table:
    table = Table(title="bad questions", title_justify="left")
    table.add_column("way in")
    for column in ("questions", "faults", "p50, ms", "p99, ms"):
        table.add_column(column, justify="right")
    for way in found:
        times = (f"{way.times.p50_ms:.1f}", f"{way.times.p99_ms:.1f}") if way.times else ("", "")
        table.add_row(way.way, str(way.n), str(len(way.faults)), *times)
    return table
