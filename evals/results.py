"""The result file of a run: its configuration, its rates and what failed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from math import isnan
from pathlib import Path
from typing import Any

from evals.config import Config
from evals.metrics import Rate, failure_counts, rate, rates_by
from evals.naive import Unmeasured
from evals.score import Verdict
from evals.words import Words


@dataclass(frozen=True, slots=True)
class Results:
    """All that one run found."""

    config: Config
    verdicts: tuple[Verdict, ...]
    sections: tuple[Rate, ...]
    """Ours beside the naive pipelines: first section right."""
    unmeasured: tuple[Unmeasured, ...] = ()
    """Naive pipelines that could not be built."""

    @property
    def overall(self) -> Rate:
        return rate(self.verdicts)

    @property
    def kinds(self) -> tuple[Rate, ...]:
        return rates_by(self.verdicts, lambda v: v.case.kind)

    @property
    def audiences(self) -> tuple[Rate, ...]:
        return rates_by(self.verdicts, lambda v: v.case.audience)


def write_results(results: Results, file: Path) -> None:
    """Results as JSON, groups with their names for people; an undefined share is null there, never 0."""
    words = Words.read()
    fields: dict[str, Any] = {
        "config": asdict(results.config),
        "overall": _rates([results.overall], words, "kinds")[0],
        "kinds": _rates(results.kinds, words, "kinds"),
        "audiences": _rates(results.audiences, words, "audiences"),
        "sections": _rates(results.sections, words, "pipelines"),
        "unmeasured": {u.name: u.why for u in results.unmeasured},
        "failed_checks": dict(failure_counts(results.verdicts)),
        "failed": {v.case.id: v.failures for v in results.verdicts if not v.passed},
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(fields, ensure_ascii=False, indent=1, allow_nan=False) + "\n", "utf-8")


def section_rate(verdicts: Sequence[Verdict], name: str) -> Rate:
    """Share of the cases with an expected section whose first section is one of those expected."""
    asked = [v for v in verdicts if v.case.expect.sections_any]
    return Rate(name, sum(_section_right(v) for v in asked), len(asked))


def _section_right(verdict: Verdict) -> bool:
    return not any(f == "no answer" or f.startswith("section ") for f in verdict.failures)


def _rates(rates: Iterable[Rate], words: Words, family: str) -> list[dict[str, Any]]:
    return [
        {
            "group": r.group,
            "name": words.name(family, r.group),
            "good": r.good,
            "n": r.n,
            "share": _number(r.share),
            "interval": [_number(b) for b in r.interval],
        }
        for r in rates
    ]


def _number(x: float) -> float | None:
    return None if isnan(x) else round(x, 4)
