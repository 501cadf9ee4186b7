"""Who carries out a kind of check: the clauses of a regime that name an actor, for the kind that the question names."""

from __future__ import annotations

import re

from assistant.question import Understanding
from corpus.records import Clause, Document, Regime

_ACTS = re.compile(r"由[^，。；]{2,60}?(?:牵头|组织|进行|实施|负责|参加)|[^，。；]{2,20}牵头|会同[^，。；]{2,40}")
_LEAD = re.compile(r"^(?:[（(][^）)]{1,3}[）)]|\d{1,2}[、．.])?(?P<lead>[^，。；：:]{2,16})[。：:]")
_FEW = 3
"""Clauses up to which all of them are shown when the question names no kind of check."""


def conductors(u: Understanding, document: Document, regime: Regime) -> tuple[Clause, ...]:
    """Clauses that say who acts; only those of the kind of check named (定期检查 is not 不定期检查). Empty when none does."""
    own = [
        document.clauses[c] for part in regime.parts if part.kind not in ("contents", "handling") for c in part.clauses
    ]
    acting = [c for c in own if _ACTS.search(c.text)]
    named = [c for c in acting if (lead := _lead(c)) and lead in u.text and f"不{lead}" not in u.text]
    return tuple(named or (acting if len(acting) <= _FEW else ()))


def _lead(clause: Clause) -> str:
    m = _LEAD.match(clause.text)
    return m["lead"] if m else ""
