"""How many units a check must draw when the text says how many there are: share × total, rounded up."""

from __future__ import annotations

import re
from math import ceil

from assistant.claims.checks import last_named
from assistant.claims.finding import Finding
from assistant.claims.holdings import Holdings, lead_of
from assistant.claims.relations import figure_words
from assistant.claims.report import Verdict
from assistant.claims.scene import Subject
from assistant.understand.overlap import pairs
from corpus.quantities.figures import Figure
from corpus.records import Document, Quantity
from corpus.written_numbers import NUMBER, number

_TOTAL = re.compile(
    rf"(?:共(?:有|计)?|总(?:数|共)(?:为|有|是)?|现有|全[县市区]有?)[^，。；\d]{{0,12}}?(?P<n>{NUMBER})(?:家|户|个)|(?:^|[，。；：）)])[^，。；\d]{{0,12}}有(?P<m>{NUMBER})(?:家|户|个)"
)
_NEAR = 14
_DRAWN = re.compile(r"抽|面|覆盖|检查|督查|稽核")


def of_total(figure: Figure, part: str, subject: Subject, h: Holdings) -> Finding | None:
    """The verdict on a number drawn; None where no total is told or the number is no sample of it."""
    told = subject.scene.told + subject.scene.heading + subject.text[: figure.start]
    totals = [number(m["n"] or m["m"]) for m in _TOTAL.finditer(told)]
    shares = _shares(part, subject, h)
    near = subject.text[max(0, figure.start - _NEAR) : figure.end]
    if not totals or totals[-1] is None or not shares or not _DRAWN.search(near) or figure.value is None:
        return None
    document, held = shares
    total = int(totals[-1])
    for q in held:
        least = ceil(round(total * (q.value or 0.0) / 100, 9))
        if figure.value == least or (figure.value > least and figure.relation == "="):
            return _finding(figure, "supported", "推算一致", total, least, document, q)
    least = ceil(round(total * (held[0].value or 0.0) / 100, 9))
    return _finding(figure, "contradicted", "推算不符", total, least, document, held[0])


def _finding(f: Figure, verdict: Verdict, how: str, total: int, least: int, d: Document, q: Quantity) -> Finding:
    share = q.value or 0.0
    reason = f"{how}：{total} × {share:g}% = {total * share / 100:g}，至少 {least}"
    return Finding("figure", f.start, f.end, verdict, reason, figure_words(q), ((d, q.sentence),))


def _shares(part: str, subject: Subject, h: Holdings) -> tuple[Document, list[Quantity]] | None:
    """The shares that the check named asks for, the one whose object the part names first."""
    k = h.knowledge
    place = subject.scene.regime
    if place is None:
        return None
    document = k.corpus.documents[place[0]]
    leads = h.leads.get((document.id, place[1]), ())
    before = subject.text
    named = last_named((part, before, subject.scene.sentence, subject.scene.told), leads, k)
    shares = [
        q
        for q in document.quantities
        if q.kind == "share" and q.regime == place[1] and lead_of(q) in named and q.unit == "%"
    ]
    if not shares:
        return None
    return document, sorted(shares, key=lambda q: (-len(set(pairs(q.object)) & set(pairs(part))), q.index))
