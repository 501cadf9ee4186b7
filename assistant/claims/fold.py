"""A stretch of somebody's text in the one spelling that the grammar of figures reads, with the way back to the text.

三万元, 30000元, ３万, ￥30,000 and 3千 stay what they are in value; 一个月2回 becomes 每月2次; markdown marks and [1] go.
Nothing is read here, and every character kept knows the character it came from.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.records import Span
from corpus.tidy import Tidy, tidy
from corpus.written_numbers import NUMBER, number

_WIDE = str.maketrans({"(": "（", ")": "）", ";": "；", "\t": "，", "|": "，", "｜": "，", "﹪": "%"})

Fold = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]


def _thousands(match: re.Match[str]) -> str:
    """`3千` → `3000`, `3万5千` → `35000`, `3万5` → `35000`."""
    total = 0.0
    rest = 10_000.0
    for digits, unit in re.findall(r"(\d+(?:\.\d+)?)([万千百]?)", match.group()):
        worth = {"万": 10_000, "千": 1_000, "百": 100}.get(unit, rest / 10)
        total, rest = total + float(digits) * worth, worth
    return f"{total:g}" if total < 1_000_000 else f"{total:.0f}"


def _tens(match: re.Match[str]) -> str:
    value = number(match["n"])
    return match.group() if value is None else f"{value * 10:g}%"


_FOLDS: tuple[Fold, ...] = (
    (re.compile(r"\[\d{1,3}\]|\*\*|__|`|^#{1,6}|^>|^[•·●■◆▪]|^[-*](?=\D)|^，+|，+$"), lambda m: ""),
    (re.compile(r"，{2,}"), lambda m: "，"),
    (re.compile(r"(?<=[一-鿿）》]),|,(?=[一-鿿（《])"), lambda m: "，"),
    (re.compile(r"(?<=[一-鿿）》]):|:(?=[一-鿿（《])"), lambda m: "："),
    (re.compile(r"[¥￥](?P<n>\d[\d,]*(?:\.\d+)?万?)(?:元|圆)?"), lambda m: m["n"] + "元"),
    (re.compile(r"\d+(?:\.\d+)?[千百](?![分元]?分)|\d+万\d+千|\d+万\d(?=[元块，。以至到的])"), _thousands),
    (re.compile(r"(?<=[\d万千百])(?:块钱?|圆)"), lambda m: "元"),
    (
        re.compile(rf"(?<![\d万千百年])(?P<n>{NUMBER})(?<=万)(?=以[上下内]|[至到~～—–\-，。；、）罚的]|$)"),
        lambda m: m["n"] + "元",
    ),
    (re.compile(rf"(?<![第\d])(?P<n>{NUMBER})(?:回|趟|遍)(?![合复])"), lambda m: m["n"] + "次"),
    (
        re.compile(rf"(?:每?一个?|每个|每1个?)(?P<unit>年|月|季度?|周)(?:度)?(?=[^，。；]{{0,12}}?{NUMBER}次)"),
        lambda m: "每" + m["unit"],
    ),
    (re.compile(r"(?P<n>[一二三四五六七八九]|\d)成(?=以上|以下|[的，。；、）]|$)"), _tens),
    (re.compile(r"(?<=[于到过])(?:一半|半数)"), lambda m: "50%"),
    (re.compile(rf"(?P<n>{NUMBER})个人(?![账帐所缴社信基])"), lambda m: m["n"] + "人"),
    (re.compile(r"双人(?=执法|检查|上门|办案)"), lambda m: "2人"),
    (re.compile(r"(?:单人|独自|只身)(?=执法|检查|上门|办案|开展|进行)"), lambda m: "1人"),
    (re.compile(r"个?(?:自然日|日历日|日历天)"), lambda m: "日"),
)


def widen(text: str) -> str:
    """The text with the punctuation that the grammar reads, each mark where it stood; once a text, before `fold`."""
    return text.translate(_WIDE)


def fold(wide: str, span: Span) -> Tidy:
    """The folded view of a span of a widened text; offsets index the text."""
    view = tidy(wide, span)
    for pattern, spell in _FOLDS:
        view = _substitute(view, pattern, spell)
    return view


def _substitute(view: Tidy, pattern: re.Pattern[str], spell: Callable[[re.Match[str]], str]) -> Tidy:
    found = [m for m in pattern.finditer(view.text) if m.group()]
    if not found:
        return view
    words: list[str] = []
    offsets: list[int] = []
    at = 0
    for m in found:
        new = spell(m)
        words += [view.text[at : m.start()], new]
        offsets += view.offsets[at : m.start()]
        first, last = view.offsets[m.start()], view.offsets[m.end() - 1]
        # All of a new spelling stands where the old one stood: its last character ends there.
        offsets += [first] * (len(new) - 1) + [last] * (1 if new else 0)
        at = m.end()
    words.append(view.text[at:])
    offsets += view.offsets[at:]
    return Tidy("".join(words), tuple(offsets), view.end)
