"""The committed baseline: what failed in each case, and which cases changed sides since."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.score import Verdict

BASELINE = Path(__file__).parent / "baseline.json"

Baseline = Mapping[str, tuple[str, ...]]
"""Failed checks by case id; none for a case that passed."""


@dataclass(frozen=True, slots=True)
class Flip:
    """A case that changed sides: the checks it failed before and fails now, one of them empty."""

    id: str
    before: tuple[str, ...]
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flips:
    """Differences from a baseline, sorted by case id."""

    gained: tuple[Flip, ...]
    lost: tuple[Flip, ...]
    new: tuple[str, ...]
    """Cases that the baseline does not know."""
    gone: tuple[str, ...]
    """Cases that only the baseline knows."""


def flips(before: Baseline, verdicts: Iterable[Verdict]) -> Flips:
    """Compare verdicts with a baseline."""
    now = {v.case.id: v.failures for v in verdicts}
    changed = [Flip(i, before[i], now[i]) for i in sorted(before.keys() & now.keys())]
    return Flips(
        gained=tuple(f for f in changed if f.before and not f.now),
        lost=tuple(f for f in changed if f.now and not f.before),
        new=tuple(sorted(now.keys() - before.keys())),
        gone=tuple(sorted(before.keys() - now.keys())),
    )


def among(before: Baseline, verdicts: Iterable[Verdict]) -> Baseline:
    """The part of a baseline that these verdicts speak of: what a run over some kinds of cases is compared with."""
    asked = {v.case.id for v in verdicts}
    return {i: failed for i, failed in before.items() if i in asked}


def read_baseline(file: Path = BASELINE) -> Baseline | None:
    """The accepted baseline; None where there is none yet."""
    if not file.exists():
        return None
    return {i: tuple(failed) for i, failed in json.loads(file.read_text("utf-8")).items()}


def write_baseline(verdicts: Iterable[Verdict], file: Path = BASELINE) -> None:
    """Accept these verdicts; one case a line, sorted, so that a diff shows the cases that flipped."""
    rows = sorted((v.case.id, list(v.failures)) for v in verdicts)
    lines = (f"{json.dumps(i)}: {json.dumps(failed, ensure_ascii=False)}" for i, failed in rows)
    file.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
