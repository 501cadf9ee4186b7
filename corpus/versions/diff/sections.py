"""Sections of two sides: the same by name, or renamed where most of what one did another now does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.records import Document, Section, Span

_MOST = 0.5
"""Share of common duties from which a section under another name is the same one."""


@dataclass(frozen=True, slots=True)
class _Holder:
    document: Document
    section: Section
    duties: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sections:
    """What became of the sections."""

    renamed: tuple[tuple[Document, Section, Document, Section], ...]
    gone: tuple[tuple[Document, Section], ...]
    new: tuple[tuple[Document, Section], ...]

    def names(self) -> dict[str, str]:
        """Old name → new one, of those renamed."""
        return {old.name: new.name for _, old, _, new in self.renamed}

    def old_places(self) -> list[tuple[Document, Span]]:
        """Where the names that are told of stood."""
        return [(d, s.span) for d, s, _, _ in self.renamed] + [(d, s.span) for d, s in self.gone]

    def new_places(self) -> list[tuple[Document, Span]]:
        """Where the names that are told of now stand."""
        return [(d, s.span) for _, _, d, s in self.renamed] + [(d, s.span) for d, s in self.new]


def compare_sections(old: Iterable[Document], new: Iterable[Document]) -> Sections:
    """Names are compared over all documents of a side: a section that moves to another document is still there."""
    before, after = _holders(old), _holders(new)
    left = [h for name, h in before.items() if name not in after]
    come = {name: h for name, h in after.items() if name not in before}
    renamed: list[tuple[Document, Section, Document, Section]] = []
    gone: list[tuple[Document, Section]] = []
    for holder in left:
        shares = {name: _common(holder.duties, other.duties) for name, other in come.items()}
        best = max(shares, key=lambda name: shares[name], default="")
        if best and shares[best] >= _MOST:
            other = come.pop(best)
            renamed.append((holder.document, holder.section, other.document, other.section))
        else:
            gone.append((holder.document, holder.section))
    return Sections(tuple(renamed), tuple(gone), tuple((h.document, h.section) for h in come.values()))


def _holders(documents: Iterable[Document]) -> dict[str, _Holder]:
    duties: dict[str, set[str]] = defaultdict(set)
    first: dict[str, tuple[Document, Section]] = {}
    for document in documents:
        for section in document.sections:
            first.setdefault(section.name, (document, section))
            duties[section.name] |= {p.text for i in section.duties for p in document.duties[i].items}
    return {name: _Holder(*first[name], frozenset(duties[name])) for name in first}


def _common(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
