"""Which paragraphs state a rule by themselves and which are items of a list that a lead-in rules over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from corpus.penalties.basis import Basis, cited_prefix, listed, named_in, numbered, regulation
from corpus.penalties.consequences import consequences_of
from corpus.records import Clause, LawReference
from corpus.stretches import Paragraph

_ENUMERATES = re.compile(r"(?:下列|以下|如下)[^，；。]{0,20}(?:情形|行为|情况|之一)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A paragraph to read consequences for."""

    paragraph: Paragraph
    """Where the violation stands."""
    stating: Paragraph
    """Where the consequences stand: the paragraph itself, or the lead-in of its list."""
    start: int
    """Where in `stating` the rule begins, after the words that cite its law."""
    violation: str
    """Given for an item of a list whose lead-in states the consequences; else empty."""
    item: bool
    basis: Basis


@dataclass(slots=True)
class _Lead:
    """An open lead-in."""

    paragraph: Paragraph
    basis: Basis
    style: str = ""
    rules_items: bool = False
    """True when it states the consequences of its items itself."""


def rules(
    text: str, stretches: tuple[Paragraph, ...], clauses: dict[int, Clause], references: tuple[LawReference, ...]
) -> Iterator[Rule]:
    """The rules of a document in reading order, each with its legal basis."""
    whole = regulation(text)
    lead: _Lead | None = None
    article = Basis()
    quoted = _Quoted(clauses)
    for paragraph, following in zip(stretches, [*stretches[1:], None][: len(stretches)], strict=True):
        heading = paragraph.clause is not None and clauses[paragraph.clause].heading
        if heading:
            lead, article = None, Basis()
            continue
        if paragraph.style == "article":
            article = replace(whole, article=paragraph.label) if whole.law else Basis()
        own = named_in(paragraph, references)
        lead = lead if lead and _is_item(paragraph, lead) else None
        if lead:
            basis = own if own.article else listed(lead.basis, paragraph.label)
            yield _item(paragraph, lead, basis)
        elif not paragraph.opens_list or not _ENUMERATES.search(paragraph.body.text):
            basis = quoted.basis(paragraph, following, own)
            basis = basis if basis.law or basis.span else article
            yield Rule(paragraph, paragraph, cited_prefix(paragraph.body.text), "", False, basis)
        if paragraph.opens_list:
            lead = _Lead(paragraph, own if own.law else article)
            lead.rules_items = bool(consequences_of(paragraph.body.text, cited_prefix(paragraph.body.text)))


def _item(paragraph: Paragraph, lead: _Lead, basis: Basis) -> Rule:
    words = paragraph.body.text.rstrip("；。;，、")
    if not lead.rules_items or consequences_of(words):
        return Rule(paragraph, paragraph, 0, "", True, basis)
    start = cited_prefix(lead.paragraph.body.text)
    return Rule(paragraph, lead.paragraph, start, re.sub(r"的$", "", words), True, basis)


def _is_item(paragraph: Paragraph, lead: _Lead) -> bool:
    """True while the list goes on: the first item's kind of numbering sets that of all."""
    if not paragraph.label or paragraph.style == "article":
        return False
    lead.style = lead.style or paragraph.style
    return paragraph.style == lead.style


@dataclass(slots=True)
class _Quoted:
    """Paragraphs quoted one after another from one article (`第N条规定：…` and what follows unnumbered)."""

    clauses: dict[int, Clause]
    cited: Basis = field(default_factory=Basis)
    count: int = 0
    before: Paragraph | None = None

    def basis(self, paragraph: Paragraph, following: Paragraph | None, own: Basis) -> Basis:
        """The paragraph's own basis, or the article quoted above it; 第一款, 第二款 … where that has several."""
        goes_on = self.count > 0 and self._beside(self.before, paragraph)
        self.before = paragraph
        if own.article and cited_prefix(paragraph.body.text):
            self.cited, self.count = own, 1
            return numbered(own, 0) if self._beside(paragraph, following) else own
        if goes_on and not own.article:
            self.count += 1
            return numbered(self.cited, self.count - 1)
        self.count = 0
        return own

    def _beside(self, one: Paragraph | None, other: Paragraph | None) -> bool:
        if one is None or other is None or one.label or other.label or one.opens_list or other.opens_list:
            return False
        return self._parent(one) == self._parent(other)

    def _parent(self, paragraph: Paragraph) -> int | None:
        clause = self.clauses[paragraph.clause] if paragraph.clause is not None else None
        return None if clause is None else clause.index if clause.label else clause.parent
