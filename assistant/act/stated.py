"""Clauses that say outright what a question asks, though the matter is another authority's in general.

A bureau may have rules on anything (grain, fishing, building sites) in its folder; the vocabulary of a human-resources
bureau knows nothing of them. So before a question is called outside, the clauses are looked at for its own words.
"""

from __future__ import annotations

from assistant.act.results import PassageResult
from assistant.knowledge import Knowledge
from assistant.question import Understanding

_ENOUGH = 0.6
"""Least share of the question that one clause with its headings must cover."""
_LITERAL = 4
"""Characters in a row that both must share: single words in common are no answer."""
_SHORTEST = 5
_SHOWN = 2
_TIE = 0.9


def stated(u: Understanding, k: Knowledge) -> PassageResult | None:
    """The clauses in whose words the question is asked; None where none covers it."""
    if len(u.content) < _SHORTEST:
        return None
    ranked = k.clause_matcher.rank(u.content, k.wordings(u.text), limit=_SHOWN)
    found = [k.clauses[i] for i, s in ranked if s >= _ENOUGH and s >= _TIE * ranked[0][1]]
    kept = tuple((d, c) for d, c in found if _literal(u.content, "".join((*c.path[-2:], c.text))))
    return PassageResult(kept) if kept else None


def _literal(content: str, text: str) -> bool:
    return any(content[n : n + _LITERAL] in text for n in range(len(content) - _LITERAL + 1))
