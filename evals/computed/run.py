"""`python -m evals.computed`: the computed cases on the shipped document and on changed copies, and the records without a case."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from evals.computed.edition import EDITIONS, Measured, edition, measure, shipped_text
from evals.computed.records import RecordCoverage
from evals.computed.template import Template, read_templates


def run(
    only: Annotated[str, typer.Option(help="only cases whose id begins so")] = "",
    copies: Annotated[list[str] | None, typer.Option(help=f"which of {', '.join(EDITIONS)}; all by default")] = None,
    show: Annotated[int, typer.Option(help="how many failed cases to list")] = 10_000,
    failed: Annotated[Path | None, typer.Option(help="write the failed cases here: id, question, why")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="exit 1 unless every case is right")] = False,
) -> None:
    """Measure the computed cases."""
    templates = tuple(t for t in read_templates() if t.id.startswith(only))
    measured = measured_copies(templates, copies or EDITIONS)
    print_computed(Console(), measured, show)
    if failed is not None:
        failed.write_text("".join(f"{line}\n" for line in failed_lines(measured)), "utf-8")
    if strict and any(not v.passed for m in measured for v in m.verdicts):
        raise typer.Exit(1)


def measured_copies(templates: Sequence[Template], names: Sequence[str] = EDITIONS) -> tuple[Measured, ...]:
    """Measure editions, each in a folder of its own, gone afterwards."""
    out: list[Measured] = []
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            out.append(measure(edition(name, shipped_text()), templates, Path(folder)))
    return tuple(out)


def print_computed(console: Console, measured: Sequence[Measured], show: int) -> None:
    """The records that too few cases ask for, the first failed cases, and the score of every copy."""
    if measured:
        _print_lacking(console, measured[0].coverage)
    for line in failed_lines(measured)[:show]:
        console.print(escape(line), soft_wrap=True)
    table = Table(title="computed cases", title_justify="left")
    for column in ("copy of the document", "right", "cases"):
        table.add_column(column)
    for m in measured:
        table.add_row(m.edition.name, str(sum(v.passed for v in m.verdicts)), str(len(m.verdicts)))
    console.print(table)


def _print_lacking(console: Console, coverage: RecordCoverage) -> None:
    lacking = coverage.lacking
    console.print(f"records without two wordings and one with facts: {len(lacking)} of {len(coverage.records)}")
    for r in lacking:
        names = ", ".join(r.names) or "not in the inventory"
        console.print(
            f"  {escape(r.label)} ({escape(names)}): {r.plain} plain, {r.with_facts} with facts", soft_wrap=True
        )
    for name in coverage.unmatched:
        console.print(f"  {name}: in the inventory, but no compiled record")


def failed_lines(measured: Sequence[Measured]) -> list[str]:
    """`copy id question -> why`, a line per failed case."""
    return [
        f"{m.edition.name} {v.case.id}  {v.case.q}  ->  {'; '.join(v.failures)}"
        for m in measured
        for v in m.verdicts
        if not v.passed
    ]
