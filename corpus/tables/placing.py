"""Puts the pieces of a row under its columns where the flattening lost the borders, and says which of them are sure.

Pieces keep their order; a column takes any run of them, or none. Of all ways to put them, those that suit the columns
best are kept; a piece is sure when it stands under the same column in all of them. Nothing else is taken for certain.
"""

from __future__ import annotations

from collections.abc import Callable

from corpus.tables.cells import NEVER, Cost

_SAME = 1e-6

PieceCost = Callable[[int, int], Cost]
"""How badly a piece (its number) suits a column (its number)."""


def never(_piece: int, _column: int) -> Cost:
    """For tables whose pieces are whole cells: no column takes a second one."""
    return NEVER


def least_cost(
    pieces: int, columns: int, opens: PieceCost, left_out: Callable[[int], Cost], goes_on: PieceCost = never
) -> Cost:
    """What the best way to put the row costs; `NEVER` and more where none suits."""
    return _ahead(pieces, columns, opens, left_out, goes_on)[0][0][0]


def place(
    pieces: int,
    columns: int,
    opens: PieceCost,
    left_out: Callable[[int], Cost],
    goes_on: PieceCost = never,
    slack: Cost = _SAME,
) -> list[int | None]:
    """For each piece its column, or None where the best ways to put the row differ or no way suits at all.

    `opens` is the cost of a piece as the first of a column's, `goes_on` as a further one, `left_out` that of a column
    that gets none; ways that cost at most `slack` more than the best are as good.
    """
    fresh, going = _ahead(pieces, columns, opens, left_out, goes_on)
    best = fresh[0][0]
    if best >= NEVER:
        return [None] * pieces
    before_fresh, before_going = _behind(pieces, columns, opens, left_out, goes_on)
    placed: list[int | None] = []
    for i in range(pieces):
        homes = [
            j
            for j in range(columns)
            if min(before_fresh[i][j] + opens(i, j), before_going[i][j] + goes_on(i, j)) + going[i + 1][j]
            <= best + slack
        ]
        placed.append(homes[0] if len(homes) == 1 else None)
    return placed


_Table = list[list[Cost]]


def _ahead(
    pieces: int, columns: int, opens: PieceCost, left_out: Callable[[int], Cost], goes_on: PieceCost
) -> tuple[_Table, _Table]:
    """`[i][j]`: the least cost of the pieces from `i` on where column `j` is still empty; where it holds `i - 1`."""
    fresh, going = _blank(pieces, columns), _blank(pieces, columns)
    fresh[pieces][columns] = 0
    for i in range(pieces, -1, -1):
        for j in range(columns - 1, -1, -1):
            more = goes_on(i, j) + going[i + 1][j] if i < pieces else NEVER
            going[i][j] = min(more, fresh[i][j + 1], NEVER)
            first = opens(i, j) + going[i + 1][j] if i < pieces else NEVER
            fresh[i][j] = min(left_out(j) + fresh[i][j + 1], first, NEVER)
    return fresh, going


def _behind(
    pieces: int, columns: int, opens: PieceCost, left_out: Callable[[int], Cost], goes_on: PieceCost
) -> tuple[_Table, _Table]:
    """`[i][j]`: the least cost of the pieces before `i` where column `j` is still empty; where it holds `i - 1`."""
    fresh, going = _blank(pieces, columns), _blank(pieces, columns)
    fresh[0][0] = 0
    for i in range(pieces + 1):
        for j in range(columns):
            if i:
                first, more = fresh[i - 1][j] + opens(i - 1, j), going[i - 1][j] + goes_on(i - 1, j)
                going[i][j] = min(first, more, NEVER)
            fresh[i][j + 1] = min(fresh[i][j + 1], fresh[i][j] + left_out(j), going[i][j], NEVER)
    return fresh, going


def _blank(pieces: int, columns: int) -> _Table:
    return [[NEVER] * (columns + 1) for _ in range(pieces + 1)]
