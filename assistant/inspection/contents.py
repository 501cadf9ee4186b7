"""The contents to be checked (检查内容) as items, one for each numbered clause or each piece of a run-in list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.inspection.checklist import Item
from assistant.inspection.lines import Ids, Line, lines, only, touching
from assistant.inspection.run_in_lists import Piece, asks, split
from corpus.records import Clause, Document, Regime, RegimePart

_REMARK = ("上述", "以上指标", "以上检查")
"""How a remark on the whole list begins; it is nothing to check."""
_LEAST_QUESTIONS = 2


@dataclass(frozen=True, slots=True)
class _Found:
    line: Line
    piece: Piece | None
    """None for a whole clause."""
    group: str
    lead: str


def items(document: Document, regime: Regime) -> tuple[Item, ...]:
    """All items of a regime in reading order.

    Lists of questions (是否…、是否…) that stand among the measures are contents as well, under the title of that part.
    """
    parts = only(regime.parts, "contents")
    found = [f for part in parts for f in _part(document, part, named=len(parts) > 1)]
    seen = {f.line.clause.index for f in found}
    for part in only(regime.parts, "measures"):
        questions = [
            x for x in lines(document, part) if x.clause.index not in seen and asks(x.words) >= _LEAST_QUESTIONS
        ]
        found += [_Found(line, p, part.title, p.lead) for line in questions for p in split(line.words)]
    ids = Ids()
    return tuple(_item(document, n, f, ids) for n, f in enumerate(found, start=1))


def _item(document: Document, n: int, found: _Found, ids: Ids) -> Item:
    line, piece = found.line, found.piece
    text = line.words[piece.start : piece.end] if piece else line.bare
    place = line.place(piece.start, piece.end) if piece else line.place()
    return Item(
        id=ids.of("item", found.group, text),
        n=n,
        label=(piece.label if piece else "") or line.clause.label,
        text=text,
        group=found.group,
        lead=found.lead,
        place=place,
        anomalies=touching(document, place.span),
    )


def _part(document: Document, part: RegimePart, *, named: bool) -> Iterator[_Found]:
    held = lines(document, part)
    above = {x.clause.parent for x in held if x.clause.label}
    lead = ""
    for line in held:
        group = _group(document, part, line.clause, named)
        if line.words.startswith(_REMARK):
            continue
        if line.opens_list or (line.clause.index in above and line.clause.label):
            lead = line.bare
            continue
        pieces = split(line.words)
        whole = line.clause.label and not any(p.label for p in pieces)
        if whole or len(pieces) == 1:
            yield _Found(line, None, group, lead)
        else:
            yield from (_Found(line, p, group, p.lead or lead) for p in pieces)


def _group(document: Document, part: RegimePart, clause: Clause, named: bool) -> str:
    """Headings between the part's own and the clause; with the part's where the contents have several parts."""
    titles: list[str] = []
    at = clause.parent
    while at is not None:
        above = document.clauses[at]
        if above.span.start <= part.title_span.start < above.span.end:
            break
        if above.heading:
            titles.insert(0, above.text.removeprefix(above.label))
        at = above.parent
    else:
        titles = []
    return " ".join([part.title, *titles] if named else titles)
