"""One row of a run-together table: which words stand under which column.

What holds the words apart is what cannot stand elsewhere: yes and no, ways of checking, shares, the authority that every
row names, law and article. Two long texts side by side are parted at a full stop only.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.grid import Cell
from corpus.records import Span
from corpus.tables.cells import NEVER, Cost, is_law, is_method, is_number, is_organ, is_section, is_share, misfit
from corpus.tables.column_names import holds
from corpus.tables.pieces_to_row import OPENS_LAW, assembled
from corpus.tables.placing import least_cost, place
from corpus.tables.rows import Row
from corpus.tidy import tidy

_STRICT = frozenset(("number", "yes_no", "count", "mark"))
_LONG = frozenset(("text", "law"))
_STOPS = tuple("。；;…")
_LABEL = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.、．]?|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳])")
_FIRST = re.compile(r"1[.、．](?!\d)|[（(][一1][）)]|①")
_BARE_LABEL = re.compile(r"\d{1,2}[.、．]|\d{1,2}(?:\.\d{1,2})+")
_SHARE_MAX = 40
_NAME_MAX = 80
_WRONG: Cost = 3
_NO_STOP: Cost = 1
"""A long text ends without a stop."""
_LEFT_OUT: Cost = 1
_NOTE_LEFT_OUT: Cost = 0.25
_SLACK: Cost = 0.3
_DEAR: Cost = 6
"""A row that costs more is looked at as two, of which the second has no number."""


@dataclass(frozen=True)
class RunningRows:
    """The rows of a table's body."""

    text: str
    kinds: Sequence[str]
    body: Sequence[Cell]
    _known: dict[str, bool] = field(default_factory=dict[str, bool])

    @functools.cached_property
    def organs(self) -> frozenset[str]:
        """Authorities that are named again and again as a word of their own."""
        counts = Counter(word.text for word in self.body if is_organ(word.text) and len(word.text) > 1)
        return frozenset(name for name, count in counts.items() if count > 1)

    @functools.cached_property
    def sorts(self) -> tuple[str, ...]:
        """What the cells of each column hold."""
        return tuple(holds(kind) for kind in self.kinds)

    def special(self, words: str) -> bool:
        """Whether there is a column of their own for such words."""
        if words not in self._known:
            self._known[words] = (
                words in self.organs
                or ("method" in self.sorts and is_method(words))
                or ("yes_no" in self.sorts and misfit("yes_no", words) == 0)
                or ("share" in self.sorts and is_share(words) and len(words) <= _SHARE_MAX and not _LABEL.match(words))
            )
        return self._known[words]

    def cost(self, start: int, end: int) -> Cost:
        """What the words from `start` to `end` cost as a row."""
        puzzle = self._puzzle(start, end)
        return least_cost(len(puzzle.words), len(self.kinds), puzzle.opens, puzzle.left_out, puzzle.goes_on)

    def _puzzle(self, start: int, end: int) -> _Puzzle:
        return _Puzzle(self, tuple(_glued(self.text, self.body[start:end])))

    def rows(self, start: int, end: int) -> list[Row]:
        """The row that those words are; two where they are one after another under one number."""
        cut = self._cut(start, end) if self.cost(start, end) > _DEAR else None
        if cut is None:
            return [self._row(start, end)]
        first, second = self._row(start, cut), self._row(cut, end)
        matter = {"number", "matter", "field", "class"}
        shared = tuple(
            replace(above, carried=True) if kind in matter and above.text and not own.text else own
            for kind, above, own in zip(self.kinds, first.cells, second.cells, strict=True)
        )
        return [first, Row(shared, second.unsure)]

    def _cut(self, start: int, end: int) -> int | None:
        """Where a second row without a number begins; None where that is no better."""
        costs = {cut: self.cost(start, cut) + self.cost(cut, end) for cut in range(start + 2, end - 1)}
        best = min(costs, key=lambda cut: costs[cut], default=None)
        if best is None or costs[best] >= self.cost(start, end) - _WRONG:
            return None
        return best if sum(cost <= costs[best] + _SLACK for cost in costs.values()) == 1 else None

    def _row(self, start: int, end: int) -> Row:
        puzzle = self._puzzle(start, end)
        homes = place(len(puzzle.words), len(self.kinds), puzzle.opens, puzzle.left_out, puzzle.goes_on, slack=_SLACK)
        return assembled(self.text, puzzle.words, homes, len(self.kinds))


