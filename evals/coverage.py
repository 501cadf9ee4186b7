"""Which figures of the documents no case asks for: penalties, indicators of a regime, deadlines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.records import Corpus, Document, Penalty, Span
from evals.case import Case
from evals.numerals import squeeze


@dataclass(frozen=True, slots=True)
class Fact:
    """A record that a case should touch."""

    kind: str
    """`penalty`, `indicator` or `deadline`."""
    file: str
    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """Facts of the documents and those that no case's quote touches, in document order."""

    facts: tuple[Fact, ...]
    untouched: tuple[Fact, ...]


def coverage(corpus: Corpus, cases: Iterable[Case]) -> Coverage:
    """Compare the facts of a corpus with the places that the cases' `quote` expressions match."""
    patterns = sorted({squeeze(c.expect.quote) for c in cases if c.expect.quote})
    facts: list[Fact] = []
    untouched: list[Fact] = []
    for document in corpus.documents:
        touched = tuple(_places(document.text, patterns))
        for fact in _facts(document):
            facts.append(fact)
            if not any(s.start < fact.span.end and fact.span.start < s.end for s in touched):
                untouched.append(fact)
    return Coverage(tuple(facts), tuple(untouched))


def _places(text: str, patterns: Iterable[str]) -> Iterator[Span]:
    """Spans of the source that a pattern matches once white space is left out."""
    offsets = [i for i, c in enumerate(text) if not c.isspace()]
    tight = "".join(text[i] for i in offsets)
    for pattern in patterns:
        for m in re.finditer(pattern, tight):
            if m.end() > m.start():
                yield Span(offsets[m.start()], offsets[m.end() - 1] + 1)


def _facts(document: Document) -> Iterator[Fact]:
    for p in document.penalties:
        # Consequences of one sentence share its span; the words that state the fine tell them apart.
        yield Fact("penalty", document.file, p.fine.span or p.span, _penalty_label(p))
    for q in document.quantities:
        if q.kind == "deadline":
            yield Fact("deadline", document.file, q.span, f"{q.label} {squeeze(document.quote(q.span))}")
        elif q.regime is not None and q.part == "indicators":
            yield Fact("indicator", document.file, q.span, f"{q.label} {squeeze(document.quote(q.span))}")


def _penalty_label(penalty: Penalty) -> str:
    return "：".join(part for part in (penalty.violation, penalty.when) if part)
