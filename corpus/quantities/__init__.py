"""Typed figures of the documents: frequencies, shares, head-counts, deadlines, score limits, dates of the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from corpus.quantities.checks import check_quantities
from corpus.quantities.figures import Figure, find_figures
from corpus.quantities.surroundings import lead_of, object_of, part_before, period_of, rate_of, trigger_of
from corpus.records import CheckItem, Clause, PartKind, Quantity, QuantityKind, Regime, Span
from corpus.stretches import Paragraph, cell_paragraphs, paragraphs
from corpus.written_numbers import NUMBER

_SAMPLED = re.compile(r"(?:抽取|抽查|抽检|选取|抽样|对|按照?|由|随机|超过)$|抽取")
_EVENT_COUNT = re.compile(r"(?:如有|累计|发现|达到|出现)$")

_PAID = re.compile(r"(?:标准|额度|补贴|补助|津贴|奖励|给予|发放|资助)(?:为|是|：|:)?[^，。；]{0,6}$|标准(?:为|：|:)$")
"""Before a sum that a rule pays out."""
_SUM_BEFORE = re.compile(r"(?:元|万)、$")
"""Before the second of several sums (`分别给予50万元、30万元`)."""
_RATED = re.compile(r"(?:按照?|标准(?:为|是)|计发)[^，。；]{2,24}$")
"""Before a multiple that a rule pays by (`按上年度月平均工资的2倍发放`)."""
_ALLOWED = re.compile(
    r"(?:可以?|批准后?|最多|再)(?:适当|依法)?延长(?:期限|时间|办理时限)?(?:至|到|为)?$|(?:办理|承诺|办结|法定|服务|审批|受理)(?:办结)?(?:时限|期限)(?:为|是)?[：:]?$"
)
"""Before a length of time that is the most allowed, said without a comparison (`可延长10个工作日`, `承诺时限：3个工作日`)."""
_NUMBERING = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2}){1,4}(?=[\u4e00-\u9fff]|$)|[（(][^（）()]{1,4}[)）]|[一二三四五六七八九十\d]{1,3}[、．.]|第[^章节条]{1,5}[章节条]|[①-⑳])"
)

_SINCE = re.compile(r"(?:以内|之内|内)?(?:首次|初次|曾|未(?!到期)|没有|无(?!需|须|法))")
"""After a length of time in which something happened or not: a condition, no day by which to act (`离校2年内未就业`)."""
_TELLING = 4
"""Characters from which what is counted (`稽核人员`) needs no part title before it."""


def read_quantities(
    text: str,
    clauses: tuple[Clause, ...],
    regimes: tuple[Regime, ...],
    cells: Sequence[Span] = (),
    checks: Sequence[CheckItem] = (),
) -> tuple[Quantity, ...]:
    """Every figure that states a rule, in reading order: in clauses, in cells that hold rules, in the shares of checks.

    A bare count (`两个`, `三家`) is a rule only with a comparison, a period or a verb of sampling beside it.
    """
    names = _Names({clause.index: clause for clause in clauses}, _part_titles(regimes))
    found: list[Quantity] = []
    running = paragraphs(text, clauses) if clauses or not (cells or checks) else ()
    for paragraph in (*running, *cell_paragraphs(text, cells)):
        for figure in find_figures(paragraph.body.text):
            kind = _kind(paragraph.body.text, figure)
            if kind is not None:
                found.append(_quantity(len(found), paragraph, figure, kind, names, regimes))
    if cells or checks:
        found = sorted((*found, *check_quantities(text, checks)), key=lambda q: q.span)
    return tuple(msgspec.structs.replace(quantity, index=i) for i, quantity in enumerate(found))


def _quantity(
    index: int, paragraph: Paragraph, figure: Figure, kind: QuantityKind, names: _Names, regimes: tuple[Regime, ...]
) -> Quantity:
    words = paragraph.body.text
    span = paragraph.body.source(figure.start, figure.end)
    regime, part = _place(regimes, span, paragraph.clause, kind)
    counted = object_of(words, figure)
    return Quantity(
        index=index,
        kind=kind,
        relation="<=" if kind == "deadline" else figure.relation,
        value=figure.value,
        upper=figure.upper,
        unit="工作日" if figure.unit == "个工作日" else figure.unit,
        period=(rate_of(words, figure) if figure.kind == "amount" else None) or period_of(words, figure),
        object=counted,
        label=names.label(paragraph, figure, counted),
        span=span,
        sentence=_sentence(paragraph, figure),
        clause=paragraph.clause,
        regime=regime,
        part=part,
        trigger=trigger_of(words, figure) if kind == "deadline" else "",
    )


@dataclass(slots=True)
class _Names:
    """Names figures after their item; the name holds for the clause's later paragraphs too."""

    clauses: dict[int, Clause]
    part_titles: frozenset[str]
    leads: dict[int, str] = field(default_factory=dict[int, str])

    def label(self, paragraph: Paragraph, figure: Figure, counted: str) -> str:
        """The item's name and what is counted; a part's title (`监督检查指标`) names only what has no name of its own."""
        lead = lead_of(paragraph.body.text, figure)
        name = lead
        if paragraph.clause is not None:
            name = lead or self.leads.get(paragraph.clause, "")
            self.leads[paragraph.clause] = name
        if not name:
            name = _heading(self.clauses.get(paragraph.clause) if paragraph.clause is not None else None)
            name = "" if name in self.part_titles and len(counted) >= _TELLING else name
        return " ".join(filter(None, (name, counted)))


