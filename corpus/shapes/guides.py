"""Service guides: how a matter is handled (承办机构、依据、条件、材料、流程、时限 …), and how a bureau is reached.

A guide is told by its headings: several fields of different kinds stand beside each other below one title. Names of
fields are data (`guide_fields.yaml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from corpus.records import Clause, Guide, Span
from corpus.shapes.guide_entries import REPEATED, Entries, read_entries, read_inline
from corpus.shapes.guide_words import heading_of
from corpus.shapes.line_guides import read_line_guides
from corpus.shapes.reading import Reading
from corpus.tidy import tidy

_TELLING = frozenset(("material", "step", "condition", "time_limit"))
_ANYWHERE = frozenset(("basis", "other", "name", "container"))
_HOW = frozenset(("material", "step", "time_limit", "place"))
_CONTACT = frozenset(("telephone", "place", "hours", "channel"))
_LEAST, _LEAST_BELOW = 3, 2
_BY_FIELDS = re.compile(r"(?:电话|热线|地址|地点)[：:]")


def read_guides(text: str, clauses: Sequence[Clause]) -> Reading:
    """All guides of a document. A name that the text does not state is empty: the document's title stands for it."""
    guides: list[Guide] = []
    aside: list[tuple[Span, str]] = []
    taken: list[Span] = []
    for holder, siblings in _groups(clauses):
        entries, headed = read_entries(text, siblings)
        if not _is_guide(entries, headed, holder):
            continue
        guide = _guide(text, clauses, len(guides), entries, holder, siblings)
        aside += entries.aside
        same = next((g for g in guides if _says_the_same(g, guide)), None)
        if same is not None:
            aside += [(entry.span, REPEATED) for entry in guide.entries]
        else:
            guides.append(guide)
        taken.append(Span(siblings[0].span.start, siblings[-1].extent.end))
    by_line = read_line_guides(text)
    nested = any(a.start <= b.start and b.end <= a.end for i, a in enumerate(taken) for b in taken[i + 1 :])
    more = _fields(by_line) - _fields(guides)
    if by_line and (more > 0 or (nested and more == 0)):
        guides = [msgspec.structs.replace(guide, index=i) for i, guide in enumerate(by_line)]
        aside, taken = [], [Span(0, len(text))]
    for clause in clauses:
        if not any(span.start <= clause.span.start < span.end for span in taken):
            contact, hidden = _contact(text, clause, len(guides))
            aside += hidden
            guides += contact
    for run in _contact_lines(clauses, taken):
        contact, hidden = _contact_run(text, run, len(guides))
        aside += hidden
        guides += contact
    return Reading(guides=tuple(guides), set_aside=tuple(aside))


def _contact_lines(clauses: Sequence[Clause], taken: Sequence[Span]) -> Iterator[list[Clause]]:
    """Runs of unnumbered paragraphs that each begin with a field of how a bureau is reached."""
    run: list[Clause] = []
    for clause in clauses:
        field = None if clause.label else heading_of(clause.text, glued=False)
        held = any(span.start <= clause.span.start < span.end for span in taken)
        if field is not None and not held and (field.kind in _CONTACT or field.kind == "other"):
            run.append(clause)
            continue
        if len(run) >= _LEAST_BELOW:
            yield run
        run = []
    if len(run) >= _LEAST_BELOW:
        yield run


def _contact_run(text: str, run: Sequence[Clause], index: int) -> tuple[list[Guide], list[tuple[Span, str]]]:
    entries, _ = read_entries(text, run)
    reached = {e.kind for e in entries.found if e.kind != "telephone" or re.search(r"\d{5,}", e.text)} & _CONTACT
    if len(reached) < _LEAST_BELOW:
        return [], entries.aside
    first = entries.found[0].span
    at = Span(first.start, first.start)
    return [Guide(index=index, name="", span=at, entries=tuple(entries.found), path=run[0].path)], entries.aside


def _fields(guides: Sequence[Guide]) -> int:
    """How many fields the guides tell apart, without those that a wrong cut gives to a second guide."""
    return len({(entry.kind, entry.label) for guide in guides for entry in guide.entries})


def _groups(clauses: Sequence[Clause]) -> Iterator[tuple[Clause | None, list[Clause]]]:
    """Clauses beside each other: all below one title, or a run of the outermost from one 一、 to the next."""
    below: dict[int, list[Clause]] = {}
    runs: list[list[Clause]] = [[]]
    for clause in clauses:
        if clause.parent is not None:
            below.setdefault(clause.parent, []).append(clause)
            continue
        if clause.label and _heads(clause) and any(c.label == clause.label and _heads(c) for c in runs[-1]):
            runs.append([])
        runs[-1].append(clause)
    yield from ((None, run) for run in runs if run)
    yield from ((clauses[parent], siblings) for parent, siblings in below.items())


def _heads(clause: Clause) -> bool:
    return heading_of(clause.text.removeprefix(clause.label), glued=True) is not None


def _is_guide(entries: Entries, headed: set[str], holder: Clause | None) -> bool:
    """Headings name at least two kinds of field; a law's own `法律依据` and `注意事项` do not make a guide of it."""
    heads = headed - _ANYWHERE
    if holder is not None:
        return len(heads) >= _LEAST_BELOW and bool(entries.kinds & _HOW)
    return len(heads) >= _LEAST_BELOW and len(entries.kinds) >= _LEAST and bool(heads & _TELLING)


def _guide(
    text: str,
    clauses: Sequence[Clause],
    index: int,
    entries: Entries,
    holder: Clause | None,
    siblings: Sequence[Clause],
) -> Guide:
    name, span = entries.name, entries.name_span
    if not name:
        titled = holder or _title_before(clauses, siblings)
        if titled is not None:
            name, span = titled.text.removeprefix(titled.label), titled.span
    first = entries.found[0].span
    return Guide(
        index=index,
        name=name,
        span=span or Span(first.start, first.start),
        entries=tuple(entries.found),
        path=holder.path if holder else (),
    )


def _title_before(clauses: Sequence[Clause], siblings: Sequence[Clause]) -> Clause | None:
    """The unnumbered title before the first numbered field, or the first field at all."""
    first = next((c for c in siblings if _heads(c)), siblings[0])
    before = [c for c in clauses[: first.index] if c.heading and not c.label]
    return before[-1] if before else None


def _says_the_same(known: Guide, other: Guide) -> bool:
    held = {(entry.kind, entry.text) for entry in known.entries}
    return known.name == other.name and {(entry.kind, entry.text) for entry in other.entries} <= held


def _contact(text: str, clause: Clause, index: int) -> tuple[list[Guide], list[tuple[Span, str]]]:
    """Contact details inside one clause (`某某局联系电话：…通信地址：…工作时间：…`)."""
    view = tidy(text, clause.span)
    if not _BY_FIELDS.search(view.text) or "。" in view.text:
        return [], []
    start = view.offsets[len(clause.label)] if len(clause.label) < len(view.offsets) else clause.span.start
    entries = read_inline(text, Span(start, clause.span.end))
    reached = {e.kind for e in entries.found if e.kind != "telephone" or re.search(r"\d{5,}", e.text)} & _CONTACT
    if len(reached) < _LEAST_BELOW:
        return [], entries.aside if entries.aside and len(view.text) < 60 else []
    name = re.sub(r"^(?:基本信息|联系方式|联系我们|机构信息|单位信息)", "", entries.name)
    first = entries.name_span or entries.found[0].span
    return [Guide(index=index, name=name, span=first, entries=tuple(entries.found), path=clause.path)], entries.aside
