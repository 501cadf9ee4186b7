"""Letters that a reading machine puts in place of digits (`1O00元`, `l万元`, `I0日`): such a number is not known."""

from __future__ import annotations

import re

_UNIT = r"(?:[百千万亿]|元|倍|%|‰|个?工作日|日|天|次|人|名|户|家)"
_SLIP = re.compile(
    rf"(?<![A-Za-z])[lIOoi]+(?=[\d,.]*{_UNIT})|(?<=\d)[lIOoi〇]+(?=\d|{_UNIT})|(?<![零〇一二三四五六七八九])〇(?=\d)"
)
_MARK = re.compile(r"[，；。：;！？\n]|(?<!\d),|,(?!\d)")


def misread_numbers(text: str) -> tuple[tuple[int, int], ...]:
    """The parts between marks (half-open ranges of a tidy text) that hold a letter where a digit must stand.

    The whole part is given: beside a misread bound of an interval the other bound says something else than the source.
    """
    parts: list[tuple[int, int]] = []
    for slip in _SLIP.finditer(text):
        start = max((m.end() for m in _MARK.finditer(text, 0, slip.start())), default=0)
        after = _MARK.search(text, slip.end())
        part = (start, after.start() if after else len(text))
        if part not in parts:
            parts.append(part)
    return tuple(parts)
