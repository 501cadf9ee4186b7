"""What a regime's indicators demand of N units, over a month, a quarter, half a year or a year; how many inspectors."""

from __future__ import annotations

from assistant.act.figure_results import PlanResult
from assistant.act.results import Result
from assistant.knowledge import Knowledge
from assistant.planning.asked import Asked, need_for, read_asked
from assistant.planning.checks import Check, checks_of, regime_words, staff_of
from assistant.planning.minimum import CheckMinima, minima
from assistant.question import Understanding
from assistant.understand.overlap import pairs

_BEST = 0.9
"""Share of the best match from which a kind of check counts as named beside it."""
_ASKS_MORE = ("多久", "比例", "抽查面", "指标", "几次", "频次")
"""Words by which a question without a number of units wants the indicators themselves."""
_CLASS = "班次"
_COUNTING = frozenset({"check", "frequency", "headcount"})
_LEGWORK = ("跑", "出动", "抽", "查")


def plan(u: Understanding, k: Knowledge) -> Result | None:
    """The least of each kind of check; None where the question gives nothing to compute with."""
    if not u.regimes or "penalty" in u.cues or not (_COUNTING & u.cues or any(w in u.text for w in _LEGWORK)):
        return None
    document, regime = k.regime(u.regimes[0].place)
    asked = read_asked(u.text)
    checks = checks_of(document, regime)
    named = _named(checks, u, k)
    by_classes = _by_classes(checks, asked, u)
    if by_classes and not any(c.name in u.text for c in named):
        named = ()  # 日常监管 of class runs is no 日常巡查
    chosen = named or by_classes or checks
    if not chosen or not _computes(asked, chosen, u):
        return None
    words = regime_words(document, regime)
    staff = staff_of(document, regime)
    least = max((int(q.value or 0) for q in staff), default=None)
    needs = tuple(need_for(c, asked, words, only=len(named) == 1, staff=least) for c in chosen)
    found = tuple(_of_interest(minima(c, n), asked) for c, n in zip(chosen, needs, strict=True))
    if asked.inspectors is not None and not (asked.mentions or asked.horizon):
        found = ()  # whether they are enough for one visit is all that is asked
    return PlanResult(
        document=document,
        regime=regime,
        units=next((n.units for n in needs if n.units is not None), None),
        measure=needs[0].measure,
        horizon=asked.horizon,
        checks=found,
        staff=staff if asked.wants_staff else (),
        inspectors=asked.inspectors,
    )


def _computes(asked: Asked, chosen: tuple[Check, ...], u: Understanding) -> bool:
    """Whether the question gives a number to compute with, or asks for one that only a missing number decides."""
    wants = asked.wants_times or asked.wants_units or asked.wants_staff or "frequency" in u.cues
    if not wants and "handling" in u.cues:
        return False
    if asked.mentions or (wants and any(_by_class(c) for c in chosen) and (asked.classes or _CLASS in u.text)):
        return True
    if asked.people is not None and wants and any(s.base == "other" for c in chosen for s in c.shares):
        return True
    if asked.inspectors is not None:
        return True
    if asked.horizon is not None and (asked.wants_times or asked.wants_units or "人次" in u.text):
        cycles = [c.cycle for c in chosen]
        shorter = [p for p in cycles if p and p.kind == "months" and p.length < asked.horizon.months]
        return bool(shorter)
    shares = any(c.scope for c in chosen)
    return asked.wants_units and shares and not any(w in u.text for w in _ASKS_MORE)


def _by_classes(checks: tuple[Check, ...], asked: Asked, u: Understanding) -> tuple[Check, ...]:
    """The checks that count by class runs, where the question gives their number and nothing else."""
    by_class = asked.classes is not None or (_CLASS in u.text and asked.wants_times)
    only = by_class and not asked.mentions and asked.horizon is None
    return tuple(c for c in checks if _by_class(c)) if only else ()


def _of_interest(found: CheckMinima, asked: Asked) -> CheckMinima:
    """Without asking for numbers that the question has no use for: class runs, units where it asks how often."""
    units = asked.wants_units or asked.mentions or asked.wants_staff
    kept = () if (_by_class(found.check) and asked.classes is None) or not units else found.asks
    return CheckMinima(found.check, found.minima, found.notes, kept)


def _by_class(check: Check) -> bool:
    return check.period is not None and check.period.kind == "event" and check.period.word != "每次"


def _named(checks: tuple[Check, ...], u: Understanding, k: Knowledge) -> tuple[Check, ...]:
    """The kinds of check that the question names, by name, by the first two characters or in everyday words."""
    text = u.text
    said = {m for w in k.wordings(text) for m in w.means}
    marks: list[float] = []
    for check in checks:
        own = set(pairs(check.name))
        whole = check.name in text or check.name in said
        share = len(own & set(pairs(text))) / len(own) if own else 0.0
        marks.append(1.0 if whole else share if check.name[:2] in text and check.indicator else 0.0)
    best = max(marks, default=0.0)
    return tuple(c for c, m in zip(checks, marks, strict=True) if best and m >= best * _BEST)
