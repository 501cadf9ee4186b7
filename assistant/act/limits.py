"""A score, count or sum against the cases of a text: every reading that holds, with overlaps shown instead of resolved."""

from __future__ import annotations

import re

from assistant.act.figure_results import LimitResult
from assistant.act.results import Result
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from assistant.understand.numerals import NUMBER, number
from corpus.records import Document, Quantity

_LONGEST = 60
"""Characters; whoever says more tells a story in which figures stand for other things."""
_ENOUGH = 0.35
"""Least share of the question that the cases' sentence must cover."""
_UNITS = {
    "次": "次|回|趟",
    "分": "分(?![钱文钟之别局类工管配开布给])",
    "人": "人|名|位",
    "名": "人|名|位",
    "位": "人|名|位",
    "家": "家|户|所",
    "日": "日|天",
    "天": "日|天",
    "%": "%|个百分点",
}
_MONEY = {"元": 1, "万元": 10_000, "万": 10_000, "亿元": 100_000_000}
_MARK = re.compile(
    rf"(?:得|考|评|打)(?:了|到|分)*(?P<neg>负|-)?(?=[0-9]|.?十)(?P<n>{NUMBER})(?![0-9月年日天次家人个%号])"
)
_NO_COMPARISON = r"(?<!超过)(?<!多于)(?<!少于)(?<!低于)(?<!高于)(?<!至少)(?<!最少)(?<!不到)(?<!不足)(?<!不满)(?<!\d)"
_GRADING = re.compile(r"考核|考评|得分|等次|打分|评分")
_FULL_MARKS = 100
"""Scores are out of a hundred where nothing else is said; a higher one is shown as doubtful."""


def limits(u: Understanding, k: Knowledge) -> Result | None:
    """The cases that a stated figure falls under; None when the question states none or speaks of other things."""
    if u.facts.proposed_yuan is not None or len(u.text) > _LONGEST or "frequency" in u.cues:
        return None
    best: tuple[float, int, float] | None = None
    for i, (_, tier) in enumerate(k.tiers):
        found = stated(u.text, tier[0])
        if found is None:
            continue
        value, said = found
        ranked = dict(k.tier_matcher.rank(u.content.replace(said, "，"), k.wordings(u.text)))
        grading = tier[0].kind == "score" and bool(_GRADING.search(u.text))
        score = ranked.get(i, 0.0) + (1.0 if grading else 0.0)
        if score >= _ENOUGH and (best is None or score > best[0]):
            best = (score, i, value)
    if best is None:
        return None
    document, tier = k.tiers[best[1]]
    value = best[2]
    readings = tuple(q for q in tier if holds(q, value))
    doubtful = value < 0 or (tier[0].kind == "score" and value > _FULL_MARKS)
    return LimitResult(document, value, tier[0].unit, _likelier_first(readings, value), tier, doubtful)


def stated(text: str, q: Quantity) -> tuple[float, str] | None:
    """The figure that a question states in the unit of a case, in that unit, and its words; None when it states none.

    A figure with a comparison (超过两次) is no single value.
    """
    if q.unit in _MONEY:
        m = re.search(rf"{_NO_COMPARISON}(?:(?P<n>{NUMBER})(?:元|块)|(?P<w>{NUMBER})(?=万))", text)
        value = number(m["n"] or f"{m['w']}万") if m else None
        return None if m is None or value is None else (value / _MONEY[q.unit], m.group())
    unit = _UNITS.get(q.unit, re.escape(q.unit))
    m = re.search(rf"{_NO_COMPARISON}(?<!第)(?P<neg>负|-)?(?P<n>{NUMBER})个?(?:{unit})(?!以[上下内])", text)
    m = m or (_MARK.search(text) if q.kind == "score" else None)
    value = number(m["n"]) if m else None
    if m is None or value is None:
        return None
    return (-value if m["neg"] else value), m.group()


def holds(quantity: Quantity, value: float) -> bool:
    """Whether a value falls under a limit; 以上、以下 include the number itself (《民法典》第一千二百五十九条)."""
    low = quantity.value
    if low is None:
        return False
    if quantity.upper is not None:
        return low <= value <= quantity.upper
    return {
        ">=": value >= low,
        ">": value > low,
        "<=": value <= low,
        "<": value < low,
        "=": value == low,
    }[quantity.relation]


def _likelier_first(readings: tuple[Quantity, ...], value: float) -> tuple[Quantity, ...]:
    """At a shared bound the case that begins with the number comes first; the other one only ends there, or names it alone."""

    def begins(q: Quantity) -> bool:
        return q.value == value and q.relation == ">="

    return tuple(sorted(readings, key=lambda q: (not begins(q), q.index)))


def penalties_of(document: Document, q: Quantity) -> tuple[int, ...]:
    """Indexes of the consequences that a clause states for this case."""
    words = "".join(document.quote(q.span).split())
    return tuple(
        p.index for p in document.penalties if p.clause == q.clause and "".join((p.when or "").split()) == words
    )
