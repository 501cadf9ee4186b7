"""Header rows in two lines: the names in the second stand under some of those in the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.grid import Cell
from corpus.tables.column_names import column_names, kind_of, plain_name

_LONGEST_NAME = 24


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table in order, and the header cells that stand over several of them."""

    columns: tuple[Cell, ...]
    groups: tuple[Cell, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kind of each column; empty for a name that is not known."""
        return tuple(kind_of(cell.text) for cell in self.columns)


def named(cells: Sequence[Cell]) -> bool:
    """Whether cells are a header: short words, most of them names of known kinds of column, none twice."""
    texts = [plain_name(cell.text) for cell in cells if cell.text]
    known = [text for text in texts if kind_of(text)]
    return (
        len(texts) >= 2
        and len(known) * 2 > len(texts)
        and all(len(text) <= _LONGEST_NAME for text in texts)
        and len(set(texts)) == len(texts)
    )


def two_lines(first: Sequence[Cell], second: Sequence[Cell]) -> Header | None:
    """The columns of a header whose second line names columns under groups; None where that is not certain."""
    under: dict[int, list[Cell]] = {}
    at = 0
    for child in second:
        group = next((i for i in range(at, len(first)) if _belongs(child.text, first[i].text)), None)
        if group is None:
            return None
        under.setdefault(group, []).append(child)
        at = group
    columns = [leaf for i, cell in enumerate(first) for leaf in under.get(i, [cell])]
    return Header(tuple(columns), tuple(first[i] for i in sorted(under)))


def stacked(first: Sequence[Cell], second: Sequence[Cell]) -> Header | None:
    """The columns of a header whose two lines have a place for each column, blank where a name spans; else None.

    A name in the second line stands under a group above it, or under a blank place right of one.
    """
    if len(first) != len(second) or not any(cell.text for cell in second):
        return None
    columns: list[Cell] = []
    groups: list[Cell] = []
    for over, under in zip(first, second, strict=True):
        if under.text and not kind_of(under.text):
            return None
        if under.text and over.text:
            groups.append(over)
        if under.text or over.text:
            columns.append(under if under.text else over)
    spanned = sum(bool(under.text and not over.text) for over, under in zip(first, second, strict=True))
    if not groups or not spanned or len(columns) != len(first) or not named(columns):
        return None
    return Header(tuple(columns), tuple(groups))


def split_run(names: Sequence[Cell]) -> Header:
    """A header read as one run of names: the names at its end may be the second line of one in two lines."""
    for cut in range(2, len(names)):
        joined = two_lines(names[:cut], names[cut:])
        # A group stands over two columns at least; one name after another of its kind is a column beside it.
        if joined is not None and len(names) - cut >= 2 * len(joined.groups):
            return joined
    return Header(tuple(names))


def _belongs(child: str, group: str) -> bool:
    name, over = plain_name(child), plain_name(group)
    return any(over.endswith(word) and name in children for word, children in column_names().groups.items())
