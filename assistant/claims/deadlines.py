"""Deadlines that a statement gives, against those the documents set for the same event; with dates, the days are counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.act.calendar_days import calendar_days, working_days
from assistant.claims.finding import Finding
from assistant.claims.holdings import Holdings
from assistant.claims.relations import agreement, figure_words
from assistant.claims.report import Verdict
from assistant.claims.scene import CLEAR, Subject
from assistant.understand.overlap import Matcher, pairs
from corpus.quantities.figures import Figure, find_figures
from corpus.records import Document, Quantity
from corpus.tidy import tidy

_ENOUGH, _TIE = 0.3, 0.9
_EVENT, _SLACK = 0.8, 0.35
"""Share of the event's name that must be said where no regime is named, and how much less of what is due."""
_DUE_SAID, _WORD = 0.15, 2
"""Least share of what is due (more than a bare 完成) that must be said."""
_NOT_TIME_LIMIT = re.compile(r"每|工作[满]|缴费|连续|累计|工龄|经验|近$|过去|合同期|低于|少于|不足|已经?$")
_DUE = re.compile(
    r"(?:(?P<y>20\d\d)年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日(?:之?前|以前|截止|为限|止|内)|"
    r"(?:最迟|最晚|不迟于|不晚于|截止(?:日期)?(?:为|是|到|至)?|应?于|应?在|期限(?:为|是|到|至)|到|至)(?:(?P<y2>20\d\d)年)?(?P<m2>\d{1,2})月(?P<d2>\d{1,2})日(?:之?前|以前)?"
)
_DAY = re.compile(r"(?:(?P<y>20\d\d)年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日")
_YEAR = re.compile(r"(20\d\d)年")


def deadlines(subject: Subject, h: Holdings) -> Iterator[Finding]:
    """A finding for each time limit, and for each date that a time limit with a known start decides."""
    text = subject.text
    for figure in find_figures(text):
        same_day = figure.value is None
        limit = figure.kind == "deadline" and (figure.relation == "<=" or same_day) and figure.compared
        if limit and not _NOT_TIME_LIMIT.search(text[max(0, figure.start - 4) : figure.start]):
            yield _judge(figure, subject, h)
    yield from _dates(subject, h)


def _judge(figure: Figure, subject: Subject, h: Holdings) -> Finding:
    chosen, sure = _about(subject, figure.start, figure.end, h)
    if not chosen:
        return _finding(figure, "not_in_corpus", "文件里没有与它对应的期限")
    for d, q in chosen:
        if _agrees(figure, q):
            return _finding(figure, "supported", "与原文一致", d, q)
    d, q = chosen[0]
    if q.value is None and not q.unit.startswith("当"):
        return _finding(figure, "not_in_corpus", "原文漏写了天数，无法核对", d, q)
    if not sure:
        return _finding(figure, "unclear", "说的是哪一个期限不够确定，请人工核对", d, q)
    if q.value is None:
        return _finding(figure, "contradicted", f"与原文不符：原文是“{tidy(d.text, q.span).text}”", d, q)
    note = agreement(figure, None, q, planned=False)
    return _finding(figure, "contradicted", f"与原文不符：{note.words}", d, q)


def _agrees(figure: Figure, q: Quantity) -> bool:
    if figure.value is None or q.value is None:
        return figure.value is None and q.value is None and figure.unit[:1] == q.unit[:1]
    return agreement(figure, None, q, planned=False).agrees


