"""Frequencies, shares, head-counts, counts, scores and days of the year, against those of the regime they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.claims.checks import last_named
from assistant.claims.finding import Finding
from assistant.claims.holdings import Holdings, lead_of
from assistant.claims.relations import agreement, figure_words
from assistant.claims.report import Verdict
from assistant.claims.sampling import of_total
from assistant.claims.scene import CLEAR, Subject
from assistant.understand.overlap import pairs
from corpus.quantities.figures import Figure, find_figures
from corpus.quantities.surroundings import object_of, part_before, period_of
from corpus.records import Document, Quantity
from corpus.tidy import tidy

_FAMILIES: dict[str, str] = {
    "frequency": "times",
    "share": "share",
    "headcount": "persons",
    "score": "score",
    "date": "date",
}
_CHECKING = re.compile(r"检查|巡查|督查|稽核|抽查|监督|核查|年检|年审|暗访|回访|执法|考核|监管|稽查|审计|抽样")
_INSPECTOR = re.compile(r"执法|检查|督查|巡查|稽核|监察|工作人员|人数|办案|监督|核查|上门|调查")
_NAMED = 0.6
"""Share of what a day or a score is for that must be said where no regime is named."""
_SAID, _PART_OF = 0.3, 0.75
"""Share of the documents' name of what is counted that must be said; or share of the claim's name that is in theirs."""
_BESIDE = 10
"""Characters beside a bare number of persons within which they must be said to inspect."""
_RECENT = 60
"""Characters told before that may still name what a figure is about."""
_INSPECTION = re.compile(r"执法|检查|督查|巡查|稽核")
_CASE_PERSON = re.compile(r"求职|劳动者|未成年|职工|员工|学员|教师|群众|参保|受害|农民工|学生|儿童|孩子|童工|退休|从业")


_COMPUTED = re.compile(r"[×=＝*/÷+]")
"""Part of a working, which states no rule."""
_DENIED = re.compile(r"(?:无需|无须|不需要?|不必|不用|不要求|没有要求|没要求|可以不|不一定要?)[^，；。]{0,8}$")
"""Words before a figure that turn it into its opposite."""


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """A figure of a statement with what the words around it say of it."""

    figure: Figure
    period: str | None
    part: str
    """The comma part it stands in."""
    object: str


def figures(subject: Subject, h: Holdings) -> Iterator[Finding]:
    """A finding for each figure that could be a rule on checking."""
    text = subject.text
    for figure in find_figures(text):
        if figure.kind in ("deadline", "amount", "multiple") or _COMPUTED.search(_beside(text, figure)):
            continue
        if "岁" in figure.unit:
            yield from _age(figure, subject)
            continue
        claim = FigureClaim(figure, period_of(text, figure), _part(text, figure), object_of(text, figure))
        if not _claims(claim, subject):
            continue
        yield _judge(claim, replace(subject, scene=subject.at(figure.start)), h)


def _beside(text: str, figure: Figure) -> str:
    return text[max(0, figure.start - 2) : figure.start] + text[figure.end : figure.end + 2]


def _age(figure: Figure, subject: Subject) -> Iterator[Finding]:
    """An age that is part of the violation spoken of (为不满十六周岁的未成年人介绍就业)."""
    for g in subject.bound.groups:
        held = [f for f in find_figures(g.first.violation) if "岁" in f.unit]
        if held and figure.compared and subject.bound.told:
            right = any(f.value == figure.value and f.relation == figure.relation for f in held)
            verdict: Verdict = "supported" if right else "contradicted" if subject.bound.sure else "unclear"
            reason = "与原文一致" if right else f"与原文不符：原文是“{g.first.violation}”"
            yield Finding(
                "figure", figure.start, figure.end, verdict, reason, g.first.violation, ((g.document, g.first.span),)
            )
            return


def _part(text: str, figure: Figure) -> str:
    ends = [i for mark in "，。；：" if (i := text.find(mark, figure.end)) >= 0]
    return part_before(text, figure) + text[figure.start : min(ends, default=len(text))]


def _claims(claim: FigureClaim, subject: Subject) -> bool:
    """Whether a figure states a rule on checking; a number of persons in a case or of units in the county does not."""
    f, around = claim.figure, subject.text
    if f.kind == "headcount":
        if subject.scene.regime is None and not _INSPECTION.search(around):
            return False
        near = around[max(0, f.start - _BESIDE) : f.end + _BESIDE]
        return bool(_INSPECTOR.search(claim.part if f.compared else near)) and not _CASE_PERSON.search(
            f"{claim.part}，{claim.object}"
        )
    if f.kind == "count":
        return bool(f.compared or claim.period) and bool(_CHECKING.search(around + subject.scene.heading))
    if f.kind == "frequency":
        return bool(f.compared or claim.period or _CHECKING.search(claim.part))
    return True


def _judge(claim: FigureClaim, subject: Subject, h: Holdings) -> Finding:
    family = _family(claim.figure)
    place = subject.scene.regime
    if family == "units" and (counted := of_total(claim.figure, claim.part, subject, h)):
        return counted
    pool = [
        (d, q)
        for d, q in h.knowledge.quantities
        if _family_of(q) == family and q.value is not None and (place is None or _at(d, q, h) == place)
    ]
    if not pool:
        return _finding(claim, "not_in_corpus", "文件里没有与它对应的数字")
    chosen, sure = _choose(claim, pool, subject, h)
    sure = sure and not (family == "units" and all(q.period and q.period != claim.period for _, q in chosen))
    for d, q in chosen:
        note = agreement(claim.figure, claim.period, q, planned=_planned(subject))
        if note.agrees and not _DENIED.search(subject.text[: claim.figure.start]):
            return _finding(claim, "supported", note.words, d, q)
        if note.agrees and sure:
            return _finding(claim, "contradicted", f"与原文相反：原文是“{figure_words(q)}”", d, q)
    if not chosen:
        return _finding(claim, "not_in_corpus", "文件里没有与它对应的数字")
    d, q = chosen[0]
    if not sure:
        return _finding(claim, "unclear", "说的是哪一项检查不够确定，请人工核对", d, q)
    note = agreement(claim.figure, claim.period, q, planned=False)
    return _finding(claim, "contradicted", f"与原文不符：{note.words}", d, q)


def _choose(
    claim: FigureClaim, pool: list[tuple[Document, Quantity]], subject: Subject, h: Holdings
) -> tuple[list[tuple[Document, Quantity]], bool]:
    """The figures that the claim may be about, likeliest first, and whether that is sure."""
    leads = tuple(dict.fromkeys(lead_of(q) for _, q in pool if lead_of(q)))
    places = {(d.id, q.regime) for d, q in pool}
    known = tuple(dict.fromkeys(x for p in places for x in h.leads.get(p, ())))
    before = subject.text[: claim.figure.start]
    stretches = (claim.part, _last_parts(before), before, subject.scene.lead, subject.scene.heading)
    named = last_named(stretches, known, h.knowledge)
    of_check = [(d, q) for d, q in pool if lead_of(q) in named]
    of_regime = subject.scene.regime is not None and subject.scene.regime_share >= CLEAR
    if claim.figure.kind == "headcount":
        alike = _unanimous(pool) and _INSPECTION.search(subject.text) is not None
        return _like(claim, of_check or pool), of_regime or alike
    if of_check and not last_named((claim.part,), known, h.knowledge):
        # The check was named before; the figure's own part may name a thing of its own (许可证年检每年一次).
        own = [(d, q) for d, q in pool if not lead_of(q) and _about(claim, q)]
        of_check = own or of_check
    if of_check and not any(lead in subject.text + subject.scene.heading for lead in named):
        # A word of its name alone (日常监管) may mean the regime's other rules of that period.
        of_check += [(d, q) for d, q in pool if claim.period and q.period == claim.period and (d, q) not in of_check]
    if of_check:
        plain = subject.named and any(lead in claim.part for lead in named)
        return _like(claim, of_check), of_regime or plain or (subject.scene.regime is None and len(places) == 1)
    if named and leads:
        own = [(d, q) for d, q in pool if not lead_of(q) or _about(claim, q)]
        return _like(claim, own), bool(own) and of_regime and len(own) == 1
    said = [(d, q) for d, q in pool if _about(claim, q)]
    if claim.figure.kind in ("score", "date"):
        said = said or [(d, q) for d, q in pool if _object_said(subject.scene.told[-_RECENT:] + subject.text, q)]
        told = subject.scene.told[-_RECENT:] + subject.text
        return _like(claim, said), any(of_regime or _share(q.object, told) >= _NAMED for _, q in said)
    same = [(d, q) for d, q in pool if claim.period and q.period == claim.period]
    chosen = said or same or pool
    certain = (
        of_regime
        and (bool(same) or len({(q.value, q.period) for _, q in chosen}) == 1)
        and bool(said or _CHECKING.search(subject.text))
    )
    return _like(claim, chosen), certain


def _last_parts(before: str) -> str:
    return before[max(before.rfind("；"), before.rfind("。"), before.rfind("，", 0, max(before.rfind("，"), 0))) + 1 :]


def _like(claim: FigureClaim, chosen: list[tuple[Document, Quantity]]) -> list[tuple[Document, Quantity]]:
    """The chosen whose object, period and unit fit best; all that fit equally."""
    scored = [(_fit(claim, d, q), i) for i, (d, q) in enumerate(chosen)]
    top = max((s for s, _ in scored), default=(0.0,))
    return [chosen[i] for s, i in scored if s == top]


def _fit(claim: FigureClaim, document: Document, q: Quantity) -> tuple[float, ...]:
    own = pairs(q.object)
    share = sum(1 for p in own if p in pairs(claim.part)) / len(own) if own else 0.0
    unit = q.unit == claim.figure.unit
    if q.kind in ("share", "score", "date"):
        return (round(share, 2), float(_worded(claim, document, q)))
    return (float(_same_period(claim.period, q.period)), round(share, 2), float(unit))


def _worded(claim: FigureClaim, document: Document, q: Quantity) -> bool:
    """Whether the claim shares the words right before the figure (抽取 against 抽查面)."""
    sentence = tidy(document.text, q.sentence).text
    own = tidy(document.text, q.span).text
    before = sentence.split(own)[0][-6:]
    return bool(set(pairs(before)) & set(pairs(claim.part)))


def _same_period(claimed: str | None, held: str | None) -> bool:
    return (claimed or "")[:2] == (held or "")[:2]


def _about(claim: FigureClaim, q: Quantity) -> bool:
    """Whether the claim counts what the figure of the documents counts: it says enough of that name, or its own is part of it."""
    return _object_said(claim.part, q) or _share(claim.object, q.object) >= _PART_OF


def _object_said(words: str, q: Quantity) -> bool:
    return _share(q.object, words) >= _SAID


def _share(name: str, words: str) -> float:
    own, said = pairs(name), pairs(words)
    return sum(1 for p in own if p in said) / len(own) if own else 0.0


def _unanimous(pool: list[tuple[Document, Quantity]]) -> bool:
    return len({(q.value, q.relation) for _, q in pool}) == 1


def _planned(subject: Subject) -> bool:
    return (
        re.search(r"计划|拟(?!处|罚)|安排|本年度|今年|我[局所股科]|已(?:经)?(?:完成|开展|组织)|实际|共", subject.text)
        is not None
    )


def _family(f: Figure) -> str:
    if f.kind == "count":
        return "age" if "岁" in f.unit else "units"
    return _FAMILIES.get(f.kind, f.kind)


def _family_of(q: Quantity) -> str:
    if q.kind == "count":
        return "age" if "岁" in q.unit else "times" if q.unit == "次" else "units" if q.unit in "家户个件份" else q.kind
    return _FAMILIES.get(q.kind, q.kind)


def _at(d: Document, q: Quantity, h: Holdings) -> tuple[int, int] | None:
    return None if q.regime is None else (h.knowledge.document_index(d), q.regime)


def _finding(
    claim: FigureClaim, verdict: Verdict, reason: str, document: Document | None = None, q: Quantity | None = None
) -> Finding:
    f = claim.figure
    if document is None or q is None:
        return Finding("figure", f.start, f.end, verdict, reason)
    return Finding("figure", f.start, f.end, verdict, reason, figure_words(q), ((document, q.sentence),))
