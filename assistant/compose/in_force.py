"""Words for when documents apply: each says so itself; a last day that follows from a length of time is worked out."""

from __future__ import annotations

import re
from datetime import date

from assistant.act.record_results import InForceResult
from assistant.answer import Figure
from assistant.compose.draft import Draft, lines, sentence
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from corpus.in_force import signature
from corpus.records import Document, InForce, Span
from corpus.tidy import tidy, trim

_WHOLE = 160
"""Characters up to which a clause is quoted whole: the years it is valid for may stand beside the day it began."""
_ON_ISSUE = re.compile(r"(?:印发|发布|公布|发文)之日")
_FAR = 400


def compose_in_force(result: InForceResult, k: Knowledge, ledger: Ledger) -> Draft:
    """What each document says of itself, with the day of its signature where it applies from then."""
    figures: list[Figure] = []
    told: list[str] = []
    for document in result.found:
        if document.in_force is not None:
            told += _told(document, document.in_force, result, k, ledger, figures)
    more = "还有别的文件也写了施行日期；要问哪一份，请说出它的名称。" if result.total > len(result.found) else ""
    return Draft("answered", "corpus", lines("收录的文件里是这样写的：", *told, more), figures=tuple(figures))


def _told(
    document: Document, rule: InForce, result: InForceResult, k: Knowledge, ledger: Ledger, figures: list[Figure]
) -> list[str]:
    span, title = _quoted(document, rule), _titled(document, ledger)
    n = ledger.cite(document, span, k.path_at(document, span))
    words = tidy(document.text, span).text
    paragraphs = [f"· {title}{sentence(words)}[{n}]"]
    signed = signature(document.text, rule.span.start) if _ON_ISSUE.search(words) else None
    if signed is not None:
        at = ledger.cite(document, signed)
        paragraphs.append(f"　文件的落款日期是{tidy(document.text, signed).text}[{at}]。")
    end = date.fromisoformat(rule.end) if rule.end else None
    if end is not None and not _says(words, end):
        figures.append(_last_day(end, rule, n))
        paragraphs.append(f"　按这句话推算，有效到{_day(end)}（含当日）。")
    if result.still:
        paragraphs.append("　" + _still(end, result.today))
    return paragraphs


def _still(end: date | None, today: date | None) -> str:
    if end is None:
        return "文件没有写到什么时候为止。"
    if today is None:
        return "是否已经到期，请对照今天的日期。"
    if today <= end:
        return "按它自己写的，到您所问的日子还没有到期。"
    return "按它自己写的，到您所问的日子已经过了有效的期限；是否延长或另有新文件，请向经办科室核实。"


def _quoted(document: Document, rule: InForce) -> Span:
    """The clause of the rule where it is short, else the sentence."""
    inside = [c.span for c in document.clauses if c.span.start <= rule.span.start and rule.span.end <= c.span.end]
    clause = min(inside, key=lambda s: s.end - s.start, default=rule.span)
    if clause.end - clause.start <= _WHOLE:
        return clause
    start = document.text.rfind("。", clause.start, rule.span.start) + 1 or clause.start
    end = document.text.find("。", rule.span.end, clause.end)
    return trim(document.text, Span(start, clause.end if end < 0 else end + 1))


def _titled(document: Document, ledger: Ledger) -> str:
    """The document's title where it stands in its text: only then may it be repeated."""
    at = document.text.find(document.title, 0, _FAR)
    if at < 0 or not document.title:
        return ""
    return f"{document.title}[{ledger.cite(document, Span(at, at + len(document.title)))}]："


def _says(words: str, end: date) -> bool:
    """Whether the words name the last day themselves."""
    return re.search(rf"{end.year}年{end.month}月{end.day}日", words) is not None or "废止" in words


def _last_day(end: date, rule: InForce, n: int) -> Figure:
    start = date.fromisoformat(rule.start) if rule.start else None
    since = f"自{_day(start)}起算，" if start else ""
    return Figure(
        label=f"有效期的最后一天在{end.year}年{end.month}月",
        value=end.day,
        unit="日",
        relation="=",
        citation=n,
        working=f"{since}满所写的年限，有效到{_day(end)}",
    )


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
