"""Questions across the corpus: a condition is read, every record is held against it, all that meet it are listed."""

from __future__ import annotations

from assistant.act.across.clause_reading import read_clauses
from assistant.act.across.comparison import comparison
from assistant.act.across.figure_reading import read_figures
from assistant.act.across.filters import ClauseFilter, FigureFilter, PenaltyFilter, extremes
from assistant.act.across.form import is_set
from assistant.act.across.reading import read_penalties
from assistant.act.across.results import AcrossResult, ClausesResult, FiguresResult, PenaltiesResult
from assistant.act.across.tally import tally
from assistant.knowledge import Knowledge
from assistant.question import Understanding

_ELSEWHERE = frozenset({"where", "phone", "address", "hours", "amount", "materials", "conditions"})
"""Wishes of somebody who wants an office, not the rules."""


def across(u: Understanding, k: Knowledge) -> AcrossResult | None:
    """All records that meet the condition of a question; None when it is about a single matter, conduct or regime."""
    words = k.asking.cut(u.text)
    if words.has("compare") and (found := comparison(u, k)):
        return found
    if not is_set(u, words, k) or _ELSEWHERE & u.cues:
        return None
    if figures := read_figures(u, k):
        return _figures(figures, k)
    if penalties := read_penalties(u, k):
        return _penalties(penalties, k)
    if read := read_clauses(u, k):
        return _clauses(*read, k)
    return tally(u, k)


def _penalties(asked: PenaltyFilter, k: Knowledge) -> PenaltiesResult:
    found = list(asked.select(k))
    worst = [(i, float(p.fine.max_yuan)) for i, (_, p, _) in enumerate(found) if p.fine.max_yuan is not None]
    if asked.extreme:
        kept = extremes(worst, asked.extreme)
        found = [f for i, f in enumerate(found) if i in kept]
    meets = tuple((d, p) for d, p, crosses in found if not crosses)
    crossing = tuple((d, p) for d, p, crosses in found if crosses)
    highest = [(p.fine.max_yuan, -i) for i, (_, p) in enumerate(k.penalties) if p.fine.max_yuan is not None]
    nearest = k.penalties[-max(highest)[1]] if highest and asked.bound and not found else None
    return PenaltiesResult(asked, meets, crossing, nearest)


def _figures(asked: FigureFilter, k: Knowledge) -> FiguresResult:
    found = list(asked.select(k))
    if asked.extreme:
        kept = extremes(((i, q.value) for i, (_, q) in enumerate(found) if q.value is not None), asked.extreme)
        found = [f for i, f in enumerate(found) if i in kept]
    return FiguresResult(asked, tuple(found))


def _clauses(asked: ClauseFilter, absent: str, k: Knowledge) -> ClausesResult:
    return ClausesResult(asked, asked.whole(k), tuple(asked.clauses(k)), tuple(asked.duties(k)), absent)
