"""Which kind of check an inspection was, of those that a regime names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.planning.checks import Check

_TAIL = re.compile(r"(?:检查|巡查|督查|抽查|稽核|监督|考核|审计)+$")


def check_of(kind: str, checks: Sequence[Check]) -> Check | None:
    """The check of that name, or the only one with that first word (日常 → 日常巡查); None where none or several fit."""
    kind = kind.strip()
    exact = [c for c in checks if c.name == kind]
    stem = [c for c in checks if _stem(c.name) and _stem(c.name) == _stem(kind)]
    part = [
        c
        for c in checks
        if len(kind) > 1 and (kind in c.name or c.name in kind or (_stem(kind) and _stem(kind) in c.name))
    ]
    return next((found[0] for found in (exact, stem, part) if len(found) == 1), None)


def _stem(name: str) -> str:
    return _TAIL.sub("", name)
