"""Under which condition a consequence applies, and whether a statement says that it is met."""

from __future__ import annotations

import re

from assistant.claims.holdings import Holdings
from assistant.understand.overlap import pairs
from corpus.records import Penalty

_LIKE = 0.5
"""Share of a condition's character pairs from which a statement's condition is the same in other words."""
_WITHOUT = re.compile(r"^(?:没有|无|未)(?P<what>.+)$")


def met(when: str, said: str, h: Holdings) -> bool:
    """Whether the words `said` state the condition `when`."""
    if without := _WITHOUT.match(when):
        what = re.escape(without["what"])
        return re.search(rf"(?:没有|没|无|未获|未)(?:任何)?{what}", said) is not None
    if when in said:
        return True
    if re.fullmatch(r"[一二两三四五六七八九十\d]+次(?:以上)?", when):
        return False
    if any(when in w.means for w in h.knowledge.wordings(said)):
        return True
    own = pairs(when)
    return bool(own) and sum(1 for p in own if p in pairs(said)) >= _LIKE * len(own) and not _denied(when, said)


def _denied(when: str, said: str) -> bool:
    """情节轻微 is not 情节严重 though half of it is the same."""
    head, tail = when[:2], when[2:]
    return len(when) == 4 and head in said and tail not in said


def applying(penalties: tuple[Penalty, ...], said: str, h: Holdings) -> tuple[Penalty, ...]:
    """The consequences for the case as stated: those whose condition is met, else those without condition."""
    under = tuple(p for p in penalties if p.when and met(p.when, said, h))
    return under or tuple(p for p in penalties if p.when is None)
