"""Puts the cells of a row that lost some of them under their columns, and says which of them are sure.

Cells keep their order. Of all ways to put them, those that suit the columns best are kept; a cell is sure when it
stands under the same column in all of them. Nothing else is ever taken for certain.
"""

from __future__ import annotations

from collections.abc import Callable

from corpus.tables.cells import NEVER, Cost

_SAME = 1e-6


def place(
    cells: int, columns: int, cost: Callable[[int, int], Cost], left_out: Callable[[int], Cost]
) -> list[int | None]:
    """For each cell its column, or None where the best ways to put the row differ or no way suits at all.

    `cost(cell, column)` is how badly a cell suits a column, `left_out(column)` what it costs when a column gets none.
    """
    if cells > columns:
        return [None] * cells
    ahead = _table(cells, columns, cost, left_out)
    best = ahead[0][0]
    if best >= NEVER:
        return [None] * cells
    behind = _behind(cells, columns, cost, left_out)
    placed: list[int | None] = []
    for i in range(cells):
        homes = [j for j in range(columns) if behind[i][j] + cost(i, j) + ahead[i + 1][j + 1] <= best + _SAME]
        placed.append(homes[0] if len(homes) == 1 else None)
    return placed


def _table(
    cells: int, columns: int, cost: Callable[[int, int], Cost], left_out: Callable[[int], Cost]
) -> list[list[Cost]]:
    """`[i][j]`: the least cost of putting the cells from `i` on under the columns from `j` on."""
    table = [[NEVER] * (columns + 1) for _ in range(cells + 1)]
    table[cells][columns] = 0
    for i in range(cells, -1, -1):
        for j in range(columns - 1, -1, -1):
            skip = left_out(j) + table[i][j + 1]
            take = cost(i, j) + table[i + 1][j + 1] if i < cells else NEVER
            table[i][j] = min(skip, take, NEVER)
    return table


def _behind(
    cells: int, columns: int, cost: Callable[[int, int], Cost], left_out: Callable[[int], Cost]
) -> list[list[Cost]]:
    """`[i][j]`: the least cost of putting the cells before `i` under the columns before `j`."""
    table = [[NEVER] * (columns + 1) for _ in range(cells + 1)]
    table[0][0] = 0
    for i in range(cells + 1):
        for j in range(columns + 1):
            if i == j == 0:
                continue
            skip = table[i][j - 1] + left_out(j - 1) if j else NEVER
            take = table[i - 1][j - 1] + cost(i - 1, j - 1) if i and j else NEVER
            table[i][j] = min(skip, take, NEVER)
    return table
