"""Numbers as official Chinese writes them: `2`, `10,000`, `1.5万`, `5千`, `3万5千`, `五千`, `两`, `一万二千`, `壹万`."""

from __future__ import annotations

import re
from functools import lru_cache

_HAN = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+(?:\.\d+)?(?:[百千万亿]+(?:\d+[百千])*)?|[{_HAN}]+(?:点[{_HAN}]+)?)"
"""Regular expression for one number on tidy text."""


_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")

_POINT = re.compile(r"^(?P<head>[^点]+点[零一二三四五六七八九]+)(?P<unit>[百千万亿])$")
_UNITS = {"百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}


@lru_cache(maxsize=10_000)
def number(written: str) -> float | None:
    """The value of a number written as `NUMBER` matches it; None where the numerals make no number (`万`, `一二三`)."""
    import cn2an  # imported late: the command line must start without it

    plain = written.replace(",", "").replace("〇", "零").translate(_FORMAL)
    try:
        return float(plain)
    except ValueError:
        pass
    if plain in {"万", "亿", "百", "千", "零"}:
        return None
    if point := _POINT.match(plain):  # cn2an reads 一点五, not 一点五万
        head = number(point["head"])
        return None if head is None else round(head * _UNITS[point["unit"]], 4)
    try:
        return float(cn2an.cn2an(plain.replace("两", "二"), "smart"))
    except (ValueError, KeyError, OverflowError):  # KeyError for some runs of units (`千十一`)
        return None
