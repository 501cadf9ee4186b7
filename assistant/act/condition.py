"""Which of several consequences a case's own facts call for: 没有违法所得, 逾期不改正, 2次以上."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.act.results import PenaltyHit
from assistant.question import Facts
from assistant.understand.facts import number
from assistant.understand.overlap import Wording

_TIMES = re.compile(r"^(?P<n>[0-9一二两三四五六七八九十]+)次(?P<more>以上)?$")
_NO_GAINS = "没有违法所得"


def stated(hits: Iterable[PenaltyHit], text: str, facts: Facts, wordings: Iterable[Wording]) -> str:
    """The condition, in the document's words, that the question says is met; empty when none or more than one is."""
    meant = {m for w in wordings for m in w.means}
    met = {h.penalty.when for h in hits if h.penalty.when and _met(h.penalty.when, text, facts, meant)}
    return met.pop() if len(met) == 1 else ""


def _met(when: str, text: str, facts: Facts, meant: set[str]) -> bool:
    if when == _NO_GAINS:
        return facts.no_gains
    times = _TIMES.match(when)
    if times:
        n = number(times["n"])
        if n is None or facts.times is None:
            return False
        return facts.times >= n if times["more"] else facts.times == n
    return when in text or when in meant
