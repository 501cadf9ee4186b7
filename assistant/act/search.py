"""What retrieval finds for a question that no rule and no matter answers."""

from __future__ import annotations

from assistant.act.certain import certain_matters, speaks_of
from assistant.act.results import PassageResult, Result, RouteResult
from assistant.act.section import order
from assistant.findings import Candidate, DutySentence, Reading
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from assistant.retrieval import FoundDuty

_LOOKED_AT = 6
_SHOWN = 2
_ITS_DUTY = 0.6
"""Least share of the question that a duty must cover for its section to be named."""
_COVERED = 0.3
"""Least share of the question that the best passage must cover by its words: a neighbour in meaning alone proves nothing."""


def search(u: Understanding, k: Knowledge) -> Result | None:
    """A section whose duty is nearest, or the nearest clauses and cells; None when nothing shares the question's words.

    When the matter is certain, only what speaks of it counts: a neighbour would send people elsewhere.
    """
    if k.search is None:
        return None
    matters = certain_matters(u, k)
    found = [f for f in k.search.find(u.text, _LOOKED_AT) if speaks_of(matters, f.text)]
    if not found:
        return None
    duties = [f for f in found if isinstance(f, FoundDuty)]
    if duties and isinstance(found[0], FoundDuty) and _covered(u, k):
        sentences = [DutySentence(f.document, f.duty, f.passage) for f in duties[:1]]
        reading = Reading(None, order(Candidate(s, "主办") for s in sentences))
        return RouteResult((reading,), ask_back=False, silent=(), where=True)
    places = tuple(f for f in found if not isinstance(f, FoundDuty))
    return PassageResult(places[:_SHOWN]) if places and _shares_words(u, k) else None


def _shares_words(u: Understanding, k: Knowledge) -> bool:
    """Whether some clause or cell covers enough of the question by its words."""
    best = [
        score
        for matcher in (k.clause_matcher, k.excerpt_matcher)
        for _, score in matcher.rank(u.content, k.wordings(u.text), limit=1)
    ]
    return max(best, default=0) >= _COVERED


def _covered(u: Understanding, k: Knowledge) -> bool:
    best = k.duty_matcher.rank(u.content, k.wordings(u.text), limit=1)
    return bool(best) and best[0][1] >= _ITS_DUTY
