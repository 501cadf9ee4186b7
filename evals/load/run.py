"""`python -m evals.load`: answers a second as clients grow from 1 to 64, then a minute of full load and what it leaves."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from evals.case import read_cases
from evals.load.client import Tally, bodies, load
from evals.load.server import served
from evals.timing import Spread, spread

GROWTH = (1, 2, 4, 8, 16, 32, 64)
_GROWTH_S = 4.0
_WARM_S = 10.0
"""Until every worker has loaded what a first question of each kind needs; else its memory would seem to grow."""


@dataclass(frozen=True, slots=True)
class Step:
    """One number of clients."""

    clients: int
    per_second: float
    times: Spread
    errors: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Load:
    """All steps; the last is the long one, with the memory before and after it."""

    steps: tuple[Step, ...]
    long: Step
    long_s: float
    before_mib: float
    after_mib: float
    workers: int
    others: float
    """Load average of the machine just before: what else ran."""


def measure(
    seconds: float = 60.0,
    clients: int = 16,
    workers: int = 2,
    growth: Sequence[int] = GROWTH,
    warm_s: float = _WARM_S,
) -> Load:
    """Load the served app with the questions of the cases. Raises RuntimeError when it does not start."""
    requests = bodies([c.q for c in read_cases()])
    others = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as home, served(Path(home), workers) as server:
        load(server.port, requests, clients, warm_s)
        steps = tuple(_step(n, load(server.port, requests, n, _GROWTH_S)) for n in growth)
        before = server.memory_mib()
        long = _step(clients, load(server.port, requests, clients, seconds))
        return Load(steps, long, seconds, before, server.memory_mib(), workers, others)


def _step(clients: int, tally: Tally) -> Step:
    errors = tuple(sorted(Counter(tally.errors).items()))
    return Step(clients, len(tally.seconds) / tally.wall_s, spread(tally.seconds), errors)


def load_table(found: Load) -> Table:
    """A row per number of clients."""
    title = f"answers over HTTP, {found.workers} worker processes, load average before {found.others:.1f}"
    table = Table(title=title, title_justify="left")
    table.add_column("clients")
    for column in ("seconds", "answers a second", "p50, ms", "p99, ms", "errors", "memory, MiB"):
        table.add_column(column, justify="right")
    memory = f"{found.before_mib:.0f} → {found.after_mib:.0f}"
    for step, seconds, mib in (*((s, _GROWTH_S, "") for s in found.steps), (found.long, found.long_s, memory)):
        errors = ", ".join(f"{n} {what}" for what, n in step.errors) or "0"
        times = (f"{step.times.p50_ms:.1f}", f"{step.times.p99_ms:.1f}")
        table.add_row(str(step.clients), f"{seconds:.0f}", f"{step.per_second:.0f}", *times, errors, mib)
    return table


def run(
    seconds: Annotated[float, typer.Option(help="how long the last step lasts")] = 60.0,
    clients: Annotated[int, typer.Option(help="clients of the last step")] = 16,
    workers: Annotated[int, typer.Option(help="worker processes of the server")] = 2,
    growth: Annotated[bool, typer.Option(help="grow from 1 to 64 clients first")] = True,
) -> None:
    """Load the served app."""
    Console().print(load_table(measure(seconds, clients, workers, GROWTH if growth else ())))
