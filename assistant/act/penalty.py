"""What follows from a violation: all consequences its clause states, computed for the facts of the case."""

from __future__ import annotations

from assistant.act.case import all_too_old, judge
from assistant.act.results import ProvisionResult, Result
from assistant.act.violations import Search
from assistant.knowledge import Knowledge
from assistant.question import Facts, Understanding

_ENOUGH = 0.42
"""Least share of the question's content that a penalty must cover."""
_ENOUGH_WITH_REGIME = 0.25
_SURE = 0.6
"""Least share of the question's rest that a violation must cover when nothing else shows that a penalty is asked for."""
_CERTAIN = 0.85
"""The same where no regime is named."""
_UNSAID = 0.1
_UNNAMED = 0.33
"""Least share that a violation must cover when no regime is named: a fine is not guessed from a word in common."""
_OURS = 0.1
"""Least belief that a question which names no regime is this bureau's business at all."""
_LIKELY_OURS = 0.3
_BEYOND_DOUBT = 0.6
"""Share of the conduct from which a violation is meant whatever else the question may be about."""
_TOLD = 10
"""Characters that it takes to tell of a conduct without asking for its penalty."""
_CLOSE = 0.45
"""Share of the question's rest from which the violation is taken to be just the one asked about."""
_SHORTEST = 4
_SELF = "我"
"""Who tells of himself wants an office, not a clause, unless he asks for the penalty."""
_OTHER_WISHES = frozenset(
    [
        "frequency",
        "procedure",
        "contents",
        "methods",
        "measures",
        "objects",
        "deadline",
        "checklist",
        "section",
        "where",
        "phone",
        "address",
        "hours",
        "materials",
        "amount",
        "report",
    ]
)
"""What a question asks for when it mentions a violation only in passing."""


def penalty(u: Understanding, k: Knowledge) -> Result | None:
    """The consequences of the violation asked for; None when the question is not about one that the documents hold."""
    proposed = u.facts.proposed_yuan is not None or u.facts.proposed_times is not None
    if "supervisor" in u.cues or ("appeal" in u.cues and not proposed):
        return None
    asked = bool({"penalty", "handling"} & u.cues) or proposed
    search = Search(u, k)
    if not asked and not _speaks_of_violation(search):
        return None
    says, stated = search.conduct.said, search.stated
    if not u.regimes and (u.topics.inside < _OURS or (says and stated < _UNNAMED)) and stated < _BEYOND_DOUBT:
        return None
    if watched := search.only_watched():
        return ProvisionResult((watched,), no_penalty=True)
    if u.regimes and u.facts == Facts() and says and stated < _UNSAID:
        return None  # a regime is named and a conduct that none of its violations speaks of
    need = _ENOUGH_WITH_REGIME if u.regimes else _ENOUGH
    if not search.ranked or search.ranked[0][1] < need:
        return None
    best = search.ranked[0][0]
    if not u.regimes and not search.same_conduct(best):
        return None  # only a party fits (a child), not what is done with it
    document, first = k.penalties[best]
    if first.clause is not None and all_too_old(first, u.facts):
        return ProvisionResult(((document, document.clauses[first.clause]),), too_old=u.facts.age)
    return judge(search.chosen(), u, k, sure=not says or stated >= _CLOSE)


def _speaks_of_violation(search: Search) -> bool:
    """Whether the question, beside naming a regime, is covered by one violation's own words."""
    u, k = search.u, search.k
    if u.topics.inside < _LIKELY_OURS or _OTHER_WISHES & u.cues or _SELF in u.text or len(u.text) < _TOLD:
        return False
    text = search.conduct.text
    for word in k.vocabulary.cues.get("check", ()):
        text = text.replace(word, "，")
    found = k.violation_matcher.rank(text, search.conduct.wordings, limit=1)
    need = _SURE if u.regimes else _CERTAIN
    told = len(text.strip("，")) >= _SHORTEST or bool(search.conduct.wordings)
    return told and any(i < len(k.penalties) and s >= need for i, s in found)
