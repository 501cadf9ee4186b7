"""Numbering labels: 第N章 第N条 一、 （一） 1、 1.1 1） （1） ① as kind, ordinal and place in the text.

The kinds and their rank follow 《党政机关公文格式》(GB/T 9704-2012, 7.3.3): 一、 → （一） → 1. → （1）, with the 章节条 of
《立法法》 above and circled numbers below. Documents break the order; `corpus.nesting` copes with that.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

LabelKind = Literal[
    "chapter", "part", "article", "cn", "paren-cn", "arabic", "decimal", "half-paren", "paren", "circled"
]

_CN = "一二三四五六七八九十百零〇"
_CN_ARTICLE = _CN + "千"
"""Articles of a long law go beyond a thousand; no other numbering does."""
_DIGITS = r"\d(?:[ \t\u3000]?\d){0,2}"
_DIGITS_ARTICLE = r"\d(?:[ \t\u3000]?\d){0,3}"
"""Up to three digits (four of an article), which scanning may have parted (`第 2 3 条`)."""
_NOT_CITED = r"(?!\s*[第款项目、，,之的至和或及与）)])"

PATTERNS: tuple[tuple[LabelKind, int, re.Pattern[str]], ...] = (
    ("chapter", 0, re.compile(rf"第\s*([{_CN}\s]{{1,7}}|{_DIGITS})\s*章{_NOT_CITED}")),
    ("part", 1, re.compile(rf"第\s*([{_CN}\s]{{1,7}}|{_DIGITS})\s*节{_NOT_CITED}")),
    ("article", 2, re.compile(rf"第\s*([{_CN_ARTICLE}\s]{{1,15}}|{_DIGITS_ARTICLE})\s*条{_NOT_CITED}(?!规定|所)")),
    ("cn", 3, re.compile(rf"([{_CN}]{{1,5}})\s*[、．.](?![{_CN}]+[、等])")),
    ("paren-cn", 4, re.compile(rf"[（(]\s*([{_CN}]{{1,5}})\s*[）)](?!\s*[项款目、])")),
    (
        "decimal",
        5,
        re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,4})(?=\s*[\u4e00-\u9fff])(?!\s*[倍元万亿天日年月小分米公个%])"),
    ),
    ("arabic", 5, re.compile(r"(\d{1,3})\s*[、．.](?!\d)")),
    ("half-paren", 6, re.compile(r"(\d{1,2})[）)](?!\s*[项款目、])")),
    ("paren", 6, re.compile(r"[（(]\s*(\d{1,3})\s*[）)](?!\s*[项款目、])")),
    ("circled", 7, re.compile(r"([①-⑳])")),
)
"""Kind, rank (0 outermost) and shape of each label; group 1 is the number."""

_RANK = {kind: rank for kind, rank, _ in PATTERNS}


@dataclass(frozen=True, slots=True)
class Label:
    """A numbering label found in the source at `[start, end)`."""

    kind: LabelKind
    ordinal: int
    start: int
    end: int
    parts: tuple[int, ...] = ()
    """All numbers of a decimal label (`1.2.3`); empty for other kinds."""

    @property
    def rank(self) -> int:
        """0 for the outermost kind; a larger number lies deeper by convention."""
        return _RANK[self.kind]


def chinese_number(words: str) -> int:
    """The value of a Chinese or Arabic numeral (`二十五`, `25`, `２５`).

    Raises ValueError when the words are no number.
    """
    plain = unicodedata.normalize("NFKC", words).replace("〇", "零")
    plain = "".join(plain.split())
    if plain.isdecimal():
        return int(plain)
    if plain in _SMALL:
        return _SMALL[plain]
    import cn2an

    try:
        return int(cn2an.cn2an(plain, "smart"))
    except KeyError as error:  # what it raises for some runs of units (`千十一`)
        raise ValueError(f"no numeral: {words}") from error


_SMALL = {words: i for i, words in enumerate("一二三四五六七八九十", start=1)}


def read_label(text: str, at: int) -> Label | None:
    """The label that begins exactly at offset `at` of the text, or None."""
    if at >= len(text) or not _STARTS.match(text, at):
        return None
    for kind, _, pattern in PATTERNS:
        if match := pattern.match(text, at):
            ordinal = _ordinal(kind, match.group(1))
            if ordinal is not None:
                parts = tuple(int(n) for n in match.group(1).split(".")) if kind == "decimal" else ()
                return Label(kind, ordinal, at, match.end(), parts)
    return None


_STARTS = re.compile(rf"[第（(\d①-⑳{_CN}]")


def label_starts(text: str, start: int, end: int) -> list[int]:
    """Offsets in `[start, end)` where a label could begin."""
    return [m.start() for m in _STARTS.finditer(text, start, end)]


def _ordinal(kind: LabelKind, number: str) -> int | None:
    """The number of a label; None when its characters form no number (`十百`)."""
    if kind == "circled":
        return int(unicodedata.normalize("NFKC", number))
    if kind == "decimal":
        return int(number.rsplit(".", 1)[1])
    try:
        return chinese_number(number)
    except ValueError:
        return None
