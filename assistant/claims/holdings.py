"""What the documents hold, arranged for checking claims: violations with all they entail, laws, articles, check names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from assistant.claims.fold import fold, widen
from assistant.claims.laws import canonical
from assistant.knowledge import Knowledge
from assistant.understand.overlap import Matcher, pairs
from corpus.labels import chinese_number
from corpus.records import Document, LawReference, Penalty, Quantity, Span
from corpus.tidy import Tidy

_DIGITS = re.compile(r"[一二三四五六七八九十百千零〇]+|\d+")


@dataclass(frozen=True, slots=True)
class Group:
    """A violation of one clause with all its consequences."""

    index: int
    document: Document
    penalties: tuple[Penalty, ...]

    law: str
    """Canonical; empty where the clause rests on no law."""
    article: int | None
    paragraph: int | None
    item: int | None
    """Of the basis; at most one of paragraph and item is given."""

    @property
    def first(self) -> Penalty:
        return self.penalties[0]


@dataclass(frozen=True)
class Holdings:
    """Built once per corpus; each part on first use."""

    knowledge: Knowledge

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Violations in document order."""
        found: dict[tuple[str, int | None, str, str], list[Penalty]] = {}
        documents: dict[str, Document] = {}
        for d, p in self.knowledge.penalties:
            documents[d.id] = d
            found.setdefault((d.id, p.clause, p.item, p.violation), []).append(p)
        return tuple(_group(i, documents[key[0]], tuple(ps)) for i, (key, ps) in enumerate(found.items()))

    @cached_property
    def conduct(self) -> Matcher:
        """Over the violations of `groups`."""
        return Matcher(tuple(g.first.violation for g in self.groups))

    @cached_property
    def conduct_weights(self) -> tuple[dict[str, float], ...]:
        """Weights of the character pairs of each violation."""
        return tuple({p: self.conduct.weight(p) for p in pairs(g.first.violation)} for g in self.groups)

    @cached_property
    def laws(self) -> dict[str, tuple[Document, LawReference]]:
        """Canonical names that the documents refer to, with the first reference (one with an article if there is one)."""
        found: dict[str, tuple[Document, LawReference]] = {}
        for d in self.knowledge.corpus.documents:
            for r in d.references:
                known = found.get(canonical(r.name))
                if known is None or (r.article and not known[1].article):
                    found[canonical(r.name)] = (d, r)
        return found

    @cached_property
    def regulations(self) -> dict[str, tuple[Document, Span]]:
        """Canonical names of laws whose own text (or items of it) the documents hold, with where they are named."""
        found: dict[str, tuple[Document, Span]] = {}
        for g in self.groups:
            if g.law and g.first.basis_span:
                found.setdefault(g.law, (g.document, g.first.basis_span))
        return found

    @cached_property
    def known_laws(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.laws, *self.regulations)))

    def of_place(self, law: str, article: int | None, paragraph: int | None, item: int | None) -> tuple[Group, ...]:
        """Violations that a place of a law rules; parts that are not named fit all."""
        return tuple(
            g
            for g in self.groups
            if g.law
            and (not law or g.law == law)
            and article is not None
            and g.article == article
            and (item is None or g.item == item)
            and (paragraph is None or g.paragraph in (paragraph, None))
        )

    def articles(self, law: str) -> dict[int, tuple[Document, Span]]:
        """Articles of a law that the documents quote or refer to, each with where."""
        found: dict[int, tuple[Document, Span]] = {}
        for g in self.groups:
            if g.law == law and g.article is not None:
                found.setdefault(g.article, (g.document, g.first.basis_span or g.first.span))
        for d in self.knowledge.corpus.documents:
            for r in d.references:
                n = ordinal(r.article)
                if n is not None and canonical(r.name) == law:
                    found.setdefault(n, (d, r.span))
        return found

    @cached_property
    def leads(self) -> dict[tuple[str, int | None], tuple[str, ...]]:
        """Names of checks (专项督查, 内部稽核) by document and regime."""
        found: dict[tuple[str, int | None], dict[str, None]] = {}
        for d, q in self.knowledge.quantities:
            if lead := lead_of(q):
                found.setdefault((d.id, q.regime), {})[lead] = None
        return {place: tuple(names) for place, names in found.items()}

    @cached_property
    def _views(self) -> dict[str, Tidy]:
        return {}

    def view(self, document: Document) -> Tidy:
        """Text of a whole document in the spelling that statements are read in."""
        if document.id not in self._views:
            self._views[document.id] = fold(widen(document.text), Span(0, len(document.text)))
        return self._views[document.id]


def _group(index: int, document: Document, penalties: tuple[Penalty, ...]) -> Group:
    first = penalties[0]
    number, by_paragraph = ordinal(first.item), first.item.endswith("款")
    return Group(
        index=index,
        document=document,
        penalties=penalties,
        law=canonical(first.law),
        article=ordinal(first.article),
        paragraph=number if by_paragraph else None,
        item=None if by_paragraph else number,
    )


def lead_of(quantity: Quantity) -> str:
    """The name of the item that a figure stands in: its label without what is counted."""
    return quantity.label.removesuffix(quantity.object).strip()


def distinctive(lead: str, others: Iterable[str]) -> frozenset[str]:
    """Character pairs of a check's name that the names beside it do not have."""
    taken = {p for other in others if other != lead for p in pairs(other)}
    own = frozenset(pairs(lead))
    return (own - taken) or own


def ordinal(written: str) -> int | None:
    """The number in 第二十五条, （3）, 第一款; None where there is none."""
    found = _DIGITS.search(written)
    try:
        return chinese_number(found.group()) if found else None
    except ValueError:
        return None
