"""Which items words mean: 这一项, 第3项, 1、2、5项, 第2项到第6项, 剩下的."""

from __future__ import annotations

import re
from typing import cast

from assistant.guided.commands import Target, Which
from assistant.guided.words import Grammar, first
from assistant.understand.numerals import number

_NUMERAL = re.compile(r"[0-9零〇一二两三四五六七八九十百]{1,4}")
_RANGE = re.compile(r"到|至|[-~～—]")
_MOST = 500
"""Items of a checklist; a higher number means something else."""


def target_of(words: str, grammar: Grammar) -> Target | None:
    """The target that the words name; None where they name none."""
    which = first(grammar.targets, words)
    if which is None:
        return None
    if which != "numbers":
        return Target(cast("Which", which))
    numbers = tuple(n for w in _NUMERAL.findall(words) if (n := count(w)) is not None)
    if len(numbers) == 2 and _RANGE.search(words):
        numbers = tuple(range(min(numbers), max(numbers) + 1))
    return Target("numbers", tuple(dict.fromkeys(numbers))) if numbers else None


def count(words: str) -> int | None:
    """The number that the words write (第五项, 5); None where it is none or too large."""
    m = _NUMERAL.search(words)
    value = number(m.group()) if m else None
    return int(value) if value is not None and 0 <= value <= _MOST else None
