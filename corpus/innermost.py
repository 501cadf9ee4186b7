"""Which clause holds a character: the innermost one, found without looking at them all."""

from __future__ import annotations

import heapq
from bisect import bisect_right

from corpus.records import Clause, Document


class InnermostClauses:
    """The clauses of one document by the characters they hold."""

    def __init__(self, document: Document) -> None:
        self._from: list[int] = []
        """Where what holds the text changes, ascending."""
        self._held: list[Clause | None] = []
        opening = sorted(document.clauses, key=lambda c: c.extent.start)
        changes = sorted({at for c in opening for at in (c.extent.start, c.extent.end)})
        open_: list[tuple[int, int, Clause]] = []  # deepest first, among equals the later
        begun = 0
        for at in changes:
            while begun < len(opening) and opening[begun].extent.start <= at:
                clause = opening[begun]
                heapq.heappush(open_, (-clause.level, -clause.index, clause))
                begun += 1
            while open_ and open_[0][2].extent.end <= at:
                heapq.heappop(open_)
            self._from.append(at)
            self._held.append(open_[0][2] if open_ else None)

    def at(self, character: int) -> Clause | None:
        """The innermost clause that holds a character; None outside of clauses."""
        i = bisect_right(self._from, character) - 1
        return self._held[i] if i >= 0 else None
