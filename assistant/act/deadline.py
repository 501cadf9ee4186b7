"""By which day: deadlines of the documents counted from a stated day, kept or missed, and what is left of them."""

from __future__ import annotations

import re

from assistant.act.calendar_days import Count, count_back, count_from
from assistant.act.certain import certain_matters, speaks_of
from assistant.act.figure_results import DeadlineItem, DeadlineResult
from assistant.act.results import Result
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from assistant.understand.dates import StatedDay, read_days, with_years
from corpus.records import Document, Quantity

_ENOUGH = 0.34
_ENOUGH_UNASKED = 0.5
"""Least share of the question that the deadline's sentence must cover when only 什么时候, 晚了 … ask for it."""
_AS_GOOD = 0.97
"""Share of the best score from which another deadline is meant just as well."""
_DONE = re.compile(
    r"送达|送到|送出|发出|告知|告诉|通知|提交|提出|交来|交上|答复|回复|出具|作出|办结|完成|反馈|寄出|给的?"
)
_BEGUN = re.compile(r"结束|收到|离开|开始|查完|做完|稽核完|检查完|起算|接到|拿到|检查")
_NEAR = 8
_LATE = re.compile(
    r"晚了|迟了|晚不晚|迟不迟|逾期(?:了|没|吗|$)|超期|超时|过期(?:了|没|吗|$)|来得及|来不来得及|及时|按时|准时|赶得上|超没超|超过期限|算晚|算迟|有没有超"
)
_LEFT = re.compile(r"还剩|还有几|还有多少|剩几|剩下|还差几")


_ALLOWED = re.compile(r"(?:什么时候|啥时候|何时|几时)(?:才|就)?(?:可以|能够?)")
"""Asks for a condition, not for a day."""
_BEFORE = re.compile(r"(?:[之以]?前|当天|截止)")
_BEGIN_WHEN = re.compile(
    r"(?:最晚|最迟|至迟|至晚|哪天|哪一天|几号|什么时候|何时)[^。？]{0,8}?(?:结束|开始|收到|查完|做完|起算|启动|动身|离开)"
    r"|(?:结束|开始|收到|查完|做完|启动)[^。？]{0,6}(?:最晚|最迟|哪天|哪一天|几号|什么时候|何时)"
)


def deadline(u: Understanding, k: Knowledge) -> Result | None:
    """The deadline asked for; with days stated, its last day, whether it was kept, what is left. None when none matches."""
    late, left = bool(_LATE.search(u.text)), bool(_LEFT.search(u.text))
    asked = "deadline" in u.cues or left
    if not (asked or "when" in u.cues or late) or "frequency" in u.cues or not k.deadlines:
        return None
    if not asked and {"penalty", "handling"} & u.cues:
        return None  # being late is a condition of what is asked
    if not asked and _ALLOWED.search(u.text):
        return None
    days = with_years(read_days(u.text, u.today))
    content = _without(u.content, days)
    ranked = k.deadline_matcher.rank(content, k.wordings(u.text))
    if not ranked or ranked[0][1] < (_ENOUGH if asked else _ENOUGH_UNASKED):
        return None
    top = ranked[0][1]
    best = _of_its_event([i for i, s in ranked if s >= _AS_GOOD * top], u.text, k)[0]
    if (
        "duration" in u.cues
        and not u.regimes
        and not speaks_of(certain_matters(u, k), k.deadline_text(*k.deadlines[best]))
    ):
        return None  # 仲裁多久出结果 is no question on the deadline of another procedure
    same = [i for i, s in ranked if s >= _AS_GOOD * top and _alike(k.deadlines[i], k.deadlines[best])]
    if (by := _counted_back(days, u.text)) is not None:
        return DeadlineResult(tuple(_back(k.deadlines[i], by) for i in sorted(same)), by, None, left=False, by=by)
    start, done = _roles(days, late=late)
    if done is None and start is not None and start.day and (late or left) and u.today and u.today != start.day:
        done = StatedDay(0, 0, "今天", u.today)
    items = tuple(_item(k.deadlines[i], start) for i in sorted(same))
    return DeadlineResult(items, start, done, left=left)


def counted(found: tuple[tuple[Document, Quantity], ...], u: Understanding) -> DeadlineResult | None:
    """Deadlines already found, counted from the day that the question states; None where it states none."""
    days = with_years(read_days(u.text, u.today))
    if not days or not found:
        return None
    late, left = bool(_LATE.search(u.text)), bool(_LEFT.search(u.text))
    start, done = _roles(days, late=late)
    return DeadlineResult(tuple(_item(f, start) for f in found), start, done, left=left)


def _of_its_event(found: list[int], text: str, k: Knowledge) -> list[int]:
    """Of deadlines that one sentence states, those that run from the event which the question tells."""
    told = [i for i in found if k.deadlines[i][1].trigger and k.deadlines[i][1].trigger in text]
    return told or found


def _alike(a: tuple[Document, Quantity], b: tuple[Document, Quantity]) -> bool:
    """Whether two deadlines run from the same event of the same regime."""
    return a[0] is b[0] and a[1].regime == b[1].regime and a[1].trigger == b[1].trigger


def _counted_back(days: tuple[StatedDay, ...], text: str) -> StatedDay | None:
    """The day by which something must be done, where the question asks when what it runs from must happen."""
    if len(days) != 1 or not days[0].day or not _BEFORE.match(days[0].after) or not _is_done(days[0]):
        return None
    rest = text[days[0].end :]
    return days[0] if _BEGIN_WHEN.search(rest) else None


def _back(found: tuple[Document, Quantity], by: StatedDay) -> DeadlineItem:
    document, q = found
    if by.day is None or q.value is None:
        return DeadlineItem(document, q, None, unpublished=False)
    count = count_back(by.day, int(q.value), q.unit)
    return DeadlineItem(document, q, count, unpublished=count is None and q.unit == "工作日")


def _item(found: tuple[Document, Quantity], start: StatedDay | None) -> DeadlineItem:
    document, q = found
    if start is None or start.day is None or q.value is None:
        return DeadlineItem(document, q, _same_day(q, start), unpublished=False)
    count = count_from(start.day, int(q.value), q.unit)
    return DeadlineItem(document, q, count, unpublished=count is None and q.unit == "工作日")


def _same_day(q: Quantity, start: StatedDay | None) -> Count | None:
    """当日, 当天: the day itself."""
    return Count(start.day, start.day, (start.day,)) if start and start.day and q.unit.startswith("当") else None


def _roles(days: tuple[StatedDay, ...], *, late: bool) -> tuple[StatedDay | None, StatedDay | None]:
    """The day it runs from and, when the question asks whether it was kept, the day it was done."""
    if len(days) >= 2:
        first, second = days[0], days[1]
        if first.day and second.day and first.day > second.day:
            first, second = second, first
        return first, second
    if not days:
        return None, None
    return (None, days[0]) if late and _is_done(days[0]) else (days[0], None)


def _is_done(day: StatedDay) -> bool:
    """Whether the words right after a day say that something was done on it, not that something began."""
    after = day.after[:_NEAR]
    done, begun = _DONE.search(after), _BEGUN.search(after)
    return bool(done) and (begun is None or begun.start() > done.start())


def _without(content: str, days: tuple[StatedDay, ...]) -> str:
    for d in days:
        content = content.replace(d.said, "，")
    return content
