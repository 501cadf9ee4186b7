"""The pieces of a line that wide gaps part, and header names put together from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.files.pdf.lines import Line
from corpus.files.pdf.page import Box, Letter, around
from corpus.tables.column_names import kind_of

_GAP = 0.3
"""Of a letter's height: what is closer stands together for certain."""
_MOST_LINES = 3
"""Lines of one header."""
_MOST_NAME = 16


@dataclass(frozen=True, slots=True)
class Name:
    """A cell of a header that nothing but its place sets apart."""

    text: str
    box: Box

    @property
    def known(self) -> bool:
        """Whether it names a kind of column."""
        return bool(kind_of(self.text))


@dataclass(frozen=True, slots=True)
class Header:
    """The names of a table's columns and the last line they stand in."""

    names: tuple[Name, ...]
    last: int
    """Index of that line."""

    @property
    def bottom(self) -> float:
        """Lower edge of its words."""
        return max(name.box.bottom for name in self.names)

    @property
    def top(self) -> float:
        """Upper edge of its words."""
        return min(name.box.top for name in self.names)


def pieces(letters: Sequence[Letter], gap: float = _GAP) -> list[list[Letter]]:
    """The letters of one line where wide gaps part them."""
    found: list[list[Letter]] = []
    for letter in sorted((x for x in letters if x.text.strip()), key=lambda x: x.box.left):
        before = found[-1][-1] if found else None
        if before is not None and letter.box.left - before.box.right <= gap * min(letter.size, before.size):
            found[-1].append(letter)
        else:
            found.append([letter])
    return found


def header_at(lines: Sequence[Line], start: int) -> Header | None:
    """The header that begins with a line: most of its names are known names of columns; None where there is none."""
    best: Header | None = None
    for end in range(start, min(start + _MOST_LINES, len(lines))):
        names = _names(lines[start : end + 1])
        if names and (best is None or len(names) > len(best.names)):
            best = Header(tuple(names), end)
    return best


def _names(lines: Sequence[Line]) -> list[Name] | None:
    """The names in one line, or in lines whose pieces stand under each other; None for what is no header."""
    if len(lines) == 1:
        found = _joined([_name(piece) for piece in pieces(lines[0].letters)])
    else:
        found = _stacked([_name(piece) for line in lines for piece in pieces(line.letters)])
    known = [name for name in found if name.known]
    texts = {name.text for name in found}
    if len(found) < 2 or len(texts) < len(found) or any(len(name.text) > _MOST_NAME for name in found):
        return None
    enough = len(known) == len(found) if len(found) == 2 else len(known) * 2 > len(found) and len(known) >= 2
    return found if enough else None


def _joined(names: list[Name]) -> list[Name]:
    """Pieces joined where that makes a known name: 序 and 号."""
    # As few unknown names as can be, and of those as many names as can be.
    best: list[tuple[int, int, list[Name]]] = [(0, 0, [])]
    for end in range(1, len(names) + 1):
        options: list[tuple[int, int, list[Name]]] = []
        for start in range(max(0, end - 4), end):
            name = _together(names[start:end])
            unknown, count, before = best[start]
            bad = 0 if name.known else 1 if end - start == 1 else 9
            options.append((unknown + bad, count - 1, [*before, name]))
        best.append(min(options, key=lambda option: option[:2]))
    return best[-1][2]


def _stacked(names: list[Name]) -> list[Name]:
    """Pieces that stand over each other as one name each."""
    groups: list[list[Name]] = []
    for name in sorted(names, key=lambda n: n.box.left):
        group = groups[-1] if groups else []
        if group and name.box.left < max(n.box.right for n in group):
            group.append(name)
        else:
            groups.append([name])
    return [_together(sorted(group, key=lambda n: n.box.top)) for group in groups]


def _name(piece: Sequence[Letter]) -> Name:
    return Name("".join(letter.text for letter in piece), around([letter.box for letter in piece]))


def _together(names: Sequence[Name]) -> Name:
    return Name("".join(name.text for name in names), around([name.box for name in names]))
