"""Passages of one document support each other.

Rules are written in articles that are read together: a document many of whose passages are found is likelier the right
one, and the passages next to a found one are likelier to be meant. Measured by five-fold cross-validation on laypeople's
questions to 136,652 articles of law: recall at 100 of 0.805 instead of 0.783, at 10 of 0.574 instead of 0.571.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from index.fusion import DAMPING, fuse

DENSE_WEIGHT = 2.0
NEIGHBOUR_WEIGHT = 0.5
NEIGHBOURS_OF = 40
"""Best passages whose neighbours are looked at."""
SUPPORTERS = 20
"""Best passages that speak for their document."""
SUPPORT = 1.0
"""What the best supported document's passages gain, as a share of their own score."""
_WIDE = 700
_ARTICLE = re.compile(r"\s*第[零〇一二三四五六七八九十百千0-9]+[条章节款项](?:之[一二三四五六七八九十]+)?.*$")


def sources(titles: Iterable[str]) -> tuple[int, ...]:
    """A number per passage, the same for passages of one document: equal titles once the article they end with is cut off.

    -1 for a passage without a title.
    """
    numbers: dict[str, int] = {}
    names = (_ARTICLE.sub("", title).strip() for title in titles)
    return tuple(numbers.setdefault(name, len(numbers)) if name else -1 for name in names)


def rank(
    lexical: Sequence[int], dense: Sequence[int], source: Sequence[int], k: int, dense_weight: float = DENSE_WEIGHT
) -> list[tuple[int, float]]:
    """The k best rows of both rankings with their neighbours and the support of their documents; ties to the smaller row.

    Rows are numbered so that passages of a document stand in its order; `source` is what `sources` gave for the rows.
    """
    both = ((lexical, 1.0), (dense, dense_weight))
    found = fuse(both, _WIDE)
    first = _supported(found, source, found)
    near = [n for row, _ in first[:NEIGHBOURS_OF] for n in (row - 1, row + 1) if _together(row, n, source)]
    return _supported(fuse((*both, (near, NEIGHBOUR_WEIGHT)), _WIDE), source, found)[:k]


def _together(row: int, neighbour: int, source: Sequence[int]) -> bool:
    return 0 <= neighbour < len(source) and source[row] >= 0 and source[neighbour] == source[row]


def _supported(
    ranked: list[tuple[int, float]], source: Sequence[int], by: list[tuple[int, float]]
) -> list[tuple[int, float]]:
    """The ranking with each row's score raised by how well its document is found among the best rows of `by`."""
    found: dict[int, float] = {}
    for place, (row, _) in enumerate(by[:SUPPORTERS], start=1):
        found[source[row]] = found.get(source[row], 0.0) + 1 / (DAMPING + place)
    found.pop(-1, None)
    most = max(found.values(), default=1.0)
    raised = [(row, score * (1 + SUPPORT * found.get(source[row], 0.0) / most)) for row, score in ranked]
    return sorted(raised, key=lambda item: (-item[1], item[0]))
