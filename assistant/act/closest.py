"""How closely each figure of a regime fits a question, beside the words that name the regime itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.knowledge import Knowledge
from assistant.planning.asked import read_asked
from assistant.planning.checks import regime_words
from assistant.planning.period import Horizon, period_of_rule, periods_in
from assistant.question import Understanding
from assistant.understand.overlap import Matcher, pairs
from corpus.records import Document, Quantity, Regime
from corpus.tidy import tidy

_EVENTS = {"班次": ("班",), "次": ("每次", "每回", "每趟", "一次", "一回", "一趟")}
"""Words by which a question speaks of one such event."""
_YEAR_THEN_CHECK = re.compile(r"(?<=[一每全今去半]年)(?=检查)")
"""一年检查 says nothing of 年检."""
_OTHER_PERIOD = 0.5
"""Share of its match that a rule keeps whose period is not the one the question names."""
_CLEARLY = 1.25
"""A rule outside the indicators is meant where it fits so many times as well as the best of them."""
_LEAST = 0.3
"""Share of the question that it must cover besides."""


def closeness(
    rules: Sequence[Quantity], document: Document, regime: Regime, u: Understanding, k: Knowledge
) -> tuple[float, ...]:
    """For each figure the share of the question that its sentence covers, 0 to 1."""
    units = regime_words(document, regime)
    wordings = tuple(w for w in k.wordings(u.text) if not any(m in units for m in w.means))
    own = set(pairs(units))
    text = _YEAR_THEN_CHECK.sub("，", u.text)
    said = "".join(c for i, c in enumerate(text) if not {text[i : i + 2], text[max(i - 1, 0) : i + 1]} & own)
    texts = tuple(f"{q.label}，{q.period or ''}，{tidy(document.text, q.sentence).text}" for q in rules)
    scores = dict(Matcher(texts).rank(said, wordings, limit=len(texts)))
    return tuple(scores.get(i, 0.0) for i in range(len(rules)))


def timely(q: Quantity, horizon: Horizon | None, text: str) -> float:
    """What of its match a rule keeps, by whether its period is the one the question speaks of."""
    period = period_of_rule(q.period)
    if q.kind != "frequency" or period is None:
        return 1.0
    if period.kind == "event":
        said = any(w in text for w in next((ws for e, ws in _EVENTS.items() if e in period.word), ()))
        return 1.0 if said else _OTHER_PERIOD
    return 1.0 if horizon is None or periods_in(horizon, period) else _OTHER_PERIOD


def meant_outside_the_indicators(
    document: Document, regime: Regime, u: Understanding, k: Knowledge
) -> tuple[Quantity, ...]:
    """Figures of methods and procedure that the question fits clearly better than any indicator; none where it does not."""
    rules = [
        q
        for q in document.quantities
        if q.regime == regime.index
        and q.kind in ("frequency", "count", "share")
        and q.part not in ("contents", "handling")
    ]
    horizon = read_asked(u.text).horizon
    close = closeness(rules, document, regime, u, k)
    marks = [m * timely(q, horizon, u.text) for q, m in zip(rules, close, strict=True)]
    inside = max((m for q, m in zip(rules, marks, strict=True) if q.part == "indicators"), default=0.0)
    outside = [
        (q, m)
        for q, m in zip(rules, marks, strict=True)
        if q.part != "indicators" and timely(q, horizon, u.text) == 1.0
    ]
    best = max((m for _, m in outside), default=0.0)
    if best < _LEAST or best < _CLEARLY * inside:
        return ()
    return tuple(q for q, m in outside if m >= best)
