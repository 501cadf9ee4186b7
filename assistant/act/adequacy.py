"""Whether what was done is enough: a number of checks, units, inspectors, months or capital against what a regime demands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.act.closest import closeness, timely
from assistant.act.figure_results import Adequacy, AdequacyResult
from assistant.act.mention import mention
from assistant.act.results import MentionResult, Result
from assistant.knowledge import Knowledge
from assistant.planning.asked import read_asked
from assistant.planning.checks import checks_of
from assistant.planning.minimum import share_of, share_working
from assistant.planning.period import Horizon, period_of_rule, periods_in
from assistant.question import Understanding
from assistant.understand.done import Amount, read_done
from corpus.records import Document, Quantity, QuantityKind, Regime

_KINDS: dict[str, QuantityKind] = {"times": "frequency", "units": "count", "heads": "headcount", "wan": "amount"}
_UNITS = frozenset("个家户所")
_TIE = 0.93
_COUNT = re.compile(r"(?<!每)[一二两三四五六七八九十\d]+(?:次|回|趟)")
"""How often it was done says nothing of which rule is meant."""
_BOTH = 2
"""Numbers of units that tell a total and what was drawn from it."""


def adequacy(u: Understanding, k: Knowledge) -> Result | None:
    """The rule that measures what was done, with the difference; None where no amount is stated or no rule measures it."""
    if "enough" not in u.cues or {"penalty", "handling"} & u.cues or u.facts.proposed_yuan is not None:
        return None
    found = k.regime(u.regimes[0].place) if u.regimes else _of_mentioned(u, k)
    if found is None:
        return None
    document, regime = found
    horizon = read_asked(u.text).horizon
    amounts = read_done(u.text)
    if sampled := _sampled(amounts, document, regime, u, k):
        return sampled
    said = replace(u, text=_COUNT.sub("，", u.text))
    for done in amounts:
        rules = _best(list(_rules(document, regime, done)), document, regime, horizon, said, k)
        if rules:
            compared = tuple(_compare(q, done, horizon) for q in rules)
            return AdequacyResult(document, regime, done.value, compared)
    return None


def _sampled(
    amounts: tuple[Amount, ...], document: Document, regime: Regime, u: Understanding, k: Knowledge
) -> AdequacyResult | None:
    """26 家只抽了 7 家: the smaller number against the shares of the larger; None unless two numbers of units are told."""
    units = [int(a.value) for a in amounts if a.kind == "units"]
    if len(units) != _BOTH or units[0] == units[1]:
        return None
    done, total = sorted(units)
    shares = [
        s.quantity
        for check in checks_of(document, regime)
        for s in check.shares
        if not s.optional and (s.base == "units" or s.whole)
    ]
    rules = _best(shares, document, regime, None, u, k)
    compared = tuple(Adequacy(q, "家", share_of(total, q), 1, share_working(total, q)) for q in rules)
    return AdequacyResult(document, regime, done, compared) if compared else None


def _of_mentioned(u: Understanding, k: Knowledge) -> tuple[Document, Regime] | None:
    """The one regime that speaks of a unit which the question names and the registry does not list."""
    named = mention(u, k)
    if not isinstance(named, MentionResult):
        return None
    clauses = {(d.id, c.index) for d, c, _ in named.places}
    regimes = [(d, r) for d, r in k.regimes if any((d.id, c) in clauses for p in r.parts for c in p.clauses)]
    return regimes[0] if len(regimes) == 1 else None


def _rules(document: Document, regime: Regime, done: Amount) -> Iterator[Quantity]:
    """The regime's figures that lay down a least number of this kind; 低于两年 among what is checked lays down two."""
    for q in document.quantities:
        if q.regime != regime.index or q.value is None or q.part == "handling":
            continue
        if done.kind == "months":
            fits = q.unit in ("年", "月") and q.relation in (">=", "<")
        else:
            fits = q.kind == _KINDS[done.kind] and (
                q.relation in (">=", "=") or (q.kind == "amount" and q.relation == "<")
            )
        if fits and (done.kind != "units" or q.unit in _UNITS):
            yield q


def _best(
    rules: list[Quantity], document: Document, regime: Regime, horizon: Horizon | None, u: Understanding, k: Knowledge
) -> tuple[Quantity, ...]:
    """Those whose sentences fit the question best, beside what names the regime; where nothing tells them apart, all."""
    close = closeness(rules, document, regime, u, k)
    marks = [m * timely(q, horizon, u.text) for q, m in zip(rules, close, strict=True)]
    best = max(marks, default=0.0)
    return tuple(q for q, m in zip(rules, marks, strict=True) if m >= best * _TIE)


def _compare(q: Quantity, done: Amount, horizon: Horizon | None) -> Adequacy:
    """What the rule demands for the time in question: the figure itself, or so many times it."""
    value = (q.value or 0) * (12 if done.kind == "months" and q.unit == "年" else 1)
    period = period_of_rule(q.period)
    times = periods_in(horizon, period) if horizon and period and q.kind == "frequency" else None
    unit = "个月" if done.kind == "months" else q.unit
    return Adequacy(q, unit, value * (times or 1), times or 1)
