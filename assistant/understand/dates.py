"""Days that a question states: 2026年9月28日, 9月28号, 28号, 9.28, 二〇二六年九月二十八日, 上周五, 三天前.

A day without a year takes the year of the day the answer is for; without such a day its year stays open. What only
circumscribes a day (国庆前一天, 月初) is not guessed.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corpus.written_numbers import number

_DIGITS = "[0-9〇零一二三四五六七八九]"
_N = "[0-9〇零一二三四五六七八九十]{1,3}"
_NOT_DATE = r"(?![%％元人次个家名条万分]|年|月)"
_FULL = re.compile(rf"(?<!\d)(?P<y>(?:{_DIGITS}){{4}})[年\-/.](?P<m>{_N})[月\-/.](?P<d>{_N})[日号]?")
_COMPACT = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
_RELATIVE_YEAR = re.compile(rf"(?P<y>今年|去年|明年|前年|后年|本年|上年)(?P<m>{_N})月(?:份)?(?P<d>{_N})[日号]?")
_MONTH_DAY = re.compile(rf"(?P<m>{_N})月(?P<d>{_N})[日号]?{_NOT_DATE}")
_DOTTED = re.compile(r"(?<![\d.])(?P<m>1[0-2]|[1-9])[./](?P<d>3[01]|[12]\d|0?[1-9])(?![\d.%％元万倍]|分(?!钟))")
_OF_MONTH = re.compile(rf"(?P<w>上个?月|本月|这个?月|下个?月|当月)?(?<![月0-9])(?P<d>{_N})号(?!文|线|楼|令)")
_DAY_OF_MONTH = re.compile(rf"(?P<w>上个?月|本月|这个?月|下个?月|当月)(?P<d>{_N})[日号]?{_NOT_DATE}")
_NAMED = re.compile(r"大前天|前天|昨天|昨日|今天|今日|当天(?=收|送)|明天|明日|大后天|后天")
_WEEKDAY = re.compile(
    r"(?P<w>上上个?|上个?|这个?|本|下下个?|下个?)?(?:周|星期|礼拜)(?P<d>[一二三四五六日天])(?![次个至到])"
)
_AGO = re.compile(
    rf"(?<!第)(?P<n>{_N}|两)(?P<u>天|日|个?星期|周|个?礼拜)(?P<side>之?前|以前|之?后|以后)(?!内|完成|送|告|提|要|应)"
)
_AFTER = 12
_YEARS_READ = (1900, 2199)
"""Years that a question may mean; others are slips."""
_HALF_A_YEAR = 6
_YEARS = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "后年": 2}
_DAYS = {
    "大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "当天": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3,
}  # fmt: skip
_WEEKS = {"上上": -2, "上": -1, "这": 0, "本": 0, "": 0, "下": 1, "下下": 2}
_WEEKDAYS = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6}


@dataclass(frozen=True, slots=True)
class StatedDay:
    """A day as the question states it."""

    start: int
    end: int
    said: str
    """The words, as the question has them."""
    day: date | None
    """None when no such day exists, or the year or today's date is needed and not known."""
    needs: str = ""
    """What is missing: `year`, `today`; empty when nothing is."""
    assumed_year: bool = False
    """Whether the year was taken from the day the answer is for."""
    after: str = ""
    """What the question says right after it."""
    month: int = 0
    day_of_month: int = 0
    """Month and day of one whose year is missing."""


Read = Callable[[re.Match[str], date | None], StatedDay | None]


def read_days(text: str, today: date | None) -> tuple[StatedDay, ...]:
    """All days a question states, in order of mention."""
    found: list[StatedDay] = []
    for pattern, read in _FORMS:
        for m in pattern.finditer(text):
            if any(m.start() < f.end and f.start < m.end() for f in found):
                continue
            if (stated := read(m, today)) is not None:
                found.append(stated)
    return tuple(sorted(found, key=lambda f: f.start))


