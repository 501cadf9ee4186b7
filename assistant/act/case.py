"""A case judged: every consequence of its violations with sum, verdict and whether the facts call for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from assistant.act.condition import Case, applicable
from assistant.act.money import base_of, factors_of, total, verdict
from assistant.act.penalty_results import Need, PenaltyHit, PenaltyResult
from assistant.knowledge import Knowledge
from assistant.question import Facts, Understanding
from assistant.understand.numerals import number
from corpus.records import Document, Penalty

_UNDER_AGE = re.compile(r"(?:不满|未满)(?P<n>[0-9一二三四五六七八九十]+)周?岁")
_TOTAL = re.compile(r"一共|总共|共计|总额|总计|合计(?!算)|加起来|(?<!公)共(?:要|需|该|应|能|得|可)?罚|总的罚")
_OPEN_UNTIL = re.compile(r"逾期|拒不|拒绝|情节|所得")
"""Conditions whose being met changes what is lawful and which whoever asks can tell."""

Found = tuple[Document, Penalty]


def judge(chosen: Sequence[Found], u: Understanding, k: Knowledge, *, sure: bool = True) -> PenaltyResult:
    """The result for penalties in document order; consequences that the facts call for come first in each violation."""
    meant = frozenset(m for w in k.wordings(u.text) for m in w.means)
    hits: list[PenaltyHit] = []
    needs: list[Need] = []
    for _, same in groupby(chosen, key=_violation):
        group = list(same)
        facts = facts_for(group[0][1], u.facts)
        applies = applicable([p for _, p in group], Case(u.text, facts, meant))
        judged = [_hit(d, p, facts, a) for (d, p), a in zip(group, applies, strict=True)]
        hits += sorted(judged, key=_order)
        needs += _needs(judged, facts)
    wants = u.facts.proposed_yuan is not None or u.facts.proposed_times is not None or bool(_TOTAL.search(u.text))
    met = {h.penalty.when for h in hits if h.applies and h.penalty.when}
    return PenaltyResult(
        hits=tuple(hits),
        needs=tuple(dict.fromkeys(needs)) if wants else (),
        sure=sure,
        met=met.pop() or "" if len(met) == 1 else "",
        excluded=tuple(sorted({a for _, p in chosen for a in _too_old(p, u.facts)})),
        judge=u.facts.proposed_yuan is not None or u.facts.proposed_times is not None,
    )


def age_limit(p: Penalty) -> float | None:
    """The age that a violation's persons must be under (不满十六周岁 → 16); None where it sets none."""
    limit = _UNDER_AGE.search(p.violation)
    return number(limit["n"]) if limit else None


def facts_for(p: Penalty, facts: Facts) -> Facts:
    """The facts as one violation counts them: only persons under its age, where the question tells the ages."""
    limit = age_limit(p)
    if limit is None or not facts.ages:
        return facts
    young = [a for a in facts.ages if a.age < limit]
    if len(young) == len(facts.ages):
        return facts
    counted = [a.persons for a in young if a.persons is not None]
    return replace(facts, persons=sum(counted) if counted and len(counted) == len(young) else None)


def _too_old(p: Penalty, facts: Facts) -> list[int]:
    limit = age_limit(p)
    return [a.age for a in facts.ages if limit is not None and a.age >= limit]


def all_too_old(p: Penalty, facts: Facts) -> bool:
    """Whether every person whose age is told has reached the age that the violation sets (16 岁 is not 不满十六周岁)."""
    return bool(facts.ages) and len(_too_old(p, facts)) == len(facts.ages)


def _violation(found: Found) -> tuple[str, str, int | None]:
    document, p = found
    return document.id, p.violation, p.clause


def _hit(document: Document, p: Penalty, facts: Facts, applies: bool | None) -> PenaltyHit:
    if applies is False:
        return PenaltyHit(document, p, None, None, applies)
    sum_ = total(p.fine, facts)
    return PenaltyHit(document, p, sum_, verdict(p.fine, sum_, facts), applies)


def _order(hit: PenaltyHit) -> int:
    """Met conditions first, then what holds without one, then what is open, then what does not apply."""
    if hit.applies:
        return 0 if hit.penalty.when else 1
    return 2 if hit.applies is None else 3


def _needs(hits: Sequence[PenaltyHit], facts: Facts) -> Iterator[Need]:
    """What would have to be known to give the sum or the verdict of each consequence that may apply."""
    for hit in hits:
        fine, when = hit.penalty.fine, hit.penalty.when
        if hit.applies is False or fine.kind == "none":
            continue
        if hit.applies is None and when and _OPEN_UNTIL.search(when):
            yield Need("condition", when)
        if hit.total or (hit.verdict and hit.verdict.unit != "元"):
            continue
        if fine.kind == "multiple" and base_of(fine, facts) is None:
            yield Need("gains" if "所得" in (fine.base or "") else "base", fine.base or "")
        for n, unit in factors_of(fine, facts):
            if n is None and unit == "人":
                limit = _UNDER_AGE.search(hit.penalty.violation)
                yield Need("young", limit[0]) if limit and facts.ages else Need("persons", "")
            elif n is None:
                yield Need("count", unit)
