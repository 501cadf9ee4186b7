"""Conditions that a question sets, each over one kind of record; every record of every document is held against them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.act.across.amounts import Bound
from assistant.act.across.comparing import compare
from assistant.knowledge import Knowledge
from assistant.question import Place
from corpus.records import Clause, Document, Passage, Penalty, Quantity, QuantityKind, Regime, Relation

Shape = Literal["", "person", "multiple", "fixed", "unpriced", "priced"]
Extreme = Literal["", "most", "least"]
Terms = tuple[tuple[str, ...], ...]
"""Every group must be found; of a group one wording is enough."""
FINE = "罚款"
_LAW = re.compile(r"《[^《》]*(?:法|条例|办法|规定|通知|细则|目录|决定|意见)》")


def spelled(term: str, text: str) -> bool:
    """Whether the characters of a term stand in a text in this order (吊销许可证 in 吊销《人力资源服务许可证》)."""
    at = 0
    for c in term:
        at = text.find(c, at) + 1
        if not at:
            return False
    return True


@dataclass(frozen=True, slots=True)
class PenaltyFilter:
    """Which consequences are asked for."""

    measures: Terms = ()
    either: bool = False
    """Whether one of several measures is enough (或者)."""
    bound: Bound | None = None
    shape: Shape = ""
    referred: bool = False
    extreme: Extreme = ""
    terms: Terms = ()
    """Words of the conduct, the condition, the authority or the law."""
    regimes: frozenset[Place] = frozenset()

    def select(self, k: Knowledge) -> Iterator[tuple[Document, Penalty, bool]]:
        """Records in document order; the flag says that only a part of the interval meets the amount asked for."""
        for document, p in k.penalties:
            at = self.bound.place(p.fine) if self.bound else "meets"
            if at not in ("misses", "unpriced") and self._fits(k, document, p):
                yield document, p, at == "crosses"

    def _fits(self, k: Knowledge, document: Document, p: Penalty) -> bool:
        if self.regimes and (p.regime is None or (k.document_index(document), p.regime) not in self.regimes):
            return False
        if self.referred and not p.referral:
            return False
        texts = (*p.measures, p.when or "", p.referral)
        met = [any(spelled(m, t) for m in group for t in texts) for group in self.measures]
        if met and not (any(met) if self.either else all(met)):
            return False
        where = (p.violation, p.when or "", p.referral, p.law, *p.measures)
        return self._has_shape(p) and all(any(t in w for t in group for w in where) for group in self.terms)

    def _has_shape(self, p: Penalty) -> bool:
        f = p.fine
        return {
            "": True,
            "person": f.per == "person" or f.by is not None,
            "multiple": f.kind == "multiple",
            "fixed": f.kind == "fixed" or (f.kind == "range" and f.min_yuan == f.max_yuan),
            "unpriced": f.kind == "none",
            "priced": f.kind != "none" or any(FINE in m for m in p.measures),
        }[self.shape]


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """Which figures of regimes or deadlines are asked for."""

    kinds: frozenset[QuantityKind]
    relation: Relation = "="
    value: float | None = None
    upper: float | None = None
    unit: str = ""
    period: str = ""
    said: str = ""
    """The figure with its comparison and period, in the question's words."""
    extreme: Extreme = ""
    terms: Terms = ()
    regimes: frozenset[Place] = frozenset()

    def select(self, k: Knowledge) -> Iterator[tuple[Document, Quantity]]:
        """Records in document order. Conduct to be checked and its handling state no demand on the inspectors."""
        for document, q in k.quantities:
            if q.kind not in self.kinds or (q.part in ("contents", "handling", "objects") and q.kind != "deadline"):
                continue
            if self.regimes and (q.regime is None or (k.document_index(document), q.regime) not in self.regimes):
                continue
            if self._fits(q) and self._speaks_of(k.deadline_text(document, q)):
                yield document, q

    def _speaks_of(self, text: str) -> bool:
        return all(any(t in text for t in group) for group in self.terms)

    def _fits(self, q: Quantity) -> bool:
        if self.unit and q.unit != self.unit:
            return False
        if self.period and not (q.period or "").startswith(self.period):
            return False
        if self.value is None:
            return True
        if q.value is None:
            return False
        if self.upper is not None:
            return self.value <= q.value <= self.upper
        return compare(q.value, self.relation, self.value)


@dataclass(frozen=True, slots=True)
class ClauseFilter:
    """Which clauses, duties and shared matters speak of something."""

    terms: Terms
    in_regimes: bool
    """Whether only supervision regimes are asked for."""

    def clauses(self, k: Knowledge) -> Iterator[tuple[Document, Clause]]:
        """Clauses of regimes in document order, headings included once with their own text."""
        for document, clause, _, _ in k.provisions:
            if self.says(clause.text):
                yield document, clause

    def duties(self, k: Knowledge) -> Iterator[tuple[Document, Passage, str]]:
        """Registry sentences with their section, in document order."""
        return (
            (d.document, d.passage, d.duty.section)
            for d in (() if self.in_regimes else k.duties)
            if self.says(d.passage.text)
        )

    def whole(self, k: Knowledge) -> tuple[tuple[Document, Regime], ...]:
        """Regimes whose title, or statement of objects, names it: all of their rules concern it."""
        return tuple((d, r) for d, r in k.regimes if not self.in_regimes and self.says(r.title))

    def says(self, text: str) -> bool:
        """Whether a text has every term; the title of a law that is only named says nothing."""
        text = _LAW.sub("，", text)
        return all(any(t in text for t in group) for group in self.terms)


def extremes(values: Iterable[tuple[int, float]], extreme: Extreme) -> frozenset[int]:
    """Indexes with the greatest or least value; all of them when neither is asked for."""
    listed = list(values)
    if not extreme or not listed:
        return frozenset(i for i, _ in listed)
    best = (max if extreme == "most" else min)(v for _, v in listed)
    return frozenset(i for i, v in listed if v == best)
