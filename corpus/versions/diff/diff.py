"""The comparison of two sets of documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from corpus.records import Document, Record, Span
from corpus.versions.diff.item import Item
from corpus.versions.diff.items import items_of
from corpus.versions.diff.matching import match
from corpus.versions.diff.sections import Sections, compare_sections
from corpus.versions.diff.told import Told

ChangeKind = Literal["added", "removed", "changed", "moved", "renamed"]
_SHOWN = 60


class Place(Record, frozen=True, kw_only=True):
    """Where something stands, with the words that stand there."""

    file: str
    span: Span
    quote: str


class Difference(Record, frozen=True, kw_only=True):
    """One record that is not what it was."""

    change: ChangeKind
    record: str
    """罚则, 指标, 科室 …"""
    name: str
    text: str
    """One Chinese sentence: `罚则“…”：罚款上限 30000 元 → 60000 元`."""
    old: Place | None
    new: Place | None


def compare(old: Sequence[Document], new: Sequence[Document]) -> tuple[Difference, ...]:
    """What changed, weightiest kinds first: documents, sections, records, then clauses that no record speaks for."""
    if len(old) == len(new) == 1:
        files: Iterator[Difference] = iter(())
    else:
        files = _files(old, new)
    sections = compare_sections(old, new)
    found = [*files, *_sections(sections), *_records(old, new, sections)]
    return tuple(found)


def _files(old: Sequence[Document], new: Sequence[Document]) -> Iterator[Difference]:
    before, after = {d.file: d for d in old}, {d.file: d for d in new}
    for file in before.keys() - after.keys():
        place = _place(before[file], Span(0, 0))
        yield Difference(change="removed", record="文件", name=file, text=f"去掉了文件“{file}”", old=place, new=None)
    for file in after.keys() - before.keys():
        place = _place(after[file], Span(0, 0))
        yield Difference(change="added", record="文件", name=file, text=f"新增了文件“{file}”", old=None, new=place)


def _sections(found: Sections) -> Iterator[Difference]:
    for d, old, e, new in found.renamed:
        text = f"科室改名：{old.name} → {new.name}"
        yield Difference(
            change="renamed", record="科室", name=old.name, text=text, old=_place(d, old.span), new=_place(e, new.span)
        )
    for d, gone in found.gone:
        text = f"没有了科室“{gone.name}”"
        yield Difference(change="removed", record="科室", name=gone.name, text=text, old=_place(d, gone.span), new=None)
    for d, come in found.new:
        text = f"新增科室“{come.name}”"
        yield Difference(change="added", record="科室", name=come.name, text=text, old=None, new=_place(d, come.span))


def _records(old: Sequence[Document], new: Sequence[Document], sections: Sections) -> Iterator[Difference]:
    changed, gone, come = match(items_of(old), items_of(new))
    renamed = sections.names()
    said = [(a, b, found) for a, b in changed if a.kind != "条款" and (found := _changed(a, b, renamed))]
    yield from (found for _, _, found in said)
    yield from (_gone(item) for item in gone if item.kind != "条款")
    yield from (_come(item) for item in come if item.kind != "条款")
    told_old = Told([*_places([a for a, _, _ in said]), *_places(gone), *sections.old_places()])
    told_new = Told([*_places([b for _, b, _ in said]), *_places(come), *sections.new_places()])
    for a, b in changed:
        if a.kind == "条款" and told_old.rest(a) != told_new.rest(b) and (found := _changed(a, b, renamed)):
            yield found
    yield from (_gone(item) for item in gone if item.kind == "条款" and told_old.rest(item))
    yield from (_come(item) for item in come if item.kind == "条款" and told_new.rest(item))


def _places(items: Sequence[Item]) -> Iterator[tuple[Document, Span]]:
    return ((item.document, item.told or item.span) for item in items if item.kind != "条款")


def _changed(a: Item, b: Item, renamed: dict[str, str]) -> Difference | None:
    if a.kind == "职责" and a.name == b.name:
        before, after = a.parts[0][1], b.parts[0][1]
        if renamed.get(before) == after:
            return None
        text = f"职责“{_short(a.name)}”改由另一科室承担：{before} → {after}"
        return _difference("moved", a, b, text)
    parts = [_part(label, x, y) for label, x, y in _sides(a, b) if x != y]
    if a.name != b.name:
        parts.insert(0, f"“{_short(a.name)}” → “{_short(b.name)}”")
        head = a.kind
    else:
        head = f"{a.kind}“{_short(a.name)}”"
    return _difference("changed", a, b, f"{head}：{'；'.join(parts)}") if parts else None


def _sides(a: Item, b: Item) -> Iterator[tuple[str, str, str]]:
    before, after = dict(a.parts), dict(b.parts)
    for label in dict.fromkeys((*before, *after)):
        yield label, before.get(label, ""), after.get(label, "")


def _part(label: str, old: str, new: str) -> str:
    return f"{label} {_short(old) or '没有写'} → {_short(new) or '没有写'}"


def _difference(change: ChangeKind, a: Item, b: Item, text: str) -> Difference:
    return Difference(
        change=change,
        record=a.kind,
        name=a.name,
        text=text,
        old=_place(a.document, a.span),
        new=_place(b.document, b.span),
    )


def _gone(item: Item) -> Difference:
    text = f"去掉了{item.kind}“{_short(item.name)}”{_stated(item)}"
    place = _place(item.document, item.span)
    return Difference(change="removed", record=item.kind, name=item.name, text=text, old=place, new=None)


def _come(item: Item) -> Difference:
    text = f"新增{item.kind}“{_short(item.name)}”{_stated(item)}"
    place = _place(item.document, item.span)
    return Difference(change="added", record=item.kind, name=item.name, text=text, old=None, new=place)


def _stated(item: Item) -> str:
    words = "；".join(f"{label} {_short(said)}" for label, said in item.parts if said)
    return f"（{words}）" if words else ""


def _place(document: Document, span: Span) -> Place:
    return Place(file=document.file, span=span, quote=document.quote(span))


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else words[:_SHOWN] + "……"
