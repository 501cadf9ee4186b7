"""A paper (文书) as values: what it says, free of how a file format writes it. `docx` and `html` render these.

Nothing here is ever invented: what is not known is a `Blank`, which every renderer prints as a visible mark to fill in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words."""

    text: str
    bold: bool = False

    def __post_init__(self) -> None:
        """Signs that no XML can hold are left out: a note keeps them, a Word file would not open."""
        if _UNWRITABLE.search(self.text):
            object.__setattr__(self, "text", _UNWRITABLE.sub("", self.text))


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to be filled in by hand."""

    what: str = ""
    """What belongs there, where no label beside it says so."""

    @property
    def mark(self) -> str:
        """What is printed."""
        return f"【待填：{self.what}】" if self.what else "【待填】"


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote on what stands before it: where the documents say so."""

    text: str


Inline = Text | Blank | Note
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the paper; level 1 (一、) or 2 (（一）)."""

    line: Line
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    line: Line
    align: Align = "left"
    indent: bool = True
    """First line set in by two characters, as in official documents."""


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels with their values, as a ruled form."""

    rows: tuple[tuple[str, Line], ...]
    tall: tuple[str, ...] = ()
    """Labels of rows that need room to write."""


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; its head is repeated on every page."""

    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[float, ...] = ()
    """Shares of the width; equal where empty."""
    caption: str = ""
    centred: tuple[int, ...] = ()
    """Columns whose words stand in the middle (numbers, findings)."""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Places to sign: a label each, in two columns."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A boxed warning to whoever signs (an amount outside of the lawful range, a gap of the document)."""

    line: Line


@dataclass(frozen=True, slots=True)
class Closing:
    """发文机关署名 and 成文日期, at the lower right, with the place of the seal."""

    issuer: Line
    date: Line
    seal: bool = True
    label: Line = ()
    """Words before it, as the document calls this part."""


Block = Heading | Paragraph | Fields | Table | Signatures | Notice | Closing


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper, ready to render."""

    title: str
    blocks: tuple[Block, ...]
    issuer: str = ""
    """发文机关标志 above the red line; empty for inner forms, which have none."""
    number: Line = ()
    """发文字号; only printed under an issuer."""
    landscape: bool = False


def words(text: str) -> Line:
    """A line of plain words."""
    return (Text(text),) if text else ()


def or_blank(text: str, what: str = "") -> Line:
    """The words where there are any, else a marked blank."""
    return words(text) or (Blank(what),)


def plain(line: Line) -> str:
    """The words of a line with its blanks, without notes."""
    return "".join(i.text if isinstance(i, Text) else i.mark if isinstance(i, Blank) else "" for i in line)


def table_paper(
    title: str,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    widths: Sequence[float] = (),
    remarks: Sequence[str] = (),
    landscape: bool = False,
) -> Paper:
    """A titled table with remarks below it: the plainest paper.

    Raises ValueError when a row has another number of cells than the head.
    """
    for n, row in enumerate(rows, start=1):
        if len(row) != len(head):
            raise ValueError(
                f"row {n} has {len(row)} cells, the head has {len(head)}: every row needs one cell a column"
            )
    table = Table(tuple(head), tuple(tuple(words(cell) for cell in row) for row in rows), tuple(widths))
    return Paper(title, (table, *(Paragraph(words(r), indent=False) for r in remarks)), landscape=landscape)
