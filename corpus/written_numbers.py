"""Numbers as official Chinese writes them: `2`, `10,000`, `1.5万`, `五千`, `两`, `一万二千`."""

from __future__ import annotations

from functools import cache

NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?[万亿]?|[零〇一二两三四五六七八九十百千万亿]+)"
"""Regular expression for one number on tidy text."""


@cache
def number(written: str) -> float | None:
    """The value of a number written as `NUMBER` matches it; None where the numerals make no number (`万`, `一二三`)."""
    import cn2an  # imported late: the command line must start without it

    plain = written.replace(",", "").replace("〇", "零")
    try:
        return float(plain)
    except ValueError:
        pass
    if plain in {"万", "亿", "百", "千", "零"}:
        return None
    try:
        return float(cn2an.cn2an(plain, "smart"))
    except ValueError:
        return None
