"""Measurements of growing sizes side by side: each figure, and by what factor it grew from the size before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

from rich.table import Table

from evals.scale_run import Built, Searched


@dataclass(frozen=True, slots=True)
class Measured:
    """Both sides of one number of passages."""

    built: Built
    searched: Searched


FIGURES: tuple[tuple[str, str, str, Callable[[Measured], float]], ...] = (
    ("passages", "passages", ",.0f", lambda m: m.built.passages),
    ("build_s", "build, s", ",.1f", lambda m: m.built.seconds),
    ("index_mib", "index on disk, MiB", ",.1f", lambda m: m.built.index_mib),
    ("build_peak_mib", "peak memory of the build, MiB", ",.0f", lambda m: m.built.peak_mib),
    ("first_s", "open and first search, s", ",.2f", lambda m: m.searched.first_s),
    ("search_p50_ms", "search p50, ms", ",.2f", lambda m: m.searched.search.p50_ms),
    ("search_p99_ms", "search p99, ms", ",.2f", lambda m: m.searched.search.p99_ms),
    ("search_peak_mib", "peak memory of searching, MiB", ",.0f", lambda m: m.searched.peak_mib),
)
"""Key in JSON, name in the table, format, and where it is found."""


def growth(found: Sequence[Measured]) -> tuple[dict[str, float], ...]:
    """Per step from one size to the next, the factor by which each figure grew."""
    return tuple(
        {key: round(of(after) / of(before), 2) for key, _, _, of in FIGURES} for before, after in pairwise(found)
    )


def scale_json(found: Sequence[Measured]) -> dict[str, Any]:
    """`sizes`: all that was measured; `growth`: the factors between them."""
    return {"sizes": [asdict(m) for m in found], "growth": growth(found)}


def scale_table(found: Sequence[Measured]) -> Table:
    """A row per figure, a column per size; behind each figure its factor."""
    table = Table(title="the retrieval engine by number of passages", title_justify="left")
    table.add_column("figure")
    for _ in found:
        table.add_column(justify="right")
    factors = ({}, *growth(found))
    for key, name, form, of in FIGURES:
        cells = (f"{of(m):{form}}" + (f" (×{f[key]:g})" if f else "") for m, f in zip(found, factors, strict=True))
        table.add_row(name, *cells)
    return table
