"""What retrieval finds for a question that no rule and no matter answers."""

from __future__ import annotations

import re

from assistant.act.certain import certain_matters, speaks_of
from assistant.act.nearest import without_asking
from assistant.act.results import OutsideResult, PassageResult, Result, RouteResult
from assistant.act.section import order, role_of
from assistant.act.written import authoritys_words, value_asked
from assistant.findings import Candidate, DutySentence, Reading
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from assistant.retrieval import FoundDuty

_LOOKED_AT = 6
_SHOWN = 2
_ITS_DUTY = 0.6
"""Least share of the question that a duty must cover for its section to be named."""
_WHOSE = re.compile(r"谁|哪[个一]?[科处股室所部局单]|哪[个里儿]|归口")
_ASKED_FOR = 0.5
"""The same where the question asks whose business it is, and no matter of the vocabulary says."""
_SURELY = 0.7
"""Share from which the duty is meant, whatever matter the question reminds of."""
_AS_GOOD = 0.92
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
    wanted = value_asked(u, k)
    found = [f for f in found if isinstance(f, FoundDuty) or all(h.search(f.text) for h in wanted)]
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


def by_duty(u: Understanding, k: Knowledge, otherwise: Result) -> RouteResult | None:
    """Where somebody asks whose business it is: the section whose duty says so in the question's own words.

    What seems another authority's may be this bureau's where its documents know no regime: not every bureau is one of
    human resources.
    """
    if not _WHOSE.search(u.text) or (isinstance(otherwise, OutsideResult) and k.regimes):
        return None
    matters = certain_matters(u, k)
    asked = without_asking(u.content)
    wordings = (*k.wordings(u.text), *authoritys_words(u, otherwise))
    ranked = k.duty_matcher.rank(asked, wordings, limit=_LOOKED_AT)
    near = [
        (k.duties[i], s)
        for i, s in ranked
        if s >= _ASKED_FOR and (s >= _SURELY or speaks_of(matters, k.duties[i].passage.text))
    ]
    if not near:
        return None
    best = [d for d, s in near if s >= _AS_GOOD * near[0][1]]
    reading = Reading(None, order(Candidate(d, role_of(d.passage.text, asked)) for d in best))
    return RouteResult((reading,), ask_back=False, silent=(), where=True)


def _covered(u: Understanding, k: Knowledge) -> bool:
    best = k.duty_matcher.rank(u.content, k.wordings(u.text), limit=1)
    return bool(best) and best[0][1] >= _ITS_DUTY
