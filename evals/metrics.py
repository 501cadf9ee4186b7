"""Shares of cases passed, by kind and by audience, and how often each check failed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import nan

from evals.score import Verdict
from evals.wilson import wilson


@dataclass(frozen=True, slots=True)
class Rate:
    """Cases passed out of those of one group."""

    group: str
    good: int
    n: int

    @property
    def share(self) -> float:
        """Share passed, 0–1; NaN for an empty group."""
        return self.good / self.n if self.n else nan

    @property
    def interval(self) -> tuple[float, float]:
        """95 % Wilson interval of the share."""
        return wilson(self.good, self.n)


def rate(verdicts: Sequence[Verdict], group: str = "all") -> Rate:
    """The rate of all verdicts given."""
    return Rate(group, sum(v.passed for v in verdicts), len(verdicts))


def rates_by(verdicts: Iterable[Verdict], key: Callable[[Verdict], str]) -> tuple[Rate, ...]:
    """A rate per group, in order of the groups' names."""
    groups: dict[str, list[Verdict]] = {}
    for v in verdicts:
        groups.setdefault(key(v), []).append(v)
    return tuple(rate(groups[g], g) for g in sorted(groups))


def failure_counts(verdicts: Iterable[Verdict]) -> tuple[tuple[str, int], ...]:
    """How many cases each check failed, most frequent first, then by name."""
    names = Counter(re.sub(r"[ \[].*", "", f) for v in verdicts for f in v.failures)
    return tuple(sorted(names.items(), key=lambda item: (-item[1], item[0])))
