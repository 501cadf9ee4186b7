"""What follows from a violation: all consequences its clause states, computed for the facts of the case."""

from __future__ import annotations

from assistant.act.case import all_too_old, judge
from assistant.act.results import ProvisionResult, Result
from assistant.knowledge import Knowledge
from assistant.question import Facts, Hit, Understanding
from corpus.records import Clause, Document, Penalty

_ENOUGH = 0.42
"""Least share of the question's content that a penalty must cover."""
_ENOUGH_WITH_REGIME = 0.25
_SURE = 0.6
"""Least share of the question's rest that a violation must cover when nothing else shows that a penalty is asked for."""
_UNSAID = 0.1
_UNNAMED = 0.33
"""Least share that a violation must cover when no regime is named: a fine is not guessed from a word in common."""
_OURS = 0.1
"""Least belief that a question which names no regime is this bureau's business at all."""
_LIKELY_OURS = 0.3
_TOLD = 10
"""Characters that it takes to tell of a conduct without asking for its penalty."""
_CLOSE = 0.45
"""Share of the question's rest from which the violation is taken to be just the one asked about."""
_WATCHED, _CLEARLY = 0.4, 1.2
_ALL = 10_000
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
    ]
)
"""What a question asks for when it mentions a violation only in passing."""
_TIE = 0.93
_MAX_VIOLATIONS = 3


def penalty(u: Understanding, k: Knowledge) -> Result | None:
    """The consequences of the violation asked for; None when the question is not about one that the documents hold."""
    if "supervisor" in u.cues:
        return None
    asked = (
        bool({"penalty", "handling"} & u.cues)
        or u.facts.proposed_yuan is not None
        or u.facts.proposed_times is not None
    )
    if not asked and not _speaks_of_violation(u, k):
        return None
    ranked = k.penalty_matcher.rank(u.content, k.wordings(u.text), limit=20)
    regime = u.regimes[0] if u.regimes else None
    need = _ENOUGH_WITH_REGIME if regime else _ENOUGH
    wordings = k.wordings(u.rest)
    says_what = len(u.rest.strip("，")) >= _SHORTEST or bool(regime and wordings)
    specific = dict(k.violation_matcher.rank(u.rest, wordings, limit=_ALL)) if says_what else {}
    within = [i for i in specific if i < len(k.penalties) and (not regime or _in_regime(k, i, regime.place))]
    stated = max((specific[i] for i in within), default=0.0)
    if regime is None and (u.topics.inside < _OURS or (says_what and stated < _UNNAMED)):
        return None
    if says_what and regime and (watched := _only_watched(specific, stated, regime, k)):
        return ProvisionResult((watched,), no_penalty=True)
    if regime and u.facts == Facts() and says_what and stated < _UNSAID:
        return None  # a regime is named and a conduct that none of its violations speaks of
    ranked = [(i, s + _fit(k, i, regime) + 0.5 * specific.get(i, 0.0)) for i, s in ranked]
    own = [(i, s) for i, s in ranked if regime and _in_regime(k, i, regime.place)]
    ranked = sorted(own or ranked, key=lambda x: (-x[1], x[0]))
    if not ranked or ranked[0][1] < need:
        return None
    if regime is None and not k.violation_matcher.said(u.rest, wordings, ranked[0][0]):
        return None  # only the object fits (a child), not what is done with it
    document, best = k.penalties[ranked[0][0]]
    if best.clause is not None and all_too_old(best, u.facts):
        return ProvisionResult(((document, document.clauses[best.clause]),), too_old=u.facts.age)
    chosen: list[tuple[Document, Penalty]] = []
    violations: list[tuple[str, str]] = []
    for i, score in ranked:
        if score < _TIE * ranked[0][1]:
            break
        document, p = k.penalties[i]
        if says_what and specific.get(i, 0.0) < _TIE * specific.get(ranked[0][0], 0.0):
            continue
        if (document.id, p.violation) not in violations and len(violations) < _MAX_VIOLATIONS:
            violations.append((document.id, p.violation))
            chosen += [(d, q) for d, q in k.penalties if d is document and _belong(p, q)]
    unique = list({(d.id, q.index): (d, q) for d, q in chosen}.values())
    return judge(unique, u, k, sure=not says_what or stated >= _CLOSE)


def _only_watched(
    specific: dict[int, float], stated: float, regime: Hit, k: Knowledge
) -> tuple[Document, Clause] | None:
    """The conduct that inspections look for and no penalty speaks of, when the question fits it clearly better."""
    first = len(k.penalties)
    document, named = k.regime(regime.place)
    own = {c for part in named.parts for c in part.clauses}
    found = [
        (s, -i)
        for i, s in specific.items()
        if i >= first and k.watched[i - first][0] is document and k.watched[i - first][1].index in own
    ]
    score, i = max(found, default=(0.0, 0))
    return k.watched[-i - first] if score >= _WATCHED and score > _CLEARLY * stated else None


def _speaks_of_violation(u: Understanding, k: Knowledge) -> bool:
    """Whether the question, beside naming a regime, is covered by one violation's own words."""
    if (
        u.topics.inside < _LIKELY_OURS
        or _OTHER_WISHES & u.cues
        or not u.regimes
        or _SELF in u.text
        or len(u.text) < _TOLD
    ):
        return False
    rest = u.rest
    for word in k.vocabulary.cues.get("check", ()):
        rest = rest.replace(word, "，")
    found = k.violation_matcher.rank(rest, k.wordings(rest), limit=1)
    return len(rest.strip("，")) >= _SHORTEST and any(i < len(k.penalties) and s >= _SURE for i, s in found)


def _fit(k: Knowledge, i: int, regime: Hit | None) -> float:
    """Credit for a penalty of the regime that the question names, and for one stated where the regime says what follows."""
    document, p = k.penalties[i]
    if regime is None or p.regime is None or not _in_regime(k, i, regime.place):
        return 0.0
    handling = any(part.kind == "handling" and p.clause in part.clauses for part in document.regimes[p.regime].parts)
    return 0.25 if handling else 0.1


def _in_regime(k: Knowledge, i: int, place: tuple[int, int]) -> bool:
    document, p = k.penalties[i]
    return p.regime == place[1] and k.document_index(document) == place[0]


def _belong(a: Penalty, b: Penalty) -> bool:
    """Consequences of the same violation in the same clause."""
    return a.violation == b.violation and a.clause == b.clause
