"""From when to when a document applies, as it says itself. The day it was published on says nothing."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Sequence

from corpus.records import Clause, InForce, Span
from corpus.tidy import tidy
from corpus.written_numbers import NUMBER, number

_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_DATE = r"(?P<{0}y>\d{{4}}|[一二][〇○零一二三四五六七八九]{{3}})年(?P<{0}m>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月(?P<{0}d>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})日"
_GENRE = r"(?:办法|细则|规定|制度|条例|规范|意见|通知|方案|标准|基准|公告|规则|指南|清单|《[^》]*》)"
_ITSELF = re.compile(
    rf"本[^，。；《]{{0,6}}{_GENRE}[^，。；]{{0,20}}$|^第[^条]{{1,6}}条$|^[（(]?[一二三四五六七八九十\d]*[）)、．.]?$|^(?:以上|上述)[^，。；]{{0,12}}$"
)
_FROM = re.compile(rf"自{_DATE.format('')}(?:起|开始)(?:正式)?(?:施行|实施|执行|生效|试行|实行)")
_ON_ISSUE = re.compile(r"(?:自|从)?(?:印发|发布|公布|发文)之日起?(?:正式)?(?:施行|实施|执行|生效|试行|实行)")
_YEARS = re.compile(rf"(?:有效期|试行期)(?:限)?(?:为|：|:)?(?P<years>{NUMBER})年")
_UNTIL = re.compile(rf"(?:有效期(?:限)?(?:至|到|截至|截止到?)|(?:施行|实施|执行)至){_DATE.format('')}")
_ENDED = re.compile(rf"(?:自|于){_DATE.format('')}(?:起)?(?:同时)?(?:废止|失效|停止执行)")
_END_FIELD = re.compile(r"(?m)(?:废止日期|失效日期)[：:][ \t]*(?P<y>\d{4})[-年/.](?P<m>\d{1,2})[-月/.](?P<d>\d{1,2})")
_SIGNED = re.compile(rf"(?:^|[。\s\u4e00-\u9fff]){_DATE.format('')}\s*(?=$|\S)", re.MULTILINE)


def in_force(text: str, clauses: Sequence[Clause]) -> InForce | None:
    """The dates of the rule by which the document takes effect, None where it states neither beginning nor end.

    `自印发之日起施行` takes the day the document is signed on, where it bears one.
    """
    start: datetime.date | None = None
    end: datetime.date | None = None
    span: Span | None = None
    for clause in clauses:
        view = tidy(text, clause.span)
        words = view.text
        if begun := next((m for m in _FROM.finditer(words) if _own(words, m.start())), None):
            start, span = _date(begun), view.source(begun.start(), begun.end())
        elif issued := next((m for m in _ON_ISSUE.finditer(words) if _own(words, m.start())), None):
            start, span = _signed(text, clause.span.start), view.source(issued.start(), issued.end())
        if until := _UNTIL.search(words):
            end, span = _date(until), span or view.source(until.start(), until.end())
        elif (years := _YEARS.search(words)) and start:
            end = _years_on(start, int(number(years["years"]) or 0))
        if ended := next((m for m in _ENDED.finditer(words) if _own(words, m.start())), None):
            closed = _date(ended)
            end = closed - datetime.timedelta(days=1) if closed else end
            span = span or view.source(ended.start(), ended.end())
    if span is None and (field := _END_FIELD.search(text[:4000])):
        end, span = _date(field), Span(*field.span())
    if span is None:
        return None
    return InForce(start=start.isoformat() if start else None, end=end.isoformat() if end else None, span=span)


def _own(words: str, at: int) -> bool:
    """Whether it is the document itself that a date is said of, not a law it names."""
    before = re.split(r"[。；;，,]", words[:at])[-1]
    return _ITSELF.search(before) is not None


def _date(match: re.Match[str]) -> datetime.date | None:
    year, month, day = (_plain(match[name]) for name in ("y", "m", "d"))
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _plain(written: str) -> int:
    if written.isdecimal():
        return int(written)
    if "十" in written:
        return int(number(written) or 0)
    return int(written.translate(_DIGITS))


def _years_on(start: datetime.date, years: int) -> datetime.date | None:
    """The last day of so many years."""
    if not 0 < years < 100:
        return None
    last = calendar.monthrange(start.year + years, start.month)[1]
    return datetime.date(start.year + years, start.month, min(start.day, last)) - datetime.timedelta(days=1)


def _signed(text: str, before: int) -> datetime.date | None:
    """The day of the signature."""
    match = _signature(text, before)
    return _date(match) if match else None


def signature(text: str, at: int) -> Span | None:
    """Where the date of the signature stands: the last above an offset, else the last below it; None without one."""
    match = _signature(text, at)
    return Span(match.start("y"), match.end("d") + 1) if match else None


def _signature(text: str, at: int) -> re.Match[str] | None:
    found = [m for m in _SIGNED.finditer(text) if _is_signature(text, m) and _date(m)]
    found = [m for m in found if m.start("y") < at] or found
    return found[-1] if found else None


def _is_signature(text: str, match: re.Match[str]) -> bool:
    """A signature's date follows the name of a body and a blank or a line break."""
    lead = text[max(0, match.start("y") - 40) : match.start("y")]
    return re.search(r"(?:局|厅|委员会|办公室|政府|部|委|中心)[ \t\r\n\u3000]*$", lead) is not None
