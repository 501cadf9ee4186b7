"""The committed baseline: which cases passed, and which of them flipped since."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.score import Verdict

BASELINE = Path(__file__).parent / "baseline.json"


@dataclass(frozen=True, slots=True)
class Flips:
    """Differences from a baseline; case ids, sorted."""

    gained: tuple[str, ...]
    lost: tuple[str, ...]
    new: tuple[str, ...]
    """Cases that the baseline does not know."""
    gone: tuple[str, ...]
    """Cases that only the baseline knows."""


def flips(before: Mapping[str, bool], verdicts: Iterable[Verdict]) -> Flips:
    """Compare verdicts with a baseline of passed / failed by case id."""
    now = {v.case.id: v.passed for v in verdicts}
    both = sorted(before.keys() & now.keys())
    return Flips(
        gained=tuple(i for i in both if now[i] and not before[i]),
        lost=tuple(i for i in both if before[i] and not now[i]),
        new=tuple(sorted(now.keys() - before.keys())),
        gone=tuple(sorted(before.keys() - now.keys())),
    )


def read_baseline(file: Path = BASELINE) -> dict[str, bool] | None:
    """Passed / failed by case id; None where no baseline has been accepted yet."""
    return dict(json.loads(file.read_text("utf-8"))) if file.exists() else None


def write_baseline(verdicts: Iterable[Verdict], file: Path = BASELINE) -> None:
    """Accept these verdicts; one case a line, sorted, so that a diff shows the cases that flipped."""
    passed = {v.case.id: v.passed for v in verdicts}
    file.write_text(json.dumps(passed, indent=0, sort_keys=True) + "\n", "utf-8")
