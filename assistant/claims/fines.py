"""Fines that a statement gives, against those the documents set for the violation it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.act.money import total, yuan
from assistant.claims.finding import Finding
from assistant.claims.holdings import Group, Holdings
from assistant.claims.intervals import differences, fine_words, inside
from assistant.claims.report import Verdict
from assistant.claims.scene import Subject
from assistant.claims.tiers import applying, met
from assistant.question import Facts
from assistant.understand.facts import read_facts
from corpus.fines import FoundFine, find_fines
from corpus.records import Document, Fine, Penalty, Span

_PENAL = re.compile(r"罚(?!则)|处(?:以|[一二两三四五六七八九\d违每])")
_REACH = 14
_GAINS = re.compile(r"(?:违法所得|非法所得|获利|收取|收益|涉案金额|退还|补缴|工资|补贴|补助|押金)[^，；。\d罚处]{0,8}$")
_COMPUTED = re.compile(r"[×=＝*]")
"""A working (违法所得 × 1–5 倍 = …) states no rule."""
_JUDGED = re.compile(
    r"^[^。；]{0,8}?(?P<how>超出|超过|高于|多于|低于|少于|不足|未达到|不在|在)[^，。；]{0,8}?(?:上限|下限|幅度|范围|规定)"
)
"""A text that itself says how an amount lies to the interval."""
_MOST, _LEAST = (
    re.compile(r"(?:最高|最多|上限|封顶|顶格)[^，；。]{0,8}$"),
    re.compile(r"(?:最低|最少|下限|起步|起罚)[^，；。]{0,8}$"),
)
_INSPECTORS = re.compile(r"[^，；。]*(?:执法|检查|稽核|工作)人员[^，；。]*")


def fines(subject: Subject, h: Holdings) -> Iterator[Finding]:
    """A finding for each fine."""
    for found in find_fines(subject.text):
        if _is_fine(subject.text, found) and not _COMPUTED.search(subject.text[found.start : found.end + 3]):
            yield _judge(_bounded(subject.text, found), subject, h)


def _is_fine(text: str, found: FoundFine) -> bool:
    if _GAINS.search(text[: found.start]) and found.fine.kind != "multiple":
        return False
    around = text[max(0, found.start - _REACH) : found.end + _REACH]
    times = found.fine.kind == "multiple" and "倍" in text[found.start : found.end]
    return bool(_PENAL.search(around)) or times


def _bounded(text: str, found: FoundFine) -> FoundFine:
    """`最高3万元` gives the upper bound alone, `最低1万元` the lower."""
    f, before = found.fine, text[: found.start]
    if f.kind == "fixed" and _MOST.search(before):
        return FoundFine(Fine(kind="range", max_yuan=f.max_yuan, per=f.per, by=f.by), found.start, found.end)
    if f.kind == "fixed" and _LEAST.search(before):
        return FoundFine(Fine(kind="range", min_yuan=f.min_yuan, per=f.per, by=f.by), found.start, found.end)
    return found


def _judge(found: FoundFine, subject: Subject, h: Holdings) -> Finding:
    groups = subject.bound.groups
    with_fine = [(g, p) for g in groups for p in g.penalties if p.fine.kind != "none"]
    if not groups:
        return _finding(found, "not_in_corpus", "没有看出说的是文件里的哪一种违法行为，文件里找不到对应的罚款规定")
    if not with_fine:
        g = groups[0]
        reason = "文件对这一行为没有写明罚款数额"
        return _finding(found, "not_in_corpus", reason, _consequences(g), ((g.document, g.first.span),))
    said = _said(subject, found)
    if found.fine.kind == "fixed" and (how := _JUDGED.match(subject.text[found.end :])):
        return _verdict_on(found, how["how"], *_closest(with_fine, said, h), subject)
    agreed = [(g, p) for g, p in with_fine if not _wrong(found.fine, p, subject)]
    in_tier = [(g, p) for g, p in agreed if p in applying(g.penalties, said, h)]
    if in_tier:
        return _supported(found, *in_tier[0], subject)
    if agreed and (found.fine.kind != "fixed" or agreed[0][1].fine.kind == "fixed"):
        return _other_tier(found, agreed, said, subject, h)
    g, p = _closest(with_fine, said, h)
    if not subject.bound.sure:
        return _finding(found, "unclear", "说的是哪一种行为不够确定，请人工核对", _stated(p), ((g.document, p.span),))
    reason = "；".join(_wrong(found.fine, p, subject))
    return _finding(found, "contradicted", f"与原文不符：{reason}", _stated(p), ((g.document, p.span),))


def _verdict_on(found: FoundFine, how: str, g: Group, p: Penalty, subject: Subject) -> Finding:
    """A statement such as `拟罚4万元，超出上限`: it is the comparison that is right or wrong."""
    wrong = _wrong(found.fine, p, subject)
    right = (how == "在") != bool(wrong)
    reason = "比较无误" if right else "比较有误：" + ("；".join(wrong) or f"在规定的幅度之内：{fine_words(p.fine)}")
    verdict: Verdict = "supported" if right else "contradicted" if subject.bound.sure else "unclear"
    return _finding(found, verdict, reason, _stated(p), ((g.document, p.span),))


def _said(subject: Subject, found: FoundFine) -> str:
    """The conditions in force where the fine stands: what the sentence says before it, and what was said earlier."""
    return subject.conditions + subject.text[: found.start]


def _wrong(claimed: Fine, p: Penalty, subject: Subject) -> tuple[str, ...]:
    """Differences; a single amount is judged as the fine for the case, within the interval that its facts give."""
    if claimed.kind == "range" and claimed.per is None and (bounds := _bounds_of_case(claimed, p, subject)) is not None:
        return bounds
    if claimed.kind != "fixed" or (p.fine.kind == "fixed" and claimed.per == p.fine.per):
        return differences(claimed, p.fine)
    amount = claimed.max_yuan or 0
    sums = total(p.fine, _facts(subject)) if claimed.per is None else None
    if sums:
        low, high = sums.min_yuan, sums.max_yuan
        if (low is None or amount >= low) and (high is None or amount <= high):
            return ()
        return (f"按本案情况应为{sums.working}，这里写成{yuan(amount)}",)
    if p.fine.kind == "multiple":
        return (f"原文按倍数计算：{fine_words(p.fine)}",)
    if claimed.per == p.fine.per:
        return () if inside(amount, p.fine) else _outside(amount, p.fine)
    return differences(claimed, p.fine)


def _bounds_of_case(claimed: Fine, p: Penalty, subject: Subject) -> tuple[str, ...] | None:
    """An interval for the case (违法所得10万元的，最高罚50万元) against its sum; None where it is none, or facts are missing."""
    if p.fine.kind != "multiple" and not p.fine.per:
        return None
    sums = total(p.fine, read_facts(subject.text)) or total(p.fine, _facts(subject))
    if sums is None:
        return None
    stated = ((claimed.min_yuan, sums.min_yuan), (claimed.max_yuan, sums.max_yuan))
    if all(said is None or said == held for said, held in stated):
        return ()
    return (f"按本案情况应为{sums.working}",)


def _outside(amount: float, held: Fine) -> tuple[str, ...]:
    high, low = held.max_yuan, held.min_yuan
    if high is not None and amount > high:
        return (f"{yuan(amount)}超出上限{yuan(high)}",)
    return (f"{yuan(amount)}低于下限{yuan(low or 0)}",)


def _facts(subject: Subject) -> Facts:
    return read_facts(_INSPECTORS.sub("", subject.scene.told + subject.text))


def _supported(found: FoundFine, g: Group, p: Penalty, subject: Subject) -> Finding:
    f = found.fine
    reason = "与原文一致"
    if (f.kind == "fixed" and p.fine.kind != "fixed") or f.per != p.fine.per:
        sums = total(p.fine, _facts(subject))
        reason = f"在规定的幅度之内：{sums.working if sums else fine_words(p.fine)}"
    elif f.kind == "range" and (f.min_yuan is None) != (p.fine.min_yuan is None):
        reason = "这一个界限与原文一致"
    return _finding(found, "supported", reason, _stated(p), ((g.document, p.span),))


def _other_tier(
    found: FoundFine, agreed: list[tuple[Group, Penalty]], said: str, subject: Subject, h: Holdings
) -> Finding:
    """The amount stands in the clause, but for another case than the one stated."""
    g, p = agreed[0]
    stated = any(q.when and met(q.when, said, h) for q in g.penalties)
    place_only = not subject.bound.told and not stated
    if place_only or not subject.bound.sure:
        condition = f"原文用于“{p.when}的”情形" if p.when else "与原文一致"
        return _finding(found, "supported", condition, _stated(p), ((g.document, p.span),))
    reason = f"漏了条件：原文只在“{p.when}”时才这样罚" if p.when else "条件不符：原文对这一数额没有要求这个条件"
    return _finding(found, "contradicted", reason, _stated(p), ((g.document, p.span),))


def _closest(with_fine: list[tuple[Group, Penalty]], said: str, h: Holdings) -> tuple[Group, Penalty]:
    return next(((g, p) for g, p in with_fine if p in applying(g.penalties, said, h)), with_fine[0])


def _stated(p: Penalty) -> str:
    condition = f"{p.when}的，" if p.when else ""
    return f"{p.violation}：{condition}罚款{fine_words(p.fine)}"


def _consequences(g: Group) -> str:
    words = [f"{p.when}的，{'、'.join(p.measures)}" if p.when else "、".join(p.measures) for p in g.penalties]
    return f"{g.first.violation}：" + "；".join(words)


def _finding(
    found: FoundFine, verdict: Verdict, reason: str, source: str = "", cites: tuple[tuple[Document, Span], ...] = ()
) -> Finding:
    return Finding("fine", found.start, found.end, verdict, reason, source, cites)
