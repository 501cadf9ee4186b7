"""Personal numbers in what people write: found and masked before anything is kept.

Told by their shape alone: a number with a slip in it is still somebody's. Law: 《个人信息保护法》第二十八条 counts
identity and bank account numbers among sensitive personal information.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_GAP = r"[ \-]?"
_DIGITS = rf"(?:\d{_GAP})"
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "身份证号",
        re.compile(
            rf"(?<!\d)[1-9]{_GAP}{_DIGITS}{{5}}(?:19|20){_GAP}{_DIGITS}{{2}}(?:0\d|1[0-2]){_GAP}(?:[0-2]\d|3[01]){_GAP}{_DIGITS}{{3}}[\dXx](?!\d)"
        ),
    ),
    ("身份证号", re.compile(r"(?<!\d)[1-9]\d{7}(?:0\d|1[0-2])(?:[0-2]\d|3[01])\d{3}(?!\d)")),
    ("银行卡号", re.compile(rf"(?<!\d)[3-9]{_GAP}{_DIGITS}{{14,17}}\d(?!\d)")),
    ("手机号", re.compile(rf"(?<!\d)(?:\+?86{_GAP})?1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}(?!\d)")),
    (
        "社保卡号",
        re.compile(r"(?:社保卡?|社会保障卡?|医保卡?)(?:卡)?号码?[是为:： ]{0,3}(?P<number>[A-Za-z0-9]{8,20})"),
    ),
)
"""A social-security card's number has no shape of its own: it is taken for one after its name."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without personal numbers, and the kinds that were found, in order."""

    text: str
    kinds: tuple[str, ...]


def mask(text: str) -> Masked:
    """The text with each personal number replaced by its kind in brackets: `［手机号］`."""
    kinds: list[str] = []
    for kind, form in _KINDS:

        def put(m: re.Match[str], kind: str = kind) -> str:
            kinds.append(kind)
            number = m.groupdict().get("number")
            return m.group().replace(number, f"［{kind}］") if number else f"［{kind}］"

        text = form.sub(put, text)
    return Masked(text, tuple(dict.fromkeys(kinds)))
