"""Numerals as people type them: 8, 八, 1,200, 3.5万, 3万5, 壹万伍仟, 2w; vague ones (十几, 七八, 好几) have no value."""

from __future__ import annotations

import re
from functools import lru_cache

DIGITS = "0-9零〇一二两三四五六七八九十百千万亿点."
NUMBER = rf"[{DIGITS}]*[0-9零〇一二两三四五六七八九十百千万亿]"
"""Regular expression for one numeral in a plain text (see `plain_numerals`)."""
_LONGEST = 24
"""Characters of a numeral; a longer run of digits is no number that a case can have."""
_FORMAL = str.maketrans("壹贰貳弍叁參叄肆伍陆陸柒捌玖拾佰仟萬億俩仨", "一二二二三三三四五六六七八九十百千万亿两三")
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_SLANG = re.compile(r"(?<=\d)([wWkK])(?![A-Za-z])")
_COLLOQUIAL = re.compile(rf"^(?P<head>[{DIGITS}]*[万千百])(?P<tail>[1-9一二两三四五六七八九])$")
_UNIT_BELOW = {"万": 1000, "千": 100, "百": 10}
_VAGUE = re.compile(r"(?<![点.零〇一二两三四五六七八九])[一二三四五六七八九]{2}(?![零〇一二两三四五六七八九])")
"""Two bare digits side by side (七八个) give a guess, not a number; a longer run is a number read digit by digit."""


def plain_numerals(text: str) -> str:
    """The text with formal numerals (壹贰叁) as common ones, 2w and 5k as 2万 and 5千, and thousands marks removed."""
    text = _THOUSANDS.sub("", text.translate(_FORMAL))
    return _SLANG.sub(lambda m: "万" if m[1] in "wW" else "千", text)


@lru_cache(4096)
def number(text: str) -> float | None:
    """Value of a numeral (`8`, `三万五千`, `3.5万`, colloquial `3万5` = 35,000); None if it is none or only a guess."""
    if len(text) > _LONGEST:
        return None
    if m := _COLLOQUIAL.match(text):
        head, tail = number(m["head"]), number(m["tail"])
        return head + tail * _UNIT_BELOW[m["head"][-1]] if head is not None and tail is not None else None
    try:
        return float(text)
    except ValueError:
        pass
    if _VAGUE.search(text):
        return None
    import cn2an  # 0.2 s to import: only for a question that writes numbers in Chinese

    try:
        return float(cn2an.cn2an(text.replace("两", "二"), "smart"))
    except (ValueError, KeyError):  # KeyError for some runs of units (`千十一`)
        return None
