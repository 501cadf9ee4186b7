"""Reads which clauses a question asks for: those that concern an object, or the regimes that demand something."""

from __future__ import annotations

import re

from assistant.act.across.filters import ClauseFilter
from assistant.act.across.form import asks_for
from assistant.act.across.reading import alternatives, readings
from assistant.knowledge import Knowledge
from assistant.question import Understanding

_RELATED = re.compile(r"[跟和与同](?P<what>.{2,12}?)(?:有关系|有关|相关|沾边|打交道)")


def read_clauses(u: Understanding, k: Knowledge) -> tuple[ClauseFilter, str] | None:
    """The condition, and the word that the documents do not have (empty when all are found); None when it sets none."""
    words = k.asking.cut(u.text)
    of_regimes = asks_for(u.text, k, ("regime", "check"))
    concern = words.has("concern") or bool(_RELATED.search(u.text))
    if not of_regimes and not (concern and asks_for(u.text, k, ("provision", "penalty"))):
        return None
    groups: list[tuple[str, ...]] = []
    absent = ""
    for run in words.left:
        group = _with_before(words.before.get(run, "") + run, k) or _group(run, k, in_regimes=of_regimes)
        absent = absent or ("" if group else k.asking.readings(run)[-1])
        groups.append(group or alternatives(run, k))
    for run in () if groups else words.maybe:
        groups += [alternatives(r, k) for r in k.asking.readings(run) if any(w.said == r for w in k.wordings(r))][:1]
    if not groups or (absent and not concern):
        return None
    either = "或" in u.text or "、" in u.text
    terms = (tuple(t for g in groups for t in g),) if either else tuple(groups)
    return ClauseFilter(terms, of_regimes), absent


def _with_before(whole: str, k: Knowledge) -> tuple[str, ...]:
    """A run with the word before it, when both together are an everyday wording or stand in a clause."""
    if any(w.said == whole for w in k.wordings(whole)):
        return alternatives(whole, k)
    return (whole,) if next(ClauseFilter(((whole,),), True).clauses(k), None) else ()


def _group(run: str, k: Knowledge, *, in_regimes: bool) -> tuple[str, ...]:
    """The first reading of a run that some clause or duty has, with what it means; empty when none has."""
    for means in readings(run, k):
        read = ClauseFilter((means,), in_regimes)
        if next(read.clauses(k), None) or next(read.duties(k), None):
            # 定点药店 stands in one title of a document; what it means stands everywhere.
            return tuple(dict.fromkeys((*means, *alternatives(means[0], k))))
    return ()
