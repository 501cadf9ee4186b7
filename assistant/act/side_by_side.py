"""Several violations named beside each other (涂改和伪造哪个罚得重; 超范围罚多少？那乱收费呢): the consequences of each."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.act.case import judge
from assistant.act.results import PenaltyResult
from assistant.act.violations import Search
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from corpus.records import Document, Penalty

_BETWEEN = re.compile(r"[？?。；;]|和|跟|与|还是|以及|那(?:么)?")
_ASKING = ("penalty", "handling", "filler")
_SHORTEST = 4
"""Characters from which a part of a question can name a conduct."""
_STATED = 0.6
"""Least share of a part's own words that a violation must cover."""


def side_by_side(u: Understanding, k: Knowledge) -> PenaltyResult | None:
    """The violations that the parts of a question name, in that order; None unless they name at least two.

    Facts of a case (a number of persons, a proposed fine) belong to one violation: then nothing is put side by side.
    """
    f = u.facts
    if "penalty" not in u.cues or f.persons or f.units or f.gains_yuan or f.proposed_yuan or f.proposed_times:
        return None
    named: dict[tuple[str, str], list[tuple[Document, Penalty]]] = {}
    for part in _BETWEEN.split(u.text):
        told = _without_asking(part, k)
        if len(told) < _SHORTEST:
            continue
        search = Search(replace(u, text=part, content=told, rest=told), k)
        if search.stated >= _STATED and search.ranked and search.same_conduct(search.ranked[0][0]):
            chosen = search.chosen()
            named.setdefault((chosen[0][0].id, chosen[0][1].violation), chosen)
    together = [found for chosen in named.values() for found in chosen]
    return judge(together, u, k) if len(named) > 1 else None


def _without_asking(part: str, k: Knowledge) -> str:
    for word in sorted((w for kind in _ASKING for w in k.vocabulary.cues.get(kind, ())), key=len, reverse=True):
        part = part.replace(word, "，")
    return part.strip("，")
