"""A spreadsheet cell's value as the spreadsheet shows it: 30% and not 0.3, 2024年5月1日 and not 45413."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

_CONDITION = re.compile(r"\[[^\]]*\]")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.')
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.[#0?]+)?%?")
_DATE_SIGN = re.compile(
    r"yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s|AM/PM|上午/下午|\"[^\"]*\"|\\.|.", re.IGNORECASE
)
_GENERAL_DIGITS = 11
"""What a cell without a format shows at most."""


def shown(value: object, form: str) -> str:
    """The words in the cell; `form` is its number format (`0.00%`, `yyyy"年"m"月"`)."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case datetime() | date() | time():
            return _shown_date(value, form)
        case timedelta():
            return str(value)
        case int() | float():
            return _shown_number(value, form)
        case _:
            return str(value)


def _shown_number(value: float, form: str) -> str:
    sections = _CONDITION.sub("", form or "General").split(";")
    pattern = sections[1] if value < 0 and len(sections) > 1 and sections[1].strip() else sections[0]
    negative = value < 0 and pattern is sections[0]
    if pattern.strip().lower() in ("general", "@", "", "g/通用格式"):
        return _general(value)
    bare = _LITERAL.sub(lambda m: "\x00" * len(m.group()), pattern)
    found = _DIGITS.search(bare)
    if found is None or "!" in bare or _DIGITS.search(bare, found.end()):
        return _general(value)  # fractions, exponents, digits parted by signs: the value itself is not wrong
    digits = _rounded(abs(value), found.group())
    before, after = (
        _LITERAL.sub(lambda m: m.group(1) or m.group(2) or "", p)
        for p in (pattern[: found.start()], pattern[found.end() :])
    )
    return f"{'-' if negative and digits.strip('0.,%') else ''}{before}{digits}{after}".strip()


def _rounded(value: float, digits: str) -> str:
    percent = digits.endswith("%")
    whole, _, fraction = digits.rstrip("%").partition(".")
    scaled = Decimal(repr(value)) * (100 if percent else 1) / (1000 ** (len(whole) - len(whole.rstrip(","))))
    number = scaled.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    words = f"{number:{',' if ',' in whole.rstrip(',') else ''}.{len(fraction)}f}"
    optional = len(fraction) - len(fraction.rstrip("#?"))
    for _ in range(optional):
        words = words.removesuffix("0")
    head, point, tail = words.removesuffix(".").partition(".")
    return f"{head.rjust(whole.count('0'), '0')}{point}{tail}{'%' if percent else ''}"


def _general(value: float) -> str:
    if isinstance(value, int) or (value.is_integer() and abs(value) < 1e15):
        return str(int(value))
    return f"{value:.{_GENERAL_DIGITS - 1}g}"


def _shown_date(value: date | time, form: str) -> str:
    form = _CONDITION.sub("", form or "").split(";")[0]
    if not re.search(r"[ymdhs]", form, re.IGNORECASE):
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    out: list[str] = []
    minutes = False
    for sign in _DATE_SIGN.findall(form):
        low = sign.lower()
        if low.startswith('"'):
            out.append(sign[1:-1])
        elif low.startswith("\\"):
            out.append(sign[1:])
        else:
            out.append(_date_sign(value, low, minutes))
        if low[0] in "hs":
            minutes = True
        elif low[0] in "yd":
            minutes = False
    return "".join(out).strip()


def _date_sign(value: date | time, sign: str, minutes: bool) -> str:
    number = {
        "y": getattr(value, "year", 0),
        "m": getattr(value, "minute", 0) if minutes else getattr(value, "month", 0),
        "d": getattr(value, "day", 0),
        "h": getattr(value, "hour", 0),
        "s": getattr(value, "second", 0),
    }.get(sign[0])
    if sign in ("am/pm", "上午/下午"):
        return ""
    if number is None:
        return sign
    if sign == "yy":
        return f"{number % 100:02d}"
    return f"{number:0{2 if len(sign) == 2 else 1}d}" if sign[0] != "y" else f"{number:04d}"
