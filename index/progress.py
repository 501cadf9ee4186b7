"""Shows the progress of long work on stderr: bars on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager

from index.records import Progress

SHARE = 0.25
"""Without a terminal, a line each time so much more is done."""


@contextmanager
def shown() -> Generator[Progress]:
    """A `Progress` that writes to stderr while the context lasts."""
    if not sys.stderr.isatty():
        yield _lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True)) as bars:
        tasks: dict[str, TaskID] = {}

        def report(work: str, done: int, total: int) -> None:
            if work not in tasks:
                tasks[work] = bars.add_task(work, total=total)
            bars.update(tasks[work], completed=done)

        yield report


def _lines() -> Progress:
    told: dict[str, float] = {}

    def report(work: str, done: int, total: int) -> None:
        share = done / total if total else 1.0
        if work not in told or share >= min(told[work] + SHARE, 1.0):
            told[work] = share if share < 1.0 else float("inf")
            print(f"{work} {done}/{total}", file=sys.stderr, flush=True)

    return report
