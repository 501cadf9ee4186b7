"""Matters that departments share, in prose: `1.与某局的有关职责分工。甲局负责…；乙局负责…。`

A title says that it divides work; below it sentences, lines or items begin with the department they are about. Titles
without two departments below them stay text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.labels import label_starts, read_label
from corpus.records import Boundary, BoundaryShare, Clause, Span
from corpus.shapes.reading import Reading
from corpus.tidy import Tidy, tidy, trim

_TITLE = re.compile(
    r"(?P<matter>[^。；：:\n]{0,50}?(?:(?:有关|相关|具体|工作)?(?:职责|职能|工作|管理)(?:分工|边界|划分|界定)))(?=$|[。：:])"
)
_CONTAINER = re.compile(
    r"^(?:(?:与)?(?:有关|相关|其他|其它)?(?:部门|单位)?(?:之间)?的?(?:有关|相关|具体)?)?(?:职责|职能)(?:分工|边界|划分|界定)$"
)
_DEPARTMENT = (
    r"(?:[\u4e00-\u9fff]{1,20}?(?:局|委员会|委|部门|厅|部|办公室|政府|机关|机构|中心|街道办事处|法院|检察院|总队|支队|大队|工会|妇联|残联)"
    r"(?:[（(][^（）()]{1,16}[）)])?)"
)
_ACTS = r"负责|承担|主管|牵头|会同|组织|依法|按照?|根据|配合|协助|具体|主要|统一|指导|履行|做好|对|应当?|要|参与|提供|落实|受理|查处|将"
_SHARE = re.compile(rf"(?:由)?(?P<department>{_DEPARTMENT}(?:[、和及与]{_DEPARTMENT})*)(?:[：:]|(?={_ACTS}))")
_TOGETHER = re.compile(r"(?:[两三二四]个?|各|双方|上述|以上|相关|有关)(?:部门|方|单位|局)")
_CUT = re.compile(r"[。；;\n]+")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Said:
    """A stretch that begins with a department, in the tidy text of a division."""

    department: tuple[int, int]
    start: int
    end: int


def divides(words: str) -> bool:
    """Whether tidy words (label removed) begin with a title that divides work between departments."""
    return _TITLE.match(words) is not None


def read_prose_boundaries(text: str, clauses: Sequence[Clause]) -> Reading:
    """One boundary for each title under which at least two departments have their part."""
    found: list[Boundary] = []
    for clause in clauses:
        view = tidy(text, Span(clause.span.start, clause.extent.end))
        own = len(tidy(text, clause.span).text) if clause.heading else len(view.text)
        title = _TITLE.match(view.text, len(clause.label), own)
        if title is None or _CONTAINER.match(title["matter"]):
            continue
        said = list(_said(text, view, title.end()))
        if len({view.text[slice(*s.department)] for s in said}) < _LEAST:
            continue
        found.append(
            Boundary(
                index=len(found),
                number=clause.label.strip("（）()、．. "),
                matter=title["matter"],
                span=view.source(*title.span("matter")),
                shares=tuple(_share(text, view, s) for s in said),
                basis=(),
                case=(),
                path=clause.path[:-1],
            )
        )
    return Reading(boundaries=tuple(found))


def _said(text: str, view: Tidy, start: int) -> Iterator[_Said]:
    """The departments' parts: each runs to the next department, or to a sentence on all of them."""
    held: _Said | None = None
    for begin, end in _sentences(text, view, start):
        named = _SHARE.match(view.text, begin, end)
        together = _TOGETHER.match(view.text, begin, end)
        if held is not None and (named or together):
            yield held
            held = None
        if named and not together:
            held = _Said(named.span("department"), named.end(), end)
        elif held is not None:
            held = _Said(held.department, held.start, end)
    if held is not None:
        yield held


def _sentences(text: str, view: Tidy, start: int) -> Iterator[tuple[int, int]]:
    """Sentences and items after the title, without their own numbering."""
    breaks = {m.end() for m in _CUT.finditer(view.text, start)}
    breaks |= {i for i in range(start + 1, len(view.text)) if "\n" in text[view.offsets[i - 1] : view.offsets[i]]}
    ends = sorted({*(b for b in breaks if b > start), len(view.text)})
    begin = start
    for end in ends:
        while begin < end and view.text[begin] in "。；：: ，":
            begin += 1
        label = read_label(view.text, begin) if begin in label_starts(view.text, begin, min(begin + 1, end)) else None
        at = label.end if label and label.end < end else begin
        if at < end:
            yield at, end
        begin = end


def _share(text: str, view: Tidy, said: _Said) -> BoundaryShare:
    span = trim(text, view.source(said.start, said.end))
    return BoundaryShare(
        department=view.text[slice(*said.department)],
        department_span=view.source(*said.department),
        text=tidy(text, span).text,
        span=span,
    )
