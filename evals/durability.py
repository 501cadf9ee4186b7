"""`python -m evals.durability`: is every acknowledged event kept when the writer is killed, and when many write at once?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from evals.durability_crowd import Crowd, crowd
from evals.durability_kill import Killed, kill_runs
from evals.http_crowd import HttpCrowd, http_crowd
from evals.scratch import KINDS, Kind, scratch, unavailable

RUNS = 200


@dataclass(frozen=True, slots=True)
class Durability:
    """What one database showed."""

    kind: Kind
    killed: Killed | None
    crowd: Crowd | None
    http: HttpCrowd | None
    unmeasured: str
    """Why nothing could be measured; empty otherwise."""

    @property
    def holds(self) -> bool:
        """Nothing acknowledged was lost and every check was clean; also where nothing could be measured."""
        if self.killed is None or self.crowd is None or self.http is None:
            return True
        kept = not (self.killed.lost or self.killed.unsound or self.crowd.lost)
        return kept and self.crowd.sound and self.http.holds


def measure(kind: Kind, runs: int = RUNS, seed: int = 0) -> Durability:
    """All tests, each on an empty database."""
    why = unavailable(kind)
    if why:
        return Durability(kind, None, None, None, why)
    with scratch(kind) as place:
        killed = kill_runs(place, runs, seed)
    with scratch(kind) as place:
        many = crowd(place)
    with scratch(kind) as place:
        return Durability(kind, killed, many, http_crowd(place), "")


def durability_table(found: Sequence[Durability]) -> Table:
    """One column a database."""
    table = Table(title="durability of the store", title_justify="left")
    table.add_column("what")
    for one in found:
        table.add_column(one.kind, justify="right", overflow="fold")
    rows = [_cells(one) for one in found]
    for name in dict.fromkeys(name for cells in rows for name in cells):
        table.add_row(name, *(cells.get(name, "") for cells in rows))
    return table


def _cells(one: Durability) -> dict[str, str]:
    if one.killed is None or one.crowd is None or one.http is None:
        return {"not measured": one.unmeasured}
    killed, crowd, http = one.killed, one.crowd, one.http
    return {
        "writers killed": f"{killed.runs}",
        "events acknowledged": f"{killed.acknowledged:,}",
        "acknowledged and lost": f"{killed.lost}",
        "stored, not acknowledged": f"{killed.unacknowledged}",
        "runs after which a check failed": f"{killed.unsound}",
        "seconds": f"{killed.seconds:.1f}",
        f"{crowd.inspectors} inspectors × {crowd.each} entries at once: lost": f"{crowd.lost}",
        "chain afterwards": "holds" if crowd.sound else "BROKEN",
        "seconds for all of them": f"{crowd.seconds:.1f}",
        "entries a second": f"{crowd.events_per_second:,.0f}",
        f"{http.inspectors} inspectors × {http.each} entries over HTTP: lost": f"{http.lost}",
        "kept twice, of those sent twice": f"{http.twice}",
        "not acknowledged": f"{http.refused}",
        "chain after them": "holds" if http.sound else "BROKEN",
        "seconds for all over HTTP": f"{http.seconds:.1f}",
        "acknowledged after, p50 / p99": f"{http.reply.p50_ms:.0f} / {http.reply.p99_ms:.0f} ms",
    }


def durability(
    runs: Annotated[int, typer.Option(min=1, help="writers to kill on each database")] = RUNS,
    seed: Annotated[int, typer.Option(help="of the moments at which they are killed")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="print JSON")] = False,
) -> None:
    """Measure on both databases. Exit status 1 when anything acknowledged was lost."""
    found = [measure(kind, runs, seed) for kind in KINDS]
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
    else:
        Console().print(durability_table(found))
    if not all(one.holds for one in found):
        raise typer.Exit(1)


if __name__ == "__main__":
    typer.run(durability)
