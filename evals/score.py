"""Verdicts: a case and its answer → what failed. Pure; reads no file, asks nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.answer import Answer, Citation
from evals.case import Case
from evals.checks import CHECKS
from evals.number_lock import loose_numbers


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one case."""

    case: Case
    failures: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return not self.failures


def evaluate(
    cases: Iterable[Case], answers: Mapping[str, Answer], sources: Mapping[str, str] | None
) -> tuple[Verdict, ...]:
    """A verdict per case, in order. `answers` by case id; `sources` maps a citation's file to its decoded text."""
    return tuple(Verdict(c, failures(c, answers[c.id], sources) if c.id in answers else ("no answer",)) for c in cases)


def failures(case: Case, answer: Answer, sources: Mapping[str, str] | None) -> tuple[str, ...]:
    """Names of the checks that failed: those the case asks for, and on every answer the two that nobody has to ask for.

    With `sources` each quote must stand in its file at its place; without, it must at least not be empty.
    """
    found = [failed for check in CHECKS if (failed := check(case.expect, answer)) is not None]
    if loose := loose_numbers(answer):
        found.append(f"unsourced {sorted(loose)[:4]}")
    if sources is not None and not all(_verbatim(c, sources) for c in answer.citations):
        found.append("citation not verbatim")
    if sources is None and not all(c.quote for c in answer.citations):
        found.append("empty quote")
    return tuple(found)


def _verbatim(citation: Citation, sources: Mapping[str, str]) -> bool:
    text = sources.get(citation.file)
    return text is not None and text[citation.start : citation.end] == citation.quote
