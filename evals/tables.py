"""Results as tables for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.markup import escape
from rich.table import Table

from evals.baseline import Flips
from evals.case import Case
from evals.coverage import Coverage
from evals.metrics import Rate
from evals.score import Verdict


def rate_table(title: str, rates: Iterable[Rate]) -> Table:
    """Passed, of how many, share and its 95 % interval."""
    table = Table(title=title, title_justify="left")
    table.add_column("group")
    for column in ("passed", "cases", "share", "95 % interval"):
        table.add_column(column, justify="right")
    for r in rates:
        low, high = r.interval
        table.add_row(r.group, str(r.good), str(r.n), f"{r.share:.3f}", f"{low:.3f} – {high:.3f}")
    return table


def failed_table(verdicts: Sequence[Verdict], most: int) -> Table:
    """The first failed cases."""
    failed = [v for v in verdicts if not v.passed]
    table = Table(title=f"failed: {len(failed)}, shown: {min(most, len(failed))}", title_justify="left")
    for column in ("case", "question", "failed checks"):
        table.add_column(column)
    for v in failed[:most]:
        table.add_row(v.case.id, escape(v.case.q[:48]), escape("; ".join(v.failures)))
    return table


def flips_table(flips: Flips, cases: Iterable[Case]) -> Table:
    """Cases that changed sides since the accepted baseline."""
    questions = {c.id: c.q for c in cases}
    table = Table(
        title=f"against the baseline: {len(flips.gained)} gained, {len(flips.lost)} lost, "
        f"{len(flips.new)} new, {len(flips.gone)} gone",
        title_justify="left",
    )
    for column in ("", "case", "question", "failed checks, before or now"):
        table.add_column(column)
    for sign, changed in (("lost", flips.lost), ("gained", flips.gained)):
        for f in changed:
            table.add_row(sign, f.id, escape(questions[f.id][:48]), escape("; ".join(f.before or f.now)))
    return table


def coverage_table(coverage: Coverage) -> Table:
    """Facts of the documents that no case asks for."""
    table = Table(
        title=f"facts no case touches: {len(coverage.untouched)} of {len(coverage.facts)}", title_justify="left"
    )
    for column in ("kind", "place", "fact"):
        table.add_column(column)
    for f in coverage.untouched:
        table.add_row(f.kind, f"{f.file}:{f.span.start}", f.label[:70])
    return table
