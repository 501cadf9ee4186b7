"""Clauses and cells that say outright what a question asks, though the matter is another authority's in general.

A bureau may have rules on anything (grain, fishing, building sites) in its folder; the vocabulary of a human-resources
bureau knows nothing of them. So before a question is called outside, the clauses are looked at for its own words.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.act.nearest import share_said, short_form
from assistant.act.results import PassageResult, UnknownResult
from assistant.act.written import value_asked
from assistant.excerpts import Excerpt
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from assistant.retrieval import FoundClause

_ENOUGH = 0.6
"""Least share of the question that one clause with its headings must cover."""
_LITERAL = 4
"""Characters in a row that both must share: single words in common are no answer."""
_HALF = 0.5
_SHORTEST = 5
_NAME = 3
_SHOWN = 2
_TIE = 0.9


def stated(u: Understanding, k: Knowledge) -> PassageResult | None:
    """The clauses and cells in whose words the question is asked; None where none covers it."""
    if len(u.content) < _SHORTEST:
        return None
    wanted = value_asked(u, k)
    found = [(s, p) for s, p in (*_clauses(u, k), *_cells(u, k)) if all(h.search(p.text) for h in wanted)]
    best = max((score for score, _ in found), default=0)
    kept = tuple(place for score, place in found if score >= _TIE * best)
    return PassageResult(kept[:_SHOWN]) if kept else None


def _clauses(u: Understanding, k: Knowledge) -> Iterator[tuple[float, FoundClause]]:
    for i, score in k.clause_matcher.rank(u.content, k.wordings(u.text), limit=_SHOWN):
        document, clause = k.clauses[i]
        if score >= _ENOUGH and _literal(u.content, "".join((*clause.path[-2:], clause.text))):
            yield score, FoundClause(document, clause)


def _cells(u: Understanding, k: Knowledge) -> Iterator[tuple[float, Excerpt]]:
    for i, score in k.excerpt_matcher.rank(u.content, k.wordings(u.text), limit=_SHOWN):
        found = k.excerpts[i]
        if score >= _ENOUGH and _literal(u.content, found.words):
            yield score, found


def on_the_bureau(u: Understanding, k: Knowledge) -> UnknownResult | None:
    """Not known, where telephone, address or hours of the bureau itself are asked for by its name in short."""
    if not {"phone", "address", "hours"} & u.cues:
        return None
    return UnknownResult(inside=True) if len(short_form(u.text, k.bureau)) >= _NAME else None


def _literal(content: str, text: str) -> bool:
    """Whether a run of characters is shared, and half of all that is said: a rare word alone weighs much and proves little."""
    if share_said(content, (text,)) < _HALF:
        return False
    return any(content[n : n + _LITERAL] in text for n in range(len(content) - _LITERAL + 1))
