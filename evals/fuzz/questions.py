"""Questions of every bad kind, the same ones for the same seed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

_LONGEST = 2000
_CONTROL = [chr(c) for c in (*range(0, 32), 127, *range(0x80, 0xA0), 0x200B, 0x200D, 0x2028, 0x2029, 0xFEFF, 0xFFFD)]
_RTL = ["\u202e", "\u202d", "\u2066", "\u2067", "\u2069", "\u200f", "مرحبا", "שלום", "العمل", "الأجور"]
_EMOJI = ["😀", "👨‍👩‍👧‍👦", "🇨🇳", "👍🏽", "❤️", "🧑🏿‍🦽", "🏴\U000e0067\U000e0062\U000e007f", "☠️"]
_COMBINING = [chr(c) for c in range(0x300, 0x370)]
_SQL = [
    "' OR '1'='1",
    "'; DROP TABLE asked; --",
    "1); DELETE FROM events;--",
    "UNION SELECT password FROM accounts",
    "%00",
]
_MARKUP = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "<a href=javascript:alert(1)>x</a>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<!--",
    "]]><x/>",
    "&lt;script&gt;",
    "<style>@import'//x'</style>",
]
_TEMPLATES = ["{{7*7}}", "${7*7}", "{% raw %}", "#{7*7}", "%(x)s", "{0}", "{question!r}", "<%= 7*7 %>", "$(id)", "`id`"]
_BRACKETS = ["(" * 300, "[" * 300, "《" * 200, "（一）" * 150, "[1]" * 200, "\\" * 300, "第" * 300, "一二三" * 200]
_NUMBERS = [
    "9" * 400,
    "1e309",
    "-0",
    "０" * 50,
    "一亿亿亿亿万元",
    "NaN",
    "99999999999999999999元",
    "0.0000001%",
    "2月30日",
    "13月32日",
]


def fuzzed(count: int, seeds: Sequence[str], seed: int = 1) -> tuple[str, ...]:
    """So many questions; `seeds` are real ones, which some of them spoil. None is longer than 2,000 characters."""
    random = Random(seed)
    kinds = _kinds(random, seeds)
    return tuple(kinds[i % len(kinds)]()[:_LONGEST] for i in range(count))


def _kinds(random: Random, seeds: Sequence[str]) -> tuple[Callable[[], str], ...]:
    def amid(parts: Sequence[str], most: int = 4) -> str:
        """A real question with such parts inside it."""
        text = random.choice(seeds)
        for _ in range(random.randint(1, most)):
            at = random.randint(0, len(text))
            text = text[:at] + random.choice(parts) + text[at:]
        return text

    def anything() -> str:
        return "".join(_character(random) for _ in range(random.randint(1, 60)))

    def long() -> str:
        unit = random.choice([anything(), random.choice(seeds), random.choice(_CONTROL + _EMOJI + _RTL)])
        return (unit * (_LONGEST // len(unit) + 1))[:_LONGEST]

    def halves() -> str:
        return amid([chr(random.randint(0xD800, 0xDFFF)) for _ in range(4)])

    def typo() -> str:
        text = list(random.choice(seeds))
        for _ in range(random.randint(1, 5)):
            text[random.randrange(len(text))] = random.choice(["", " ", "　", "\n", _character(random)])
        return "".join(text) or "？"

    return (
        anything,
        long,
        halves,
        typo,
        *((lambda parts=p: amid(parts)) for p in (_CONTROL, _RTL, _EMOJI, _SQL, _MARKUP, _TEMPLATES, _NUMBERS)),
        lambda: amid(_COMBINING, 60),
        lambda: amid(_BRACKETS, 2),
        lambda: "".join(random.sample([*_SQL, *_MARKUP, *_TEMPLATES, *_NUMBERS, *_EMOJI], 6)),
    )


def _character(random: Random) -> str:
    """Any code point but half surrogates: unassigned ones and private ones too."""
    low, high = random.choice([(1, 0xD7FF), (0x4E00, 0x9FFF), (0xE000, 0xFFFF), (0x10000, 0x10FFFF)])
    return chr(random.randint(low, high))
