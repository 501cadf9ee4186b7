"""A row whose cells are cut into pieces (paragraphs, words between blanks): the pieces put together under the columns."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from corpus.grid import Cell
from corpus.records import Span
from corpus.tables.cells import NEVER, Cost, is_law, misfit
from corpus.tables.column_names import holds
from corpus.tables.placing import place
from corpus.tables.rows import Row, blank
from corpus.tidy import tidy

OPENS_LAW = re.compile(
    r"(?:\d{1,2}[.、．]|[（(][一二三四五六七八九十\d]{1,3}[）)])?(?:[\u4e00-\u9fff]{0,8}依据[:：]|《[^》]+》|第[一二三四五六七八九十百零\d]{1,5}条)"
)
_LIST = re.compile(r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).、．]|[①-⑳])")
_LAW_ELSEWHERE: Cost = 3
_LAW_AFTER_LAW: Cost = 0.2
_MORE: Cost = 0.5
"""A further piece in a column: rather a column of its own, where it suits one."""
_LEFT_OUT: Cost = 1
_NOTE_LEFT_OUT: Cost = 0.25


def row_of(text: str, pieces: Sequence[Cell], kinds: Sequence[str]) -> Row:
    """A row from its pieces, blank ones included where the source shows blank cells.

    A column that an unsure piece might belong to is unsure with all its pieces.
    """
    sorts = [holds(kind) for kind in kinds]
    law = "law" in sorts

    @functools.cache
    def opens(i: int, j: int) -> Cost:
        return misfit(sorts[j], pieces[i].text) + _foreign(pieces[i].text, sorts[j], law)

    @functools.cache
    def goes_on(i: int, j: int) -> Cost:
        return _further(pieces[i - 1].text, pieces[i].text, sorts[j], law) if i else NEVER

    def left_out(j: int) -> Cost:
        return _NOTE_LEFT_OUT if kinds[j] in ("note", "result", "times") else _LEFT_OUT

    homes = place(len(pieces), len(kinds), opens, left_out, goes_on)
    return assembled(text, pieces, homes, len(kinds))


def _foreign(words: str, sort: str, law: bool) -> Cost:
    """What a law costs in another column where there is one for laws."""
    return _LAW_ELSEWHERE if law and sort != "law" and OPENS_LAW.match(words) else 0


def _further(before: str, words: str, sort: str, law: bool) -> Cost:
    """What a further piece costs in a column of that sort."""
    if not words or not before:
        return NEVER
    if sort == "law":
        return _LAW_AFTER_LAW if is_law(words) or before.endswith("。") else _MORE
    if sort not in ("text", "phrases", "name"):
        return NEVER
    listed = bool(_LIST.match(words))
    odd = sort != "text" and (2 if words.endswith("。") else 1)
    return _MORE + odd - 0.2 * listed + _foreign(words, sort, law)


def assembled(text: str, pieces: Sequence[Cell], homes: Sequence[int | None], columns: int) -> Row:
    """The row that pieces make under the columns that were found for them.

    A column that an unsure piece might belong to is unsure with all its pieces.
    """
    doubtful = _touched(homes, columns)
    at = pieces[0].span.start if pieces else 0
    row = [blank(at)] * columns
    for j in set(range(columns)) - doubtful:
        own = [piece for piece, home in zip(pieces, homes, strict=True) if home == j and piece.text]
        if own:
            span = Span(own[0].span.start, own[-1].span.end)
            row[j] = Cell(tidy(text, span).text, span)
    unsure = [piece for piece, home in zip(pieces, homes, strict=True) if home is None or home in doubtful]
    return Row(tuple(row), tuple(piece for piece in unsure if piece.text))


def _touched(homes: Sequence[int | None], columns: int) -> set[int]:
    """Columns beside unsure pieces: their cells may be longer than they look."""
    touched: set[int] = set()
    for i, home in enumerate(homes):
        if home is None:
            before = next((h for h in reversed(homes[:i]) if h is not None), 0)
            after = next((h for h in homes[i:] if h is not None), columns - 1)
            touched |= {before, after} - ({before} if i == 0 else set())
    return touched
