"""A question that the bureau has already answered on a page of its own."""

from __future__ import annotations

import re

from assistant.act.nearest import nearest, share_said, without_asking
from assistant.act.record_results import PublishedAnswerResult
from assistant.knowledge import Knowledge
from assistant.question import Understanding

_ENOUGH = 0.6
"""Least share of the question that the published one must cover."""
_BOTH = 0.5
"""Least share of the published question that must be said: half a question in common is another question."""
_SAME_WORDS = 0.75
"""Share of the characters of either question, without its asking words, that the other has: the same in another order."""
_LEAST = 4
_EMPTY = re.compile(r"[为何时能不会办理使用怎样如使得有些进行业务一个的了是呢啊吧，。？?、！\s]")


def published(u: Understanding, k: Knowledge) -> PublishedAnswerResult | None:
    """Published answers to the same question; None where none is close enough from both sides."""
    found = tuple(
        k.records.published[i]
        for i in nearest(u, k, k.records.published_matcher, _ENOUGH)
        if share_said(k.records.published[i][1].question.text, (u.text,)) >= _BOTH
    )
    found = found or _reworded(u, k)
    return PublishedAnswerResult(found) if found else None


def _reworded(u: Understanding, k: Knowledge):
    """The published question with the same words in another order, where one is clearly nearest."""
    asked = _words(u.text)
    if len(asked) < _LEAST:
        return ()
    scored = sorted(
        ((_in_common(asked, _words(q.question.text)), -n) for n, (_, q) in enumerate(k.records.published)), reverse=True
    )
    if not scored or scored[0][0] < _SAME_WORDS:
        return ()
    return (k.records.published[-scored[0][1]],)


def _words(text: str) -> set[str]:
    return set(_EMPTY.sub("", without_asking(text)))


def _in_common(a: set[str], b: set[str]) -> float:
    """The smaller of both shares."""
    both = len(a & b)
    return min(both / len(a), both / len(b)) if a and b else 0.0
