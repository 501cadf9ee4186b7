"""Joins rankings of the same rows by reciprocal rank."""

from __future__ import annotations

from collections.abc import Sequence

DAMPING = 10
"""How slowly a rank's worth falls. Cormack, Clarke and Büttcher (SIGIR 2009) use 60 to join many weak rankings; with two,
one of them strong, 10 finds more: recall at 10 of 0.58 instead of 0.55 on two held-out folds of laypeople's questions to 136,652 statutes."""


def fuse(rankings: Sequence[tuple[Sequence[int], float]], k: int) -> list[tuple[int, float]]:
    """The k best rows of several rankings, best first, with their scores.

    Each ranking is (rows best first, weight); a row scores the sum of weight / (DAMPING + rank), ranks from 1. Ties go to
    the smaller row. A row counts once per ranking, at its best rank.
    """
    scores: dict[int, float] = {}
    for rows, weight in rankings:
        for rank, row in enumerate(dict.fromkeys(rows), start=1):
            scores[row] = scores.get(row, 0.0) + weight / (DAMPING + rank)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:k]
