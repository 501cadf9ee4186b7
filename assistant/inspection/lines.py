"""The clauses of a regime part as lines: tidy words without their numbering, each able to name its place and its id."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.inspection.checklist import Place
from corpus.records import Anomaly, Clause, Document, PartKind, Regime, RegimePart, Span
from corpus.tidy import Tidy, tidy, trim

ID_LENGTH = 12
"""Hexadecimal digits: 48 bits, far more than the few hundred lines of a bureau need to stay apart."""
_MARKS = "。；;，,、：: "


@dataclass(frozen=True)
class Line:
    """One clause of a part."""

    document: Document
    clause: Clause
    view: Tidy
    """Tidy words of the whole clause, numbering included."""

    @property
    def start(self) -> int:
        """Where the words begin in the view, after the numbering."""
        return len(self.clause.label)

    @property
    def words(self) -> str:
        """Tidy words without the numbering."""
        return self.view.text[self.start :]

    @property
    def bare(self) -> str:
        """The words without the closing sign."""
        return self.words.rstrip(_MARKS)

    @property
    def opens_list(self) -> bool:
        """Whether it only leads in what follows (`有下列情形之一的：`)."""
        return self.words.endswith(("：", ":"))

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Where the words `[start, end)` stand (all of them with the numbering by default)."""
        whole = end is None
        span = self.clause.span if whole else self.view.source(self.start + start, self.start + end)
        return Place(
            document=self.document.id,
            clause=self.clause.index,
            span=trim(self.document.text, span),
            path=self.clause.path,
        )

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Slices of `words` between 。 and ；."""
        start = 0
        for i, c in enumerate(self.words):
            if c in "。；;":
                yield start, i
                start = i + 1
        if start < len(self.words):
            yield start, len(self.words)


def lines(document: Document, part: RegimePart) -> tuple[Line, ...]:
    """The lines of a part in reading order."""
    held = (document.clauses[i] for i in part.clauses)
    return tuple(Line(document, c, tidy(document.text, c.span)) for c in held if c.text)


def lines_of(document: Document, regime: Regime, kind: PartKind) -> tuple[Line, ...]:
    """The lines of all parts of a kind, each once."""
    found = [line for part in regime.parts if part.kind == kind for line in lines(document, part)]
    return tuple({line.clause.index: line for line in found}.values())


def touching(document: Document, span: Span) -> tuple[Anomaly, ...]:
    """Anomalies that lie in, around or across a span."""
    return tuple(
        a
        for a in document.anomalies
        if any(p.start < span.end and span.start < p.end for p in (a.span, a.other) if p is not None)
    )


def deadlines_in(document: Document, place: Place) -> tuple[int, ...]:
    """Deadlines stated inside a place."""
    inside = (q for q in document.quantities if q.kind == "deadline" and q.clause == place.clause)
    return tuple(q.index for q in inside if place.span.start <= q.span.start < place.span.end)


class Ids:
    """Hands out ids made from content; the same content a second time gets a running suffix."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def of(self, *content: str) -> str:
        """The id of what these words say."""
        digest = hashlib.sha256("\0".join(content).encode()).hexdigest()[:ID_LENGTH]
        self._seen[digest] += 1
        return digest if self._seen[digest] == 1 else f"{digest}-{self._seen[digest]}"


def only(parts: Sequence[RegimePart], kind: PartKind) -> tuple[RegimePart, ...]:
    """The parts of one kind."""
    return tuple(p for p in parts if p.kind == kind)
