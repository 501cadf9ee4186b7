"""BM25 over search terms. The only door to bm25s."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

K1 = 1.5
B = 0.75


class LexicalIndex:
    """Rows are numbered in the order in which their terms were given."""

    def __init__(self, engine: Any, rows: int) -> None:
        self._engine = engine
        self.rows = rows

    @classmethod
    def build(cls, terms: Iterable[Sequence[str]]) -> LexicalIndex:
        """Index rows of terms. Raises ValueError when there is no row or no term at all."""
        import bm25s  # half a second: only when something is indexed or searched

        numbers: dict[str, int] = {}
        ids = [[numbers.setdefault(term, len(numbers)) for term in row] for row in terms]
        if not numbers:
            raise ValueError("no terms to index")
        engine = bm25s.BM25(k1=K1, b=B)
        engine.index((ids, numbers), show_progress=False)
        return cls(engine, len(ids))

    def save(self, folder: Path) -> None:
        """Write the index into a folder of its own."""
        self._engine.save(str(folder), show_progress=False)

    @classmethod
    def load(cls, folder: Path) -> LexicalIndex:
        """Read what `save` wrote; large arrays stay on disk until they are needed. Raises OSError or ValueError."""
        import bm25s

        engine = bm25s.BM25.load(str(folder), mmap=True, show_progress=False)
        return cls(engine, int(engine.scores["num_docs"]))

    def search(self, terms: Sequence[str], k: int) -> list[int]:
        """The k best rows that share a term, best first; ties by row."""
        known = [number for number in self._engine.get_tokens_ids(list(terms)) if number is not None]
        if not known:
            return []
        scores = np.asarray(self._engine.get_scores_from_ids(known))
        found = np.flatnonzero(scores > 0)
        if len(found) > k:  # keep everything that ties with the k-th, so that ties can be broken by row
            least = np.partition(scores[found], len(found) - k)[len(found) - k]
            found = found[scores[found] >= least]
        return [int(row) for row in found[np.lexsort((found, -scores[found]))][:k]]