def _part_titles(regimes: tuple[Regime, ...]) -> frozenset[str]:
    return frozenset(_NUMBERING.sub("", part.title) for regime in regimes for part in regime.parts)


def _kind(text: str, figure: Figure) -> QuantityKind | None:
    """The kind the surroundings give a figure, None where it states no rule."""
    before, period = part_before(text, figure), period_of(text, figure)
    if figure.kind in {"share", "date"}:
        return figure.kind
    if figure.kind == "frequency":
        counts_events = _EVENT_COUNT.search(before) or re.match(r"[^，。；]{0,4}发现", text[figure.end :])
        if counts_events or (figure.compared and text[: figure.end].endswith("以上")):
            return "count"
        return "frequency" if figure.compared or period or before.endswith("各") else None
    if figure.kind == "deadline":
        if not figure.compared:
            return "deadline" if _ALLOWED.search(text[: figure.start]) else None
        return "deadline" if figure.relation == "<=" and not _SINCE.match(text, figure.end) else "count"
    if figure.kind == "amount":
        listed = _SUM_BEFORE.search(text[: figure.start]) and _PAID.search(_before_sums(before))
        paid = figure.compared or period or rate_of(text, figure) or _PAID.search(before) or listed
        return "amount" if paid else None
    if figure.kind == "multiple":
        return "multiple" if figure.compared or period or _RATED.search(before) else None
    if figure.kind == "score":
        return figure.kind if figure.compared else None
    return figure.kind if figure.compared or period or _SAMPLED.search(before) else None


def _before_sums(before: str) -> str:
    """A comma part without the sums that stand one beside the other at its end."""
    return re.sub(rf"(?:{NUMBER}(?:万|亿)?元?、)+$", "", before)


def _heading(clause: Clause | None) -> str:
    """Words of the nearest heading above the clause, without its numbering."""
    for title in reversed(clause.path if clause else ()):
        if words := _NUMBERING.sub("", title):
            return words
    return ""


def _sentence(paragraph: Paragraph, figure: Figure) -> Span:
    """The sentence of the figure; with its lead when the lead is a sentence of its own (`1、定期检查。每年一次`)."""
    words = paragraph.body.text
    start = words.rfind("。", 0, figure.start) + 1
    lead = lead_of(words, figure)
    if start and words[:start] == f"{lead}。":
        start = 0
    end = words.find("。", figure.end)
    return paragraph.body.source(start, len(words) if end < 0 else end + 1)


def _place(
    regimes: tuple[Regime, ...], span: Span, clause: int | None, kind: QuantityKind
) -> tuple[int | None, PartKind | None]:
    for regime in regimes:
        if regime.span.start <= span.start < regime.span.end:
            inside = [part for part in regime.parts if part.span.start <= span.start < part.span.end]
            listed = [part for part in inside if clause in part.clauses] or inside
            wanted = "indicators" if kind in {"frequency", "share"} else None
            best = next((part for part in listed if part.kind == wanted), listed[0] if listed else None)
            return regime.index, best.kind if best else None
    return None, None
