"""Cold starts: whole processes of `renshe ask`, one question of each kind."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from evals.case import Case
from evals.naive import Unmeasured
from evals.timing import time_command

RUNS = 3


@dataclass(frozen=True, slots=True)
class Cold:
    """Seconds from start to end of a process; each question counts with the median of its runs."""

    median_s: float
    slowest_s: float
    slowest: str
    """Id of the slowest question."""
    n: int
    """How many questions."""


def cold(cases: Iterable[Case], program: Sequence[str] | None = None) -> Cold | Unmeasured:
    """Time the first case of each kind, after one process that is not counted; unmeasured where a process fails."""
    command = tuple(program or (str(Path(sys.executable).parent / "renshe"), "ask"))
    firsts: dict[str, Case] = {}
    for case in cases:
        firsts.setdefault(case.kind, case)
    if not firsts:
        return Unmeasured("cold start", "no case can be answered")
    asked = list(firsts.values())
    try:
        time_command((*command, asked[0].q), 1)
        seconds = [(time_command((*command, c.q), RUNS), c.id) for c in asked]
    except subprocess.CalledProcessError as error:
        return Unmeasured("cold start", (error.stderr or b"").decode("utf-8", "replace").strip() or str(error))
    slowest_s, slowest = max(seconds)
    return Cold(median(s for s, _ in seconds), slowest_s, slowest, len(seconds))