def _about(subject: Subject, start: int, end: int, h: Holdings) -> tuple[list[tuple[Document, Quantity]], bool]:
    """The time limits a statement may be about, likeliest first, and whether that is sure."""
    k = h.knowledge
    place = subject.scene.regime
    pool = [(d, q) for d, q in k.deadlines if place is None or (k.document_index(d), q.regime) == place]
    if not pool and place is not None and not subject.named:
        pool = list(k.deadlines)
    if not pool:
        return [], False
    words = subject.text[:start] + "，" + subject.text[end:]
    scored = sorted(((_fit(words, d, q, pool, h), -i) for i, (d, q) in enumerate(pool)), reverse=True)
    best = scored[0][0]
    if best < _ENOUGH:
        return [], False
    chosen = [pool[-i] for s, i in scored if s >= _TIE * best]
    if place is None or subject.scene.regime_share < CLEAR:
        # Of no regime: the event must be the documents' own too, for reports and decisions are due everywhere.
        said = pairs(words)
        weigher = h.knowledge.deadline_matcher
        chosen = [
            (d, q)
            for d, q in chosen
            if q.trigger and min(_share(q.trigger, said, weigher), _share(q.object, said, weigher) + _SLACK) >= _EVENT
        ]
    return chosen, len({(q.value, q.unit) for _, q in chosen}) == 1


def _fit(words: str, d: Document, q: Quantity, pool: list[tuple[Document, Quantity]], h: Holdings) -> float:
    """Share of the event and of what is due that the words say, each by itself; what is due weighs more."""
    weigher = h.knowledge.deadline_matcher
    said = pairs(words)
    due, event = _share(q.object, said, weigher), _share(q.trigger, said, weigher)
    if len(q.object) > _WORD and due < _DUE_SAID:
        return 0.0
    whole = _share(h.knowledge.sentence(d, q), said, weigher)
    if not q.trigger:
        return 0.8 * due + 0.2 * whole
    return 0.5 * due + 0.35 * event + 0.15 * whole


def _share(text: str, said: dict[str, int], weigher: Matcher) -> float:
    own = pairs(text)
    total = sum(weigher.weight(p) for p in own)
    return sum(weigher.weight(p) for p in own if p in said) / total if total else 0.0


def _dates(subject: Subject, h: Holdings) -> Iterator[Finding]:
    """The last day that a statement names (`应于10月12日前送达`) where an earlier date says when the time begins."""
    text, told = subject.text, subject.scene.told
    for due in _DUE.finditer(text):
        begun = list(_DAY.finditer(told + text[: due.start()]))
        if not begun:
            continue
        chosen, sure = _about(subject, due.start(), due.end(), h)
        rules = [(d, q) for d, q in chosen if q.value is not None]
        start, last = _date(begun[-1], told + text), _date(due, told + text)
        if not rules or not sure or start is None or last is None or last <= start:
            continue
        yield _counted(due, start, last, *rules[0])


def _counted(due: re.Match[str], start: date, last: date, d: Document, q: Quantity) -> Finding:
    count = int(q.value or 0)
    days = working_days(start, count) if q.unit == "工作日" else calendar_days(start, count)
    cites = ((d, q.sentence),)
    if not days:
        reason = "这段时间的放假安排尚未公布，暂不能推算"
        return Finding("deadline", *due.span(), "unclear", reason, figure_words(q), cites)
    right = days[-1]
    working = f"从{_say(start)}的次日起数{count}{'个' if q.unit == '工作日' else ''}{q.unit}，最后一天是{_say(right)}"
    if right == last:
        return Finding("deadline", *due.span(), "supported", f"推算一致：{working}", figure_words(q), cites)
    return Finding("deadline", *due.span(), "contradicted", f"推算不符：{working}", figure_words(q), cites)


def _date(m: re.Match[str], whole: str) -> date | None:
    """The date of a match; without a year, the last year that the text names. None for no date."""
    g = m.groupdict()
    month, day = g["m"] or g.get("m2"), g["d"] or g.get("d2")
    years = _YEAR.findall(whole)
    year = g["y"] or g.get("y2") or (years[-1] if years else None)
    try:
        return date(int(year), int(month or 0), int(day or 0)) if year else None
    except ValueError:
        return None


def _say(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _finding(
    f: Figure, verdict: Verdict, reason: str, document: Document | None = None, q: Quantity | None = None
) -> Finding:
    if document is None or q is None:
        return Finding("deadline", f.start, f.end, verdict, reason)
    return Finding("deadline", f.start, f.end, verdict, reason, figure_words(q), ((document, q.sentence),))
