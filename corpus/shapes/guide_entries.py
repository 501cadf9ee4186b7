"""The entries of one service guide: a stretch cut at its headings and at the `name：` inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from corpus.records import Clause, GuideEntry, GuideField, Span
from corpus.shapes.contact import is_masked
from corpus.shapes.guide_words import Field, heading_of, inline_fields
from corpus.shapes.items import cut_items
from corpus.tidy import Tidy, tidy, trim

REPEATED = "重复内容"
"""Why an entry is set aside that says again what its guide has said."""
_MATERIALS = re.compile(
    r"(?P<label>(?:提交|提供|携带|上传)(?:以下|下列|如下)?[^，。；：:]{0,8}(?:材料|资料|证件)[^，。；：:]{0,8})(?:，[^。；：:]{0,16})?[：:]"
)
_A_NUMBER = re.compile(
    r"(?:电话|热线)?[：:]?(?:[(（]?0\d{2,3}[)）]?[-—–\s]?)?\d{5,8}(?:[、，/\s转-]+(?:0\d{2,3}[-—–])?\d{3,8})*"
)
"""A field that is called 联系方式 or 咨询途径 and holds a telephone number."""
_PROSE = frozenset(("material", "step", "condition", "basis", "object"))
"""Fields told in sentences: a name inside one opens another field only at the beginning of a line or a sentence."""


@dataclass(slots=True)
class Entries:
    """What a stretch gives."""

    name: str = ""
    name_span: Span | None = None
    found: list[GuideEntry] = field(default_factory=list[GuideEntry])
    aside: list[tuple[Span, str]] = field(default_factory=list[tuple[Span, str]])

    @property
    def kinds(self) -> set[str]:
        """Kinds of entry found, `other` left out."""
        return {entry.kind for entry in self.found} - {"other"}


def read_entries(text: str, clauses: Sequence[Clause]) -> tuple[Entries, set[str]]:
    """The entries of clauses that stand beside each other, and the kinds of the fields that head them.

    A clause without such a name goes on with the entry before it.
    """
    entries = Entries()
    headed: set[str] = set()
    opened: tuple[Field, int, int] | None = None
    by_line = False
    for clause in clauses:
        view = tidy(text, Span(clause.span.start, clause.extent.end))
        at = len(clause.label)
        heading = heading_of(view.text[at:], glued=bool(clause.label))
        if heading is None and opened is None:
            continue
        if heading is None and opened is not None and (by_line or not clause.label):
            opened = (opened[0], opened[1], clause.extent.end)
            continue
        if opened is not None:
            add_entry(text, entries, *opened)
            opened = None
        if heading is not None:
            headed.add(heading.kind)
            by_line = not clause.label
            start = at + heading.value
            begin = view.offsets[start] if start < len(view.offsets) else clause.extent.end
            opened = (heading, begin, clause.extent.end)
        elif clause.label:
            opened = (Field("other", _title(clause), 0, 0), clause.span.start, clause.extent.end)
    if opened is not None:
        add_entry(text, entries, *opened)
    return entries, headed


def read_inline(text: str, span: Span) -> Entries:
    """The entries of one stretch of `name：value name：value …`."""
    entries = Entries()
    add_entry(text, entries, Field("container", "", 0, 0), span.start, span.end)
    return entries


def _title(clause: Clause) -> str:
    return re.split(r"[：:。，；（(]", clause.text.removeprefix(clause.label))[0][:20]


def add_entry(text: str, entries: Entries, heading: Field, start: int, end: int) -> None:
    """Add what a heading's stretch `[start, end)` of the source holds: its own value, then the fields named inside."""
    view = tidy(text, trim(text, Span(start, max(start, end))))
    inner = [f for f in inline_fields(view.text) if heading.kind not in _PROSE or _begins(text, view, f.start)]
    stops = [*(f.start for f in inner), len(view.text)]
    _add(text, entries, heading, view, 0, stops[0])
    for found, stop in zip(inner, stops[1:], strict=True):
        _add(text, entries, found, view, found.value, stop)


def _begins(text: str, view: Tidy, at: int) -> bool:
    return at > 0 and (view.text[at - 1] in "。；" or "\n" in text[view.offsets[at - 1] : view.offsets[at]])


def _add(text: str, entries: Entries, head: Field, view: Tidy, start: int, end: int) -> None:
    words = view.text[start:end]
    kept = words.strip("。；;，,、 ")
    if not kept:
        return
    span = trim(text, view.source(start, end))
    if head.kind == "name":
        entries.name, entries.name_span = entries.name or kept, entries.name_span or span
        return
    if head.kind == "container":
        entries.name, entries.name_span = entries.name or kept, entries.name_span or span
        return
    if head.kind in ("telephone", "other") and is_masked(kept):
        entries.aside.append((span, "姓名或号码已隐去"))
        return
    kind = "telephone" if head.kind in ("channel", "other") and _A_NUMBER.fullmatch(kept) else head.kind
    entry = GuideEntry(
        kind=cast("GuideField", kind), label=head.label, text=words, span=span, items=cut_items(text, span)
    )
    if any((e.kind, e.label, e.text) == (entry.kind, entry.label, entry.text) for e in entries.found):
        entries.aside.append((span, REPEATED))
        return
    entries.found.append(entry)
    if head.kind in ("step", "condition"):
        entries.found += _materials(text, span)


def _materials(text: str, span: Span) -> Iterator[GuideEntry]:
    """Lists of materials inside a step (`提交以下材料：①…`)."""
    view = tidy(text, span)
    marks = list(_MATERIALS.finditer(view.text))
    stops = [*(m.start() for m in marks), len(view.text)][1:]
    for mark, stop in zip(marks, stops, strict=True):
        if mark.end() < stop:
            listed = trim(text, view.source(mark.end(), stop))
            yield GuideEntry(
                kind="material",
                label=mark["label"],
                text=tidy(text, listed).text,
                span=listed,
                items=cut_items(text, listed),
            )
