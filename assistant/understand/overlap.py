"""How much of a question a text covers: weighted character pairs, with everyday wordings counted as what they mean.

Records (violations, regimes, indicators, duty sentences) are few and short, so exact weights beat an index here: a pair
of characters weighs more the fewer texts have it, pairs that no text has weigh little (people say much that a rule
does not), and an everyday wording counts as covered when the text has one of its formal wordings.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

_WORD = re.compile(r"[一-鿿A-Za-z0-9]+")
_UNSEEN = 0.25
"""Weight of a pair that no text has, as a share of the weight of one that a single text has."""

_LATER = 0.9
"""Worth of each further meaning of a wording against the one before it."""


@dataclass(frozen=True, slots=True)
class Wording:
    """An everyday wording found in the question, and the formal wordings it stands for."""

    said: str
    means: tuple[str, ...]
    """Likeliest first."""
    who: bool = False
    """Names a party, not something done."""


def pairs(text: str) -> Counter[str]:
    """Adjacent character pairs inside runs of letters and characters."""
    return Counter(w[i : i + 2] for w in _WORD.findall(text) for i in range(len(w) - 1))


@dataclass(frozen=True)
class Matcher:
    """Ranks a fixed list of texts by how much of a question they cover."""

    texts: tuple[str, ...]
    background: tuple[str, ...] = ()
    """Other texts of the same field: a pair that only they have is a word of the field, and missing it weighs in full."""

    @cached_property
    def _pairs(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(pairs(t)) for t in self.texts)

    @cached_property
    def _weights(self) -> dict[str, float]:
        seen = Counter(p for ps in self._pairs for p in ps)
        for text in self.background:
            seen.update(set(pairs(text)))
        n = max(len(self.texts) + len(self.background), 2)
        return {p: math.log(1 + n / c) for p, c in seen.items()}

    @cached_property
    def _postings(self) -> dict[str, list[int]]:
        out: dict[str, list[int]] = {}
        for i, ps in enumerate(self._pairs):
            for p in ps:
                out.setdefault(p, []).append(i)
        return out

    def rank(self, content: str, wordings: Sequence[Wording] = (), limit: int = 10) -> list[tuple[int, float]]:
        """`(index, coverage 0–1)` of the best texts, best first; ties go to the text with less beside the match."""
        base = self._base(content, wordings)
        total = sum(base.values()) + sum(self._mass(w) for w in wordings)
        if not total:
            return []
        hits: defaultdict[int, float] = defaultdict(float)
        for pair, weight in base.items():
            for i in self._postings.get(pair, ()):
                hits[i] += weight
        for w in wordings:
            mass = self._mass(w)
            meant = [(m, frozenset(pairs(m)), _LATER**n) for n, m in enumerate(w.means)]
            for i in self._candidates(w.means):
                hits[i] += mass * max(self._share(m, ps, i) * worth for m, ps, worth in meant)
        scored = [(i, s / total, len(self._pairs[i])) for i, s in hits.items()]
        scored.sort(key=lambda x: (-round(x[1], 6), x[2], x[0]))
        return [(i, s) for i, s, _ in scored[:limit]]

    def said(self, content: str, wordings: Sequence[Wording], i: int) -> bool:
        """Whether the question shares words of its own with a text, beside its everyday wordings; True if it has none."""
        base = self._base(content, wordings)
        known = [p for p in base if p in self._weights]
        return not known or any(p in self._pairs[i] for p in known)

    def weight(self, pair: str) -> float:
        """Weight of a character pair: the fewer texts have it, the more; 0 when none has."""
        return self._weights.get(pair, 0.0)

    def _base(self, content: str, wordings: Iterable[Wording]) -> dict[str, float]:
        rest = content
        for w in wordings:
            rest = rest.replace(w.said, "，")
        top = math.log(1 + max(len(self.texts), 2))
        return {p: self._weights.get(p, top * _UNSEEN) for p in pairs(rest)}

    def _mass(self, wording: Wording) -> float:
        known = [sum(self._weights.get(p, 0.0) for p in pairs(m)) for m in wording.means]
        return max([k for k in known if k], default=0.0)

    def _candidates(self, means: Iterable[str]) -> set[int]:
        return {i for m in means for p in pairs(m) for i in self._postings.get(p, ())}

    def _share(self, wording: str, its_pairs: frozenset[str], i: int) -> float:
        if wording in self.texts[i]:
            return 1.0
        return 0.5 * len(its_pairs & self._pairs[i]) / len(its_pairs) if its_pairs else 0.0
