"""Numbers in a text, in digits and in Chinese numerals.

Written apart from the program's own reading of numerals, so that an error there cannot hide itself here.
"""

from __future__ import annotations

import re

_DIGITS = "零一二三四五六七八九"
_UNITS = ((10_000, "万"), (1_000, "千"), (100, "百"), (10, "十"))
_WORTH = {name: worth for worth, name in _UNITS}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_CHINESE = re.compile(r"[零一二两三四五六七八九十百千万]+")
_TEN_THOUSANDS = re.compile(r"(\d+(?:\.\d+)?)万")


def squeeze(text: str) -> str:
    """The text without white space."""
    return re.sub(r"\s+", "", text)


def plain(number: float | str) -> str:
    """A number as a person writes it: `8.0` → `8`."""
    return re.sub(r"\.0+$", "", str(number).replace(",", ""))


def numbers(text: str) -> frozenset[str]:
    """Numbers written in digits, in plain form: `1,000 元` → `1000`."""
    return frozenset(plain(m) for m in _NUMBER.findall(text))


def spoken(number: float) -> tuple[str, ...]:
    """Ways to write a whole number below 100,000 in Chinese numerals; none for other numbers."""
    if not float(number).is_integer() or not 0 <= number < 100_000:
        return ()
    n = int(number)
    if n < 10:
        return (_DIGITS[n], "两") if n == 2 else (_DIGITS[n],)
    out, gap = "", False
    for worth, name in _UNITS:
        digit, n = divmod(n, worth)
        if digit:
            # 十五, but 一百一十五.
            silent = worth == 10 and digit == 1 and not out
            out += ("零" if gap else "") + ("" if silent else _DIGITS[digit]) + name
            gap = False
        elif out and n:
            gap = True
    return (out + (("零" if gap else "") + _DIGITS[n] if n else ""),)


def worth(numeral: str) -> int:
    """Value of a run of Chinese numerals; forgiving (`二千` and a bare `万` are read, order is not checked)."""
    total = below = digit = 0
    for c in numeral:
        if c == "万":
            total += (below + digit or 1) * 10_000
            below = digit = 0
        elif c in _WORTH:
            below += (digit or 1) * _WORTH[c]
            digit = 0
        else:
            digit = 2 if c == "两" else _DIGITS.index(c)
    return total + below + digit


def stated(text: str) -> frozenset[str]:
    """Every number a text states, in plain digits: written in digits, in Chinese numerals, or as `8 万`."""
    tight = squeeze(text)
    chinese = {str(worth(m)) for m in _CHINESE.findall(tight)}
    mixed = {plain(float(m) * 10_000) for m in _TEN_THOUSANDS.findall(tight)}
    return numbers(text) | numbers(tight) | chinese | mixed