@dataclass(frozen=True)
class _Puzzle:
    """Costs of putting words under columns."""

    table: RunningRows
    words: tuple[Cell, ...]

    def opens(self, i: int, j: int) -> Cost:
        return self._open_costs[i][j]

    def goes_on(self, i: int, j: int) -> Cost:
        return self._further_costs[i][j]

    def left_out(self, j: int) -> Cost:
        return _NOTE_LEFT_OUT if self.table.kinds[j] in ("note", "result", "times") else _LEFT_OUT

    @functools.cached_property
    def _open_costs(self) -> list[list[Cost]]:
        return [[self._opens(i, j) for j in range(len(self.table.kinds))] for i in range(len(self.words))]

    @functools.cached_property
    def _further_costs(self) -> list[list[Cost]]:
        return [[self._goes_on(i, j) for j in range(len(self.table.kinds))] for i in range(len(self.words))]

    def _opens(self, i: int, j: int) -> Cost:
        words, sort = self.words[i].text, self.table.sorts[j]
        if sort in _STRICT:
            return misfit(sort, words) if sort != "number" or i == 0 else NEVER
        before = self.words[i - 1].text if i else ""
        parted = 0 if not i or before.endswith(_STOPS) or not self._long(i - 1) else _NO_STOP
        return self._suits(words, sort, self.table.kinds[j]) + parted

    def _goes_on(self, i: int, j: int) -> Cost:
        words, sort = self.words[i].text, self.table.sorts[j]
        if sort in ("share", "method"):
            fits = is_share(words) if sort == "share" else is_method(words)
            return 0.3 if fits else NEVER
        if sort not in ("law", "text", "name", "phrases"):
            return NEVER
        if self._special(words):
            return _WRONG
        if sort == "law":
            if is_number(words):
                return 0.5
            return 0.5 if _FIRST.match(words) and not is_law(words) and self._ended(i) else 0.05
        return (0.1 if sort == "text" else 0.6) + self._foreign(words, sort)

    def _suits(self, words: str, sort: str, kind: str) -> Cost:
        if sort == "organ":
            return 0 if words in self.table.organs else 0.5 if is_organ(words) else NEVER
        if sort == "method":
            return 0 if is_method(words) else NEVER
        if sort == "share":
            return 0 if is_share(words) and len(words) <= _SHARE_MAX else NEVER
        if sort in ("level", "degree", "section"):
            return 0 if misfit(sort, words) == 0 else NEVER
        if sort == "law":
            return 0 if OPENS_LAW.match(words) or is_law(words) else _WRONG
        special = _WRONG if self._special(words) else 0
        elsewhere = 1 if is_section(words) and kind != "note" and "note" in self.table.kinds else 0
        number = 0.5 if is_number(words) else 0
        length = 2 if sort == "name" and len(words) > _NAME_MAX else 0
        return special + elsewhere + number + length + self._foreign(words, sort)

    def _special(self, words: str) -> bool:
        return self.table.special(words)

    def _foreign(self, words: str, sort: str) -> Cost:
        return _WRONG if "law" in self.table.sorts and sort != "law" and OPENS_LAW.match(words) else 0

    def _long(self, i: int) -> bool:
        """Whether a word is part of a long text: its end says nothing unless a stop stands there."""
        words = self.words[i].text
        return not self._special(words) and (len(words) > _NAME_MAX // 2 or is_law(words))

    def _ended(self, i: int) -> bool:
        return i > 0 and self.words[i - 1].text.endswith(_STOPS)


def _glued(text: str, words: Sequence[Cell]) -> list[Cell]:
    """Words with a bare numbering before them joined to it (`5.1 培训`)."""
    glued: list[Cell] = []
    for word in words:
        label = glued[-1].text if glued else ""
        if label and _BARE_LABEL.fullmatch(label):
            span = Span(glued[-1].span.start, word.span.end)
            glued[-1] = Cell(tidy(text, span).text, span)
        else:
            glued.append(word)
    return glued
