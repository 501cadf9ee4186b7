"""A report against what a marked text expects."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.claims.report import Claim, Report
from evals.texts.marked import Mark, MarkedText


@dataclass(frozen=True, slots=True)
class Outcome:
    """One mark and the verdicts on it."""

    text: MarkedText
    mark: Mark
    verdicts: tuple[str, ...]

    @property
    def right(self) -> bool:
        """The verdict expected is there; of a true statement nothing is called contradicted besides."""
        clean = self.mark.kind != "true" or "contradicted" not in self.verdicts
        return self.mark.expected in self.verdicts and clean


@dataclass(frozen=True, slots=True)
class FalseAlarm:
    """A claim called contradicted where nothing was planted."""

    text: MarkedText
    claim: Claim


def outcomes(text: MarkedText, report: Report) -> tuple[Outcome, ...]:
    """One for each mark."""
    return tuple(
        Outcome(text, m, tuple(c.verdict for c in report.claims if c.start < m.end and m.start < c.end))
        for m in text.marks
    )


def false_alarms(text: MarkedText, report: Report) -> tuple[FalseAlarm, ...]:
    """Claims called contradicted outside every planted error."""
    errors = [m for m in text.marks if m.kind != "true"]
    return tuple(
        FalseAlarm(text, c)
        for c in report.claims
        if c.verdict == "contradicted" and not any(c.start < m.end and m.start < c.end for m in errors)
    )


def misplaced(text: MarkedText, report: Report) -> tuple[Claim, ...]:
    """Claims whose text is not the stretch that they point at."""
    return tuple(c for c in report.claims if text.text[c.start : c.end] != c.text or not c.text)


def share(right: Iterable[bool]) -> tuple[int, int]:
    """How many are right, of how many."""
    all_ = list(right)
    return sum(all_), len(all_)
