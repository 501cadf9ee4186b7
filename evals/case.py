"""A case: one question and what must hold of its answer. Case files are JSON lines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

Kind = Literal[
    "route",
    "clarify",
    "boundary",
    "section",
    "penalty",
    "supervision",
    "plan",
    "deadline",
    "corpus",
    "not_in_corpus",
    "out_of_scope",
    "smalltalk",
    "injection",
]
Audience = Literal["citizen", "staff", "inspector"]

CASES = Path(__file__).parent / "cases"


class CaseError(Exception):
    """A case file cannot be used; the text says which line and why."""


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Expectation(_Value):
    """Checks on one answer; those given must all hold."""

    status: tuple[str, ...] | None = None
    """The status is one of these."""
    sections_any: tuple[str, ...] | None = None
    """The first section is one of these."""
    fine: tuple[int, int] | None = None
    """Some penalty has exactly this range in yuan; a lower bound of 0 stands for "only an upper bound"."""
    per: Literal["person"] | None = None
    """… and that range is per person. Read together with `fine` only."""
    multiple: tuple[float, float] | None = None
    """Some penalty is this multiple of its base."""
    total: tuple[float, float] | None = None
    """Some penalty's total for the facts given, in yuan."""
    no_fine_amount: bool = False
    """No penalty carries an amount, and the text speaks of no sum of money."""
    figures: tuple[float, ...] | None = None
    """Each is the value of a figure, or stands in the text in digits or Chinese numerals."""
    text_any: tuple[str, ...] | None = None
    text_all: tuple[str, ...] | None = None
    text_not: tuple[str, ...] | None = None
    """Regular expressions on the text (`text_any`, `text_all`: white space ignored on both sides)."""
    quote: str | None = None
    """A regular expression that some citation's quote matches (white space ignored on both sides)."""
    steps_min: int = 0
    options_any: tuple[str, ...] | None = None
    """One of these words stands in the options or in the text."""
    warning: bool = False
    no_digits_phone: bool = False
    """No run of seven or more digits in the text."""
    no_unsourced: bool = False
    """For the reader of the file only: the number lock is checked on every answer."""


class Case(_Value):
    """One question and its checks."""

    id: str
    kind: Kind
    audience: Audience
    q: str
    session: str | None = None
    as_of: date | None = None
    expect: Expectation


def read_cases(folder: Path = CASES) -> tuple[Case, ...]:
    """All cases of a folder's `*.jsonl`, in order of file name and line.

    Raises CaseError for a line that is no case, and for an id used twice.
    """
    cases = tuple(case for file in sorted(folder.glob("*.jsonl")) for case in _lines(file))
    seen: set[str] = set()
    for case in cases:
        if case.id in seen:
            raise CaseError(f"{folder}: id {case.id} is used twice")
        seen.add(case.id)
    return cases


def _lines(file: Path) -> Iterable[Case]:
    for n, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield Case.model_validate_json(line)
            except ValidationError as error:
                raise CaseError(f"{file}:{n}: {error}") from error