def _stated(m: re.Match[str], day: date | None, needs: str = "", *, assumed: bool = False) -> StatedDay:
    return StatedDay(m.start(), m.end(), m.group(), day, needs, assumed, m.string[m.end() : m.end() + _AFTER])


def _value(written: str) -> int | None:
    plain = written.replace("〇", "零")
    if len(plain) == 4 and not plain.isdigit():
        digits = "零一二三四五六七八九"
        return int("".join(str(digits.index(c)) if c in digits else c for c in plain))
    value = number(plain.replace("两", "二"))
    return int(value) if value is not None else None


def _day(year: int | None, month: int | None, day: int | None) -> date | None:
    if year is None or month is None or day is None or not _YEARS_READ[0] <= year <= _YEARS_READ[1]:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full(m: re.Match[str], today: date | None) -> StatedDay | None:
    day = _day(_value(m["y"]), _value(m["m"]), _value(m["d"]))
    return _stated(m, day) if day or m.re is _FULL else None


def _relative_year(m: re.Match[str], today: date | None) -> StatedDay | None:
    if today is None:
        return _stated(m, None, "today")
    return _stated(m, _day(today.year + _YEARS[m["y"]], _value(m["m"]), _value(m["d"])))


def _month_day(m: re.Match[str], today: date | None) -> StatedDay | None:
    month, day = _value(m["m"]), _value(m["d"])
    if _day(2024, month, day) is None:  # a leap year has every day that any year has
        return None
    if today is None:
        return replace(_stated(m, None, "year"), month=month or 0, day_of_month=day or 0)
    return _stated(m, _day(today.year, month, day), assumed=True)


def _of_month(m: re.Match[str], today: date | None) -> StatedDay | None:
    day = _value(m["d"])
    if day is None or not 1 <= day <= 31:
        return None
    if today is None:
        return _stated(m, None, "today")
    step = {"上": -1, "下": 1}.get((m["w"] or "本")[0], 0)
    index = today.year * 12 + today.month - 1 + step
    return _stated(m, _day(index // 12, index % 12 + 1, day))


def _named(m: re.Match[str], today: date | None) -> StatedDay | None:
    return _stated(m, today + timedelta(days=_DAYS[m.group()])) if today else _stated(m, None, "today")


def _weekday(m: re.Match[str], today: date | None) -> StatedDay | None:
    if today is None:
        return _stated(m, None, "today")
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=_WEEKS[(m["w"] or "").removesuffix("个")])
    return _stated(m, monday + timedelta(days=_WEEKDAYS[m["d"]]))


def _ago(m: re.Match[str], today: date | None) -> StatedDay | None:
    count = _value(m["n"])
    if count is None:
        return None
    if today is None:
        return _stated(m, None, "today")
    days = count * (1 if m["u"] in ("天", "日") else 7)
    return _stated(m, today + timedelta(days=days if "后" in m["side"] else -days))


_FORMS: tuple[tuple[re.Pattern[str], Read], ...] = (
    (_FULL, _full),
    (_COMPACT, _full),
    (_RELATIVE_YEAR, _relative_year),
    (_DAY_OF_MONTH, _of_month),
    (_MONTH_DAY, _month_day),
    (_DOTTED, _month_day),
    (_OF_MONTH, _of_month),
    (_NAMED, _named),
    (_WEEKDAY, _weekday),
    (_AGO, _ago),
)


def with_years(days: tuple[StatedDay, ...]) -> tuple[StatedDay, ...]:
    """Days without a year take that of the day before them in the question, or the next year where that would go back."""
    known: date | None = next((d.day for d in days if d.day), None)
    out: list[StatedDay] = []
    for stated in days:
        if stated.needs == "year" and known is not None:
            year = known.year + (1 if known.month - stated.month > _HALF_A_YEAR else 0)
            stated = replace(stated, day=_day(year, stated.month, stated.day_of_month), needs="", assumed_year=True)
        known = stated.day or known
        out.append(stated)
    return tuple(out)


def add_months(start: date, months: int) -> date:
    """The same day `months` later; the last day of the month where it has no such day (《民法典》第二百零二条)."""
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
