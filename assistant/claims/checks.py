"""Which check (专项督查, 内部稽核) a stretch names, among those that a regime has."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.claims.holdings import distinctive
from assistant.knowledge import Knowledge
from assistant.understand.overlap import pairs

_ENOUGH = 0.3
"""Share of a check's own words that name it."""
_TELLING = 3


def named_checks(text: str, leads: tuple[str, ...], k: Knowledge) -> frozenset[str]:
    """The checks a stretch names, each by its name, by words that only it has, or by an everyday wording."""
    literal = {lead for lead in leads if lead in text and (len(lead) >= _TELLING or _opens(text, lead))}
    meant = {m for w in k.wordings(text) for m in w.means}
    said = pairs(text)
    scored = {lead: _share(lead, leads, said) for lead in leads}
    by_words = {lead for lead, share in scored.items() if share >= _ENOUGH and len(lead) >= _TELLING}
    by_meaning = {lead for lead in leads if lead in meant}
    return frozenset(literal or by_words or by_meaning)


def _opens(text: str, lead: str) -> bool:
    """A short name (抽查) is in everybody's mouth: it names the item only where a stretch opens with it."""
    return re.search(rf"(?:^|[、．.）)。；]){lead}[：:。，每]", text) is not None


def last_named(stretches: Iterable[str], leads: tuple[str, ...], k: Knowledge) -> frozenset[str]:
    """The checks named by the first of the stretches that names any."""
    return next((found for s in stretches if (found := named_checks(s, leads, k))), frozenset())


def _share(lead: str, leads: tuple[str, ...], said: dict[str, int]) -> float:
    own = distinctive(lead, leads)
    return sum(1 for p in own if p in said) / len(own) if own else 0.0
