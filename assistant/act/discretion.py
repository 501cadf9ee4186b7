"""Steps of a discretion standard (裁量基准), and violations that go unpunished under stated circumstances."""

from __future__ import annotations

import re

from assistant.act.grades import counted
from assistant.act.limits import holds, stated
from assistant.act.nearest import nearest, share_said, short_form, without_asking
from assistant.act.record_results import TierResult, WaiverResult
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from assistant.understand.conduct import conduct
from assistant.understand.numerals import plain_numerals
from assistant.understand.overlap import Matcher
from corpus.records import Document, Tier, Waiver

_FOUND = re.compile(r"被?(?:发现|查到|查处|查出)|会不会|会|要")
_ENOUGH = 0.5
_SAID = 0.3
_WAIVERS = 3
_AS_GOOD = 0.85
_FINED = re.compile(r"(?:还|要|会|用)(?:不要|不会|被|要)?(?:处罚|罚款?)吗?|罚不罚|首次|第一次")
"""A question whether one is fined at all."""
_HOW_MUCH = re.compile(r"多少|几倍|几元|标准|幅度")
_WHICH = re.compile(r"哪些|哪几|有什么|清单")
_LISTING = re.compile(
    r"首违|首次|违法|违规|免罚|不予|免予|免于|从轻|减轻|轻微|处罚|不罚|事项|情形|情况|清单|行为|的|有|了|，|、|。|？|[?]"
)
_SHORT_FORM = 3
_AT_LEAST = 0.25
"""Share of the question that a standard must cover for a short name of its violation to count."""
_POINTED = 0.35
"""Least share of the question's circumstances that a step must cover to be the one it points at."""
_AS_AN_ACT = re.compile(r"^对(?P<conduct>.+?)的?(?:行政)?处罚$")
"""How lists of powers name a violation (`对违规延长工作时间的处罚`): people say the middle of it."""


def discretion(u: Understanding, k: Knowledge) -> TierResult | None:
    """The steps for the violation that a question on a fine names; None where no standard holds it."""
    asked = {"penalty", "handling", "discretion"} & u.cues or u.facts.proposed_yuan is not None
    if not k.records.discretion or not asked:
        return None
    for i in nearest(u, k, k.records.discretion_matcher, _ENOUGH, said=_told(u, k)):
        document, tiers = k.records.discretion[i]
        said = (u.text, *_meant(u, k))
        if max(share_said(words, said) for words in (tiers[0].violation, *(t.circumstances for t in tiers))) >= _SAID:
            fitting = _for_subject(u, tiers)
            return TierResult(document, fitting, _measured(u, document, fitting) or _pointed_at(u, k, fitting), u.facts)
    for i in nearest(u, k, k.records.discretion_matcher, _AT_LEAST):
        document, tiers = k.records.discretion[i]
        if _names(u, k, tiers[0].violation):
            fitting = _for_subject(u, tiers)
            return TierResult(document, fitting, _measured(u, document, fitting) or _pointed_at(u, k, fitting), u.facts)
    return None


def waiver(u: Understanding, k: Knowledge) -> WaiverResult | None:
    """Waivers of the violation that a question names, when it asks whether one is spared; else None."""
    spared = "spared" in u.cues or bool(_FINED.search(u.text))
    if not k.records.waivers or not spared or (_HOW_MUCH.search(u.text) and "spared" not in u.cues):
        return None
    if every := _every(u, k):
        return WaiverResult(every)
    asked = without_asking(u.text)
    ranked = k.records.waiver_matcher.rank(asked, k.wordings(u.text), limit=_WAIVERS)
    kept = tuple(
        k.records.waivers[i]
        for i, s in ranked
        if s >= _AT_LEAST and s >= _AS_GOOD * ranked[0][1] and _names(u, k, k.records.waivers[i][1].violation)
    )
    return WaiverResult(kept) if kept else None


def _told(u: Understanding, k: Knowledge) -> str:
    """What is said to have been done, without the words that ask how it is graded or spared."""
    text = conduct(u, k).text
    for word in sorted((*k.vocabulary.cues["spared"], *k.vocabulary.cues["discretion"]), key=lambda w: (-len(w), w)):
        text = text.replace(word, "，")
    return _FOUND.sub("，", text)


def _meant(u: Understanding, k: Knowledge) -> tuple[str, ...]:
    return tuple(m for w in k.wordings(u.text) for m in w.means)


def _every(u: Understanding, k: Knowledge) -> tuple[tuple[Document, Waiver], ...]:
    """All of them, where a question asks which there are and names no violation."""
    left = _LISTING.sub("", without_asking(u.text))
    return k.records.waivers if _WHICH.search(u.text) and len(left) <= 1 else ()


def _names(u: Understanding, k: Knowledge, violation: str) -> bool:
    """Whether the question names a violation: much of its words, or its end in a short form (未年报)."""
    listed = _AS_AN_ACT.match(violation)
    violation = listed["conduct"] if listed else violation
    if share_said(violation, (u.content, *_meant(u, k))) >= _SAID:
        return True
    short = short_form(without_asking(u.text), violation)
    return len(short) >= _SHORT_FORM and short[-1] == violation.rstrip("的")[-1:]


def _for_subject(u: Understanding, tiers: tuple[Tier, ...]) -> tuple[Tier, ...]:
    """Only the steps for the kind of subject that the question names, where it names one."""
    named = {t.subject for t in tiers if t.subject and t.subject in u.text}
    return tuple(t for t in tiers if t.subject in named) if named else tiers


def _measured(u: Understanding, document: Document, tiers: tuple[Tier, ...]) -> tuple[int, ...]:
    """Steps whose figures all hold for a number that the question states (招了 30 人: 10人以上50人以下)."""
    found: list[int] = []
    for tier in tiers:
        within = tier.circumstances_span
        rules = [q for q in document.quantities if within.start <= q.span.start and q.span.end <= within.end]
        said = [stated(u.text, q) for q in rules]
        if rules and all(s and holds(q, s[0]) for q, s in zip(rules, said, strict=True)):
            found.append(tier.index)
    return tuple(found)


def _pointed_at(u: Understanding, k: Knowledge, tiers: tuple[Tier, ...]) -> tuple[int, ...]:
    """Steps whose name the question says, or whose circumstances it tells better than those of any other step."""
    named = tuple(t.index for t in tiers if t.name and t.name in u.text)
    if named:
        return named
    if by_count := counted(tiers, plain_numerals(u.text)):
        return by_count
    rest = u.content
    for pair in (tiers[0].violation, *_meant(u, k)):
        rest = rest.replace(pair, "，")
    ranked = Matcher(tuple(t.circumstances for t in tiers)).rank(rest, limit=2)
    clear = ranked and ranked[0][1] >= _POINTED and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    return (tiers[ranked[0][0]].index,) if clear else ()
