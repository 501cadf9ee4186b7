"""Which authority decides, where the documents leave a violation to another one (由财政、物价部门按有关规定处罚)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.claims.finding import Finding
from assistant.claims.holdings import Holdings
from assistant.claims.report import Verdict
from assistant.claims.scene import Subject
from assistant.claims.tiers import applying
from assistant.understand.overlap import pairs

_DECIDES = re.compile(
    r"(?:由|移送|移交|交由|报请)(?P<who>[^，；。由]{2,20}?(?:部门|机关|机构|局))(?=按|依|处|查|追|给|作|，|。|；|$)"
)
_GENERIC = frozenset(pairs("部门机关机构行政主管"))


def referrals(subject: Subject, h: Holdings) -> Iterator[Finding]:
    """A finding for each authority named as deciding on a violation that the documents refer to one."""
    for m in _DECIDES.finditer(subject.text):
        said = subject.conditions + subject.text[: m.start()]
        tiers = [(g, p) for g in subject.bound.groups for p in applying(g.penalties, said, h)]
        referred = [(g, p) for g, p in tiers if p.referral]
        if not referred:
            continue
        g, p = referred[0]
        right = next(((x, q) for x, q in referred if _same(m["who"], q.referral)), None)
        if right is None and not subject.bound.sure:
            continue
        g, p = right or (g, p)
        verdict: Verdict = "supported" if right else "contradicted"
        reason = "与原文一致" if right else f"与原文不符：原文写的是{p.referral}"
        source = f"{p.violation}：{p.referral}"
        yield Finding("department", *m.span("who"), verdict, reason, source, ((g.document, p.span),))


def _same(claimed: str, held: str) -> bool:
    a, b = ({p for p in pairs(x) if p not in _GENERIC} for x in (claimed, held))
    return bool(a & b)
