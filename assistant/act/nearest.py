"""The records of a kind whose words a question covers best."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.knowledge import Knowledge
from assistant.question import Understanding
from assistant.understand.overlap import Matcher, pairs

_TIE = 0.92
"""Share of the best match from which another record is meant as well."""


def nearest(u: Understanding, k: Knowledge, matcher: Matcher, enough: float, limit: int = 3) -> tuple[int, ...]:
    """Indexes of the texts that cover at least `enough` of the question and about as much as the best; best first."""
    if not matcher.texts or not u.content:
        return ()
    ranked = matcher.rank(u.content, k.wordings(u.text), limit=limit)
    return tuple(i for i, s in ranked if s >= enough and s >= _TIE * ranked[0][1])


def share_said(name: str, said: Sequence[str]) -> float:
    """How much of a name stands in what was said, by its character pairs; 0 for a name too short to have any."""
    own = pairs(name)
    heard = set[str]().union(*(pairs(text) for text in said))
    return sum(n for pair, n in own.items() if pair in heard) / sum(own.values()) if own else 0.0
