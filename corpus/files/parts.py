"""What a file format yields: text, tables, and where in the original each stretch of the text stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.grid import Grid
from corpus.records import Anomaly, Place, Span


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with its place in the original."""

    text: str
    cell: str | None = None
    """`Sheet1!B3`, `表2!R3C1`, `第5段`."""
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    """Left, top, right, bottom in points from the upper left corner of the page."""
    doubtful: bool = False
    """Character recognition was not sure of it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A file's extracted text with what is known about it; spans index `text`."""

    text: str
    grids: tuple[Grid, ...] = ()
    places: tuple[Place, ...] = ()
    doubtful: tuple[Span, ...] = ()
    aside: tuple[tuple[Span, str], ...] = ()
    """Stretches that are no part of the document's own words, at the end of the text, and why."""
    remarks: tuple[Anomaly, ...] = ()
    """What a reader should know about the extraction."""


@dataclass(slots=True)
class PartsBuilder:
    """Writes a text from front to back and notes spans on the way."""

    grids: list[Grid] = field(default_factory=list[Grid])
    remarks: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """Code and sentence of each remark."""
    _pieces: list[str] = field(default_factory=list[str])
    _places: list[Place] = field(default_factory=list[Place])
    _doubtful: list[Span] = field(default_factory=list[Span])
    _left_out: list[tuple[str, tuple[Run, ...]]] = field(default_factory=list[tuple[str, tuple[Run, ...]]])
    _at: int = 0

    @property
    def at(self) -> int:
        """Offset of the next character."""
        return self._at

    def write(self, text: str) -> None:
        """Add characters that only lay the text out."""
        self._pieces.append(text)
        self._at += len(text)

    def add(self, *runs: Run) -> Span:
        """Add runs one after another; the span of all of them."""
        start = self._at
        for run in runs:
            begin = self._at
            self.write(run.text)
            span = Span(begin, self._at)
            if span.start == span.end:
                continue
            if run.cell or run.page:
                self._places.append(Place(span=span, page=run.page, box=run.box, cell=run.cell))
            if run.doubtful:
                self._doubtful.append(span)
        return Span(start, self._at)

    def paragraph(self, *runs: Run) -> Span:
        """Add runs as a paragraph: an empty line after it keeps what follows apart. Nothing for blank ones."""
        if not any(run.text.strip() for run in runs):
            return Span(self._at, self._at)
        span = self.add(*runs)
        self.write("\n\n")
        return span

    def leave_out(self, reason: str, *runs: Run) -> None:
        """Keep words that the document's own text does not hold; they are written after its end."""
        if any(run.text.strip() for run in runs):
            self._left_out.append((reason, runs))

    def remark(self, code: str, text: str) -> None:
        """Note something about the extraction; the same remark counts once."""
        if (code, text) not in self.remarks:
            self.remarks.append((code, text))

    def text_of(self, span: Span) -> str:
        """What was written there."""
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0][span.start : span.end] if self._pieces else ""

    def parts(self) -> Parts:
        """Everything written, the words left out last."""
        end = self._at
        aside: list[tuple[Span, str]] = []
        if self._left_out:
            self.write("\n")
        for reason, runs in self._left_out:
            aside.append((self.paragraph(*runs), reason))
        text = "".join(self._pieces)
        top = _first_line(text, end)
        return Parts(
            text=text,
            grids=tuple(sorted(self.grids, key=lambda grid: (grid.span.start, -grid.span.end))),
            places=tuple(sorted(self._places, key=lambda place: place.span)),
            doubtful=tuple(self._doubtful),
            aside=tuple(aside),
            remarks=tuple(Anomaly(code=code, text=said, span=top) for code, said in self.remarks),
        )


def _first_line(text: str, end: int) -> Span:
    start = end - len(text[:end].lstrip())
    stop = text.find("\n", start, end)
    return Span(start, end if stop < 0 else stop)
