"""Measures that a statement gives (吊销, 没收, 责令改正 …), against those the documents set for the violation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.claims.finding import Finding
from assistant.claims.holdings import Group, Holdings
from assistant.claims.report import Verdict
from assistant.claims.sanctions import Sanction, find_sanctions, same_object
from assistant.claims.scene import Subject
from assistant.claims.tiers import applying, met
from corpus.records import Document, Penalty, Span

_OPEN = re.compile(r"按照?[^，；。]{0,10}(?:规定|法规|法律)|从其规定|处罚|处理$|相应|依法")
"""A consequence that leaves what follows to other rules: nothing can be said to be missing from it."""
_MILD = frozenset({"责令改正", "批评教育", "移送", "追究刑事责任"})
"""What any authority may do beside a rule's own measures."""
_FREE = re.compile(
    r"(?:不予|免予|不给予|不作|不进行|不再|无需|不用|不必|不会|不)(?:行政)?(?:处罚|罚款|被罚|受罚|罚)|不罚款?|免于?(?:行政)?处罚"
)


def measures(subject: Subject, h: Holdings) -> Iterator[Finding]:
    """A finding for each measure of a violation that the documents rule; and one for `不予处罚`."""
    groups = subject.bound.groups
    if not groups:
        return
    for sanction in find_sanctions(subject.text):
        if _is_consequence(subject.text, sanction) and (finding := _judge(sanction, subject, h)):
            yield finding
    for m in _FREE.finditer(subject.text):
        yield from _freed(m, subject, h)


def _is_consequence(text: str, s: Sanction) -> bool:
    """Not `逾期不改正的`, `拒不退还的`, nor the conduct itself (`未退还押金`, `被吊销后仍`)."""
    part_end = min((i for mark in "，；。" if (i := text.find(mark, s.end)) >= 0), default=len(text))
    if text[s.start : part_end].endswith("的") and "应当" not in text[:part_end]:
        return False
    return not re.search(r"(?:拒不|逾期|未|被|拒绝|擅自|违规|是否)[^，；。]{0,4}$", text[: s.start])


def _judge(s: Sanction, subject: Subject, h: Holdings) -> Finding | None:
    groups = subject.bound.groups
    held = [(g, p, x) for g in groups for p in g.penalties for m in p.measures for x in find_sanctions(m)]
    alike = [(g, p, x) for g, p, x in held if x.head == s.head]
    fitting = [(g, p, x) for g, p, x in alike if same_object(s.object, x.object)]
    if s.denied:
        return _denied(s, fitting, subject)
    said = subject.conditions + subject.text[: s.start]
    here = [(g, p, x) for g, p, x in fitting if p in applying(g.penalties, said, h) or p.when is None]
    if here:
        g, p, _ = here[0]
        return _finding(s, "supported", "与原文一致", _stated(p), g.document, p.span)
    if fitting:
        return _other_tier(s, fitting, said, subject, h)
    g = groups[0]
    if alike:
        g, p, x = alike[0]
        if not subject.bound.sure:
            return _finding(s, "unclear", "说的是哪一种行为不够确定，请人工核对", _stated(p), g.document, p.span)
        reason = f"与原文不符：原文是{x.head}{x.object}"
        return _finding(s, "contradicted", reason, _stated(p), g.document, p.span)
    return _absent(s, subject)


def _denied(s: Sanction, fitting: list[tuple[Group, Penalty, Sanction]], subject: Subject) -> Finding | None:
    plain = [x for x in fitting if x[1].when is None or x[1].when in subject.text]
    if not plain or not subject.bound.sure:
        return None
    g, p, _ = plain[0]
    return _finding(s, "contradicted", "与原文相反：原文规定要这样处理", _stated(p), g.document, p.span)


def _other_tier(
    s: Sanction, fitting: list[tuple[Group, Penalty, Sanction]], said: str, subject: Subject, h: Holdings
) -> Finding:
    g, p, _ = fitting[0]
    stated = any(q.when and met(q.when, said, h) for q in g.penalties)
    if not subject.bound.sure or not (subject.bound.told or stated or subject.scene.bound.groups):
        return _finding(s, "supported", f"原文用于“{p.when}的”情形", _stated(p), g.document, p.span)
    if not subject.bound.told and not stated and not subject.references:
        return _finding(s, "unclear", f"原文只在“{p.when}”时才这样处理", _stated(p), g.document, p.span)
    reason = f"漏了条件：原文只在“{p.when}”时才这样处理"
    return _finding(s, "contradicted", reason, _stated(p), g.document, p.span)


def _absent(s: Sanction, subject: Subject) -> Finding:
    g = subject.bound.groups[0]
    said = "；".join(_stated(p) for p in g.penalties)
    loose = any(_OPEN.search(m) for x in subject.bound.groups for p in x.penalties for m in p.measures)
    closed = bool(g.law) and subject.bound.sure and not loose and s.head not in _MILD
    if closed and len({x.first.violation for x in subject.bound.groups}) == 1:
        reason = f"原文对这一行为没有规定“{s.head}”"
        return _finding(s, "contradicted", reason, said, g.document, g.first.span)
    return _finding(s, "not_in_corpus", "文件对这一行为没有写明这项措施", said, g.document, g.first.span)


def _freed(m: re.Match[str], subject: Subject, h: Holdings) -> Iterator[Finding]:
    """不予处罚, where the documents punish the conduct in the case stated."""
    g = subject.bound.groups[0]
    said = subject.conditions + subject.text[: m.start()]
    tiers = [p for p in applying(g.penalties, said, h) if p.fine.kind != "none" or p.measures]
    other = re.search(r"情节轻微|首次|主动|及时改正|轻微", said)
    if not tiers or not subject.bound.sure or other or not (g.law or subject.bound.told):
        return
    p = tiers[0]
    reason = "与原文相反：原文对这一行为规定了处理"
    source = "；".join(_stated(q) for q in tiers)
    yield Finding("measure", *m.span(), "contradicted", reason, source, ((g.document, p.span),))


def _stated(p: Penalty) -> str:
    condition = f"{p.when}的，" if p.when else ""
    return f"{p.violation}：{condition}{'、'.join(p.measures) or '罚款'}"


def _finding(s: Sanction, verdict: Verdict, reason: str, source: str, document: Document, span: Span) -> Finding:
    return Finding("measure", s.start, s.end, verdict, reason, source, ((document, span),))
