"""What was read from a file, as facts to compare with those written into it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.compile import compile_document
from corpus.errors import SourceError
from corpus.files.catalogue import read_parts
from corpus.files.limits import FormatError
from corpus.records import Document
from corpus.source import Source
from evals.layouts.documents import Facts, Made, plain


@dataclass(frozen=True)
class Score:
    """How many facts were written, found, and found although nobody wrote them."""

    written: int
    found: int
    invented: int

    def __add__(self, other: Score) -> Score:
        return Score(self.written + other.written, self.found + other.found, self.invented + other.invented)

    @property
    def recall(self) -> float:
        """Share of what was written; NaN for nothing."""
        return self.found / self.written if self.written else float("nan")

    @property
    def precision(self) -> float:
        """Share of what was found that was written; NaN for nothing."""
        both = self.found + self.invented
        return self.found / both if both else float("nan")


def score(made: Made, data: bytes) -> Score:
    """The facts of a PDF against those of the document it shows."""
    try:
        parts = read_parts("页.pdf", data)
    except (FormatError, SourceError):
        return Score(len(made.facts), 0, 0)
    source = Source("页.pdf", "", parts.text, parts.grids, parts.places, parts.doubtful, parts.aside, parts.remarks)
    found = facts_of(compile_document(source), {fact[0] for fact in made.facts})
    return Score(len(made.facts), len(found & made.facts), len(found - made.facts))


def facts_of(document: Document, kinds: set[str]) -> Facts:
    """The records as facts, of those kinds that the document was written with."""
    return frozenset(fact for fact in _facts(document) if fact[0] in kinds)


def _facts(document: Document) -> Iterator[tuple[str, ...]]:
    for duty in document.duties:
        yield "duties", plain(duty.text), duty.section
        yield "duty", duty.section, plain(duty.text)
    for section in document.sections:
        yield "section", section.name
    for tier in document.tiers:
        words = (plain(tier.violation), tier.name, plain(tier.circumstances))
        yield "tiers", *words, str(tier.fine.min_yuan), str(tier.fine.max_yuan)
    for check in document.checks:
        held = (check.matter, check.content, check.object, check.share)
        yield "checks", check.number, *(plain(passage.text) if passage else "" for passage in held)
    for boundary in document.boundaries:
        for share in boundary.shares:
            yield "shares", plain(boundary.matter), share.department, plain(share.text)
