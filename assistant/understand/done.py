"""What has been done or is at hand, in a question whether it is enough: 巡查了 2 次, 只查了 8 家, 去了一个人, 剩 150 万."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from assistant.understand.facts import number

Done = Literal["times", "units", "heads", "months", "wan"]

_N = r"(?P<n>\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千]+)"
_PATTERNS: tuple[tuple[Done, re.Pattern[str]], ...] = (
    ("times", re.compile(rf"(?<![每第\d])(?<!同){_N}(?:次|回|趟)")),
    ("heads", re.compile(rf"(?<!每){_N}(?:名|位|个?人(?![力社均才])|个(?=工作人|执法|检查人|稽核|同志))")),
    ("units", re.compile(rf"(?<!每){_N}(?:家|户|所|个(?=单位|企业|公司|机构|用人|定点|培训))")),
    (
        "months",
        re.compile(r"(?<![每\d])(?P<n>\d{1,3}|[一二两三四五六七八九十]+)(?:个月|年(?![检审度底初末])(?P<half>半)?)"),
    ),
    ("wan", re.compile(rf"{_N}万")),
)
_A_VISIT = re.compile(r"一(?:次|回|趟)(?![，。；？?吗够行可达])")
"""一次 that opens what happens on one visit (一次只查了一家) counts nothing."""
_ASKS = re.compile(r"几(?!乎)|多少")
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Amount:
    """So many of something. `value` in months for terms, in 万 for money."""

    kind: Done
    value: float


def read_done(text: str) -> tuple[Amount, ...]:
    """Amounts of a normalised question, in order of mention; none where it asks for a number itself."""
    if _ASKS.search(text):
        return ()
    said = _A_VISIT.sub("，", text)
    found: list[tuple[int, Amount]] = []
    for kind, pattern in _PATTERNS:
        for m in pattern.finditer(said):
            value = number(m["n"])
            if value is not None:
                found.append((m.start(), Amount(kind, _months(m, value) if kind == "months" else value)))
    return tuple(a for _, a in sorted(found, key=lambda x: x[0]))


def _months(match: re.Match[str], value: float) -> float:
    years = not match[0].endswith("月")
    return value * _MONTHS_A_YEAR + (_MONTHS_A_YEAR // 2 if match["half"] else 0) if years else value
