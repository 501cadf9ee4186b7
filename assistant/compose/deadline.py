"""Words for deadlines: the rule in the document's words, the last day with every day counted and every day skipped."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from assistant.act.calendar_days import MADE_UP, WORKDAYS, Count, working_days_between
from assistant.act.figure_results import DeadlineItem, DeadlineResult
from assistant.answer import Figure, Warning
from assistant.compose.draft import Draft, lines, sentence
from assistant.compose.supervision import figure
from assistant.compose.warnings import touching
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from assistant.understand.dates import StatedDay
from corpus.tidy import tidy

_SAME_DAY = "当"
_MOST_COUNTED = 31
"""Days that are named one by one; a longer count is shown by its first and last day."""
_HOW = {
    WORKDAYS: "从次日起只数工作日：周末和法定节假日跳过，调休上班的周末照算",
    "日": "从次日起按日历连续数，节假日也算",
    "天": "从次日起按日历连续数，节假日也算",
    "周": "从次日起按日历数，节假日也算",
}
_HOW_MONTHS = "到期那个月的对应日为截止日，没有对应日的以月末为准"


def compose_deadline(result: DeadlineResult, k: Knowledge, ledger: Ledger) -> Draft:
    """Each deadline with its rule; what is missing to count it is asked for."""
    paragraphs: list[str] = []
    figures: list[Figure] = []
    warnings: dict[tuple[str, str], Warning] = {}
    if len(result.items) > 1:
        paragraphs.append("同一个起算点有几种期限，看是哪一种情况：")
    for item in result.items:
        text, own, noted = _item(item, result, k, ledger)
        paragraphs.append(text)
        figures += own
        warnings |= {(w.code, w.text): w for w in noted}
    if any(i.quantity.value is not None for i in result.items):
        paragraphs.append(_missing(result))
    return Draft("answered", "deadline", lines(*paragraphs), figures=tuple(figures), warnings=tuple(warnings.values()))


def _item(
    item: DeadlineItem, result: DeadlineResult, k: Knowledge, ledger: Ledger
) -> tuple[str, list[Figure], tuple[Warning, ...]]:
    document, q = item.document, item.quantity
    n = ledger.cite(document, q.sentence, k.path_at(document, q.sentence))
    quote = sentence(tidy(document.text, q.sentence).text)
    warnings = touching(document, [q.sentence], k, ledger)
    if q.value is None and not q.unit.startswith(_SAME_DAY):
        missing = Warning(code="missing-number", text="原文这里缺少天数，无法推算日期。", citation=n)
        known = warnings if any(w.code == "missing-number" for w in warnings) else (missing, *warnings)
        text = f"文件写的是：“{quote}”[{n}]。原文缺少具体天数，因此不能推算日期，请以主管科室的解释为准。"
        return text, [], known
    figures = [] if q.value is None else [figure(document, q, k, ledger)]
    rule = f"期限是{tidy(document.text, q.span).text}：“{quote}”[{n}]。"
    if q.value is None:
        rule = f"要在当日完成：“{quote}”[{n}]。"
    if item.unpublished:
        return lines(rule, "这段时间的放假安排尚未公布，暂不能推算具体日期。"), figures, warnings
    if item.count is None:
        return lines(rule, _how(q.unit) if q.value is not None else ""), figures, warnings
    working = _working(item.count, tidy(document.text, q.span).text, q.unit)
    figures.append(_last_day(item.count, working, n))
    lead = f"最晚在 {_day(item.count.due)} 之前（含当日）。"
    if result.by is not None and result.by.day is not None:
        event = q.trigger or "起算的那件事"
        lead = (
            f"要在 {_day(result.by.day)} 之前（含当日）办完，又把期限留足，“{event}”最晚在 {_day(item.count.start)}。"
        )
    text = lines(lead, rule, f"{working}。", _rest_day(item.count))
    if result.done is not None and result.done.day is not None:
        verdict, more = _kept(item.count, result.done, q.unit, n, left=result.left)
        figures.append(more)
        text = lines(verdict, text)
    return text, figures, warnings


def _how(unit: str) -> str:
    return f"怎样算：{_HOW.get(unit, _HOW_MONTHS)}。"


def _missing(result: DeadlineResult) -> str:
    """What must be known before the last day can be said; empty when nothing is."""
    start = result.start
    if start is None:
        event = next((i.quantity.trigger for i in result.items if i.quantity.trigger), "起算的那件事")
        return f"请告诉我“{event}”是哪天，我来推算截止日。"
    if start.needs == "year":
        return f"“{start.said}”没有写年份，请把年份也告诉我，我来推算截止日。"
    if start.needs == "today":
        return f"“{start.said}”是哪天要看今天的日期，请写明年月日，我来推算截止日。"
    if start.day is None:
        return f"“{start.said}”不是日历上有的日子，请核对后再问。"
    if result.left and result.done is None:
        return "还剩几天要看今天的日期，请写明今天是哪天。"
    return f"年份按 {start.day.year}年算。" if start.assumed_year else ""


def _working(count: Count, stated: str, unit: str) -> str:
    """How the last day was found, every day named: it proves all dates of the answer."""
    start = _day(count.start)
    if count.due == count.start:
        return f"从 {start} 算，截止日就是当日：{_day(count.due)}"
    if not count.days:
        return f"从 {start} 起算{stated}，{_HOW_MONTHS}：{_day(count.due)}"
    made_up = set(count.made_up)
    shown = count.days if len(count.days) <= _MOST_COUNTED else ()
    counted = "、".join(f"{_short(d)}（{MADE_UP}）" if d in made_up else _short(d) for d in shown)
    counted = counted or f"{_short(count.days[0])}起到{_short(count.days[-1])}"
    skipped = "、".join(_run(days, reason) for days, reason in _runs(count.skipped))
    skips = f"；跳过：{skipped}" if skipped else ""
    return f"从 {start} 的次日起数{stated}：{counted}{skips}；截止日是 {_day(count.due)}"


def _runs(skipped: Iterable[tuple[date, str]]) -> list[tuple[list[date], str]]:
    """Days skipped in a row for one reason."""
    keyed = [(d, reason, d - timedelta(days=i)) for i, (d, reason) in enumerate(skipped)]
    groups = groupby(keyed, key=lambda x: (x[1], x[2]))
    return [([d for d, _, _ in group], reason) for (reason, _), group in groups]


def _run(days: list[date], reason: str) -> str:
    first = _short(days[0])
    return f"{first}（{reason}）" if len(days) == 1 else f"{first}至{_short(days[-1])}（{reason}）"


def _rest_day(count: Count) -> str:
    if not count.off or count.next_workday is None:
        return ""
    return f"截止日是{count.off}的日子，法律上一般顺延到放假结束后最近的工作日，即 {_day(count.next_workday)}，请向主管科室确认。"


def _last_day(count: Count, working: str, n: int) -> Figure:
    more = f"；顺延到 {_day(count.next_workday)}" if count.next_workday else ""
    return Figure(
        label=f"截止日在 {count.due.year}年{count.due.month}月",
        value=count.due.day,
        unit="日",
        relation="=",
        citation=n,
        working=working + more,
    )


def _kept(count: Count, done: StatedDay, unit: str, n: int, *, left: bool) -> tuple[str, Figure]:
    """Whether a day is in time, and by how many days."""
    assert done.day is not None
    days = (count.due - done.day).days
    on = _day(done.day)
    if days >= 0:
        label = "还剩" if left or done.end == 0 else "提前"
        working = f"{_day(count.due)} − {on} = {days} 天"
        between = working_days_between(done.day, count.due) if unit == WORKDAYS and label == "还剩" else None
        more = f"（其中工作日 {between} 天）" if between is not None else ""
        text = f"到 {on} 还没有过期，还剩 {days} 天{more}。" if label == "还剩" else f"{on} 在期限之内，没有晚。"
        return text, Figure(label=label, value=days, unit="天", relation="=", citation=n, working=working + more)
    working = f"{on} − {_day(count.due)} = {-days} 天"
    text = f"{on} 已经过了期限，晚了 {-days} 天。"
    return text, Figure(label="晚了", value=-days, unit="天", relation="=", citation=n, working=working)


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _short(day: date) -> str:
    return f"{day.month}月{day.day}日"
