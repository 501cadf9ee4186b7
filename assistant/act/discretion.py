"""Steps of a discretion standard (裁量基准), and violations that go unpunished under stated circumstances."""

from __future__ import annotations

import re

from assistant.act.limits import holds, stated
from assistant.act.nearest import nearest, share_said
from assistant.act.record_results import TierResult, WaiverResult
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from assistant.understand.conduct import conduct
from assistant.understand.overlap import Matcher
from corpus.records import Document, Tier

_FOUND = re.compile(r"被?(?:发现|查到|查处|查出)|会不会|会|要")
_ENOUGH = 0.5
_SAID = 0.3
_POINTED = 0.35
"""Least share of the question's circumstances that a step must cover to be the one it points at."""


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
    return None


def waiver(u: Understanding, k: Knowledge) -> WaiverResult | None:
    """Waivers of the violation that a question names, when it asks whether one is spared; else None."""
    if not k.records.waivers or "spared" not in u.cues:
        return None
    found = nearest(u, k, k.records.waiver_matcher, _ENOUGH)
    kept = tuple(
        k.records.waivers[i]
        for i in found
        if share_said(k.records.waivers[i][1].violation, (u.content, *_meant(u, k))) >= _SAID
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
    rest = u.content
    for pair in (tiers[0].violation, *_meant(u, k)):
        rest = rest.replace(pair, "，")
    ranked = Matcher(tuple(t.circumstances for t in tiers)).rank(rest, limit=2)
    clear = ranked and ranked[0][1] >= _POINTED and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    return (tiers[ranked[0][0]].index,) if clear else ()
