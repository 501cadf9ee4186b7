"""Character n-grams of a short text: the features of the label classifier."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

import numpy as np
import numpy.typing as npt

LONGEST = 2
"""Longest n-gram. Longer ones made the weights three times larger and ranked no better in cross-validation."""


def ngrams(text: str) -> Counter[str]:
    """How often each n-gram of 1 to `LONGEST` characters occurs; width, case and white space are ignored."""
    plain = "".join(unicodedata.normalize("NFKC", text).lower().split())
    return Counter(plain[i : i + n] for n in range(1, LONGEST + 1) for i in range(len(plain) - n + 1))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The n-grams that have a column, with their inverse document frequency."""

    columns: Mapping[str, int]
    idf: npt.NDArray[np.float32]
    """Shape `[number of n-grams]`."""

    @classmethod
    def of(cls, texts: Sequence[str]) -> Vocabulary:
        """All n-grams of the texts in sorted order; idf is smoothed: ln((1 + texts) / (1 + texts with it)) + 1."""
        found = Counter(gram for text in texts for gram in ngrams(text))
        grams = sorted(found)
        idf = [log((1 + len(texts)) / (1 + found[gram])) + 1 for gram in grams]
        return cls({gram: i for i, gram in enumerate(grams)}, np.array(idf, dtype=np.float32))

    def vector(self, text: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """Columns and values of the text's TF-IDF vector (sublinear counts, length 1; empty when nothing is known)."""
        known = [(column, n) for gram, n in ngrams(text).items() if (column := self.columns.get(gram)) is not None]
        columns = np.fromiter((column for column, _ in known), dtype=np.int64, count=len(known))
        counts = np.fromiter((1 + log(n) for _, n in known), dtype=np.float32, count=len(known))
        values = counts * self.idf[columns]
        return columns, values / max(sqrt(float(values @ values)), 1e-12)

    def grams(self) -> Iterable[str]:
        """The n-grams in the order of their columns."""
        return self.columns.keys()
