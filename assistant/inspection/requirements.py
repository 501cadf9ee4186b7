"""What the text demands before a check begins: a plan, a notice, enough inspectors with certificates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.inspection.checklist import Requirement, RequirementKind
from assistant.inspection.demands import names_contents
from assistant.inspection.lines import Line, lines_of
from corpus.records import Document, PartKind, Regime

_PARTS: tuple[PartKind, ...] = ("procedure", "measures", "methods", "indicators")
"""Where such demands stand, the first that states one being quoted."""
_PLAN = re.compile(
    r"(?:制定|制订|拟定|编制|准备|确定|报)[^，。；]{0,12}(?:检查|工作|稽核|抽查|监督|执法)(?:方案|计划)"
    r"|(?:检查|稽核|抽查|监督|执法)(?:工作)?方案|检查前的?准备"
)
_NOTICE = re.compile(
    r"(?:下发|下达|发出|送达|印发|出具|发放|发送)[^，。；]{0,16}?(?:检查|监督|稽核|督查|抽查|执法)[^，。；]{0,8}?(?:通知|告知)"
    r"|(?:书面|提前|事先|预先)(?:通知|告知)"
)
_CERTIFICATE = re.compile(r"(?:持|出示|佩戴|携带)[^，。；]{0,14}证(?:件|$|[^明据照书实])")
_CHECKING = re.compile(r"检查|执法|稽核|督查|巡查|监督|工作人员|检查员")


def requirements(document: Document, regime: Regime) -> tuple[Requirement, ...]:
    """The demands in order plan, notice, inspectors; only those that the text states."""
    sentences = [s for kind in _PARTS for line in lines_of(document, regime, kind) for s in _sentences(line)]
    out: list[Requirement] = []
    wanted: tuple[tuple[RequirementKind, re.Pattern[str]], ...] = (("plan", _PLAN), ("notice", _NOTICE))
    for kind, form in wanted:
        found = next((s for s in sentences if form.search(s[1])), None)
        if found:
            out.append(_requirement(kind, found))
    return (*out, *_inspectors(document, sentences))


_Sentence = tuple[Line, str, int, int]


def _sentences(line: Line) -> Iterator[_Sentence]:
    for start, end in line.sentences():
        yield line, line.words[start:end], start, end


def _requirement(kind: RequirementKind, sentence: _Sentence, least: int | None = None) -> Requirement:
    line, text, start, end = sentence
    whole = not start and (len(line.bare) <= end or names_contents(line.words))
    place = line.place() if whole else line.place(start, end)
    certificate = kind == "inspectors" and bool(_CERTIFICATE.search(text))
    text = line.bare if whole else text
    return Requirement(kind=kind, text=text, least=least, certificate=certificate, place=place)


def _inspectors(document: Document, sentences: list[_Sentence]) -> Iterator[Requirement]:
    """The sentence that states a number of inspectors, one with a certificate first; else the one on certificates."""
    counted = [(s, n) for s in sentences if (n := _least(document, s)) is not None]
    shown = [s for s in sentences if _CERTIFICATE.search(s[1]) and _CHECKING.search(s[1])]
    both = next(((s, n) for s, n in counted if s in shown), None) or next(iter(counted), None)
    if both:
        yield _requirement("inspectors", both[0], both[1])
    if shown and (both is None or both[0] not in shown):
        yield _requirement("inspectors", shown[0])


def _least(document: Document, sentence: _Sentence) -> int | None:
    line, text, start, end = sentence
    span = line.place(start, end).span
    for q in document.quantities:
        inside = q.clause == line.clause.index and span.start <= q.span.start < span.end
        if (
            inside
            and q.kind == "headcount"
            and q.value is not None
            and q.relation in (">=", "=")
            and _CHECKING.search(text)
        ):
            return int(q.value)
    return None
