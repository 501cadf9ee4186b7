"""What the documents demand that a paper contains, read by grammar.

Two forms: a sentence `监督意见书主要包括下列内容：` with numbered items under it, and a clause that names a paper before a
colon and lists its parts (`下达现场监督通知书：被检查单位名称，检查依据、范围；…`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.inspection.checklist import Place
from assistant.inspection.lines import Line, lines
from corpus.records import Document, Regime

_KIND = r"(?:意见书|决定书|通知书|告知书|建议书|报告|方案|记录表?|笔录|表)"
_LISTED = re.compile(
    rf"(?P<name>[^，。；：《》]{{0,16}}?{_KIND})》?(?:应当?|一般|主要)*(?:包括|包含|载明|写明|含有?|具备|列明)(?:以下|下列|如下)?(?:主要)?(?:内容|事项|要素)?[：:]"
)
_COLON = re.compile(
    rf"^(?:下达|下发|发出|送达|制作|出具|填写|填制|拟定|制定|编制|撰写)《?(?P<name>[^，。；：《》]{{0,16}}?{_KIND})》?[：:](?P<list>.+)$"
)


@dataclass(frozen=True, slots=True)
class Demanded:
    """One required part of a paper."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Demand:
    """What one paper has to contain."""

    paper: str
    """Its name as the document writes it."""
    parts: tuple[Demanded, ...]
    place: Place
    """Of the sentence that names the paper."""


def demands(document: Document, regime: Regime) -> tuple[Demand, ...]:
    """All papers of a regime whose contents the document lists, in reading order."""
    held = {x.clause.index: x for part in regime.parts for x in lines(document, part)}
    out: list[Demand] = []
    for line in held.values():
        listed, named = _LISTED.search(line.words), _COLON.match(line.words)
        if listed:
            parts = _below(line, listed.end(), list(held.values()))
            out.append(Demand(listed["name"], parts, line.place(listed.start(), listed.end())))
        elif named:
            out.append(Demand(named["name"], _inline(line, *named.span("list")), line.place()))
    return tuple(d for d in out if d.parts)


def demand_clauses(document: Document, regime: Regime) -> frozenset[int]:
    """Clauses that only list the contents of a paper."""
    return frozenset(
        p.place.clause for d in demands(document, regime) for p in d.parts if p.place.clause != d.place.clause
    )


def head_before_demand(words: str) -> int | None:
    """Where the sentence that opens a list of contents begins; None where there is none."""
    found = _LISTED.search(words)
    return found.start() if found else None


def names_contents(words: str) -> bool:
    """Whether a clause names a paper before a colon and lists its parts."""
    return bool(_COLON.match(words))


def _below(line: Line, end: int, held: list[Line]) -> tuple[Demanded, ...]:
    """The numbered items under the clause; what follows the colon in the same clause where there are none."""
    children = [x for x in held if x.clause.parent == line.clause.index and x.clause.label]
    if children:
        return tuple(Demanded(x.bare, x.place()) for x in children)
    return _inline(line, end, len(line.words))


def _inline(line: Line, start: int, end: int) -> tuple[Demanded, ...]:
    """`a，b、c、d；e`: cut at ；，and、outside of brackets; words shared by several (检查依据、范围) stay as written."""
    text = line.words
    out: list[Demanded] = []
    begin, depth = start, 0
    for i in range(start, end + 1):
        c = text[i] if i < end else "；"
        depth += (c in "（《“") - (c in "）》”")
        if (c in "；;，,。" and not depth) or i == end:
            words = text[begin:i].strip("。；;，, ")
            if words:
                at = text.index(words, begin)
                out.append(Demanded(words, line.place(at, at + len(words))))
            begin = i + 1
    return tuple(out)
