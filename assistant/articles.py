"""The articles that documents are or cite, found by law or by number without reading every clause again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from assistant.understand.numerals import number
from corpus.records import Clause, Document, LawReference, Penalty

_ARTICLE = re.compile(r"第.{1,9}条")
_DIGITS = "0123456789零〇一二两三四五六七八九十百千"
_HEAD = 400
"""Characters at the beginning of a document in which a law names itself."""


def number_of(label: str) -> float | None:
    """The number in a label (`第十二条`); None where there is none."""
    digits = "".join(c for c in label if c in _DIGITS)
    return number(digits) if digits else None


class Articles:
    """Of all documents; made once a corpus."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        self.names = (
            *(r.name for d in documents for r in d.references),
            *(p.law for d in documents for p in d.penalties if p.law),
        )
        """Laws as the documents name them, once for each time."""
        self._penalties: defaultdict[str, list[tuple[Document, Penalty]]] = defaultdict(list)
        self._numbered: defaultdict[float, list[tuple[Document, Clause]]] = defaultdict(list)
        self._labels: dict[str, frozenset[str]] = {}
        for d in documents:
            self._labels[d.id] = frozenset(c.label for c in d.clauses)
            for p in d.penalties:
                self._penalties[p.law].append((d, p))
            for c in d.clauses:
                if _ARTICLE.fullmatch(c.label) and (value := number_of(c.label)) is not None:
                    self._numbered[value].append((d, c))
        self._known: list[tuple[Document, LawReference]] | None = None

    def numbered(self, value: float) -> Sequence[tuple[Document, Clause]]:
        """Every document's own article of a number, in document order."""
        return self._numbered.get(value, ())

    def of_law(self, law: str) -> list[tuple[Document, Clause]]:
        """The articles of a document that is this law itself."""
        home = {d.id for d, p in self._penalties.get(law, ()) if p.clause is not None and self._heads(d, p, law)}
        if not home:
            return []
        return [
            (d, c)
            for d in self._documents
            if d.id in home
            for c in d.clauses
            if c.label.startswith("第") and c.label.endswith("条")
        ]

    def known(self) -> list[tuple[Document, LawReference]]:
        """Every article that the documents cite or are, one reference each, in document order."""
        if self._known is None:
            self._known = self._unique()
        return self._known

    def _unique(self) -> list[tuple[Document, LawReference]]:
        laws = dict.fromkeys(p.law for d in self._documents for p in d.penalties)
        own = [
            (d, LawReference(name=law, article=c.label, span=c.span, clause=c.index))
            for law in laws
            for d, c in self.of_law(law)
        ]
        cited = [(d, r) for d in self._documents for r in d.references if r.article]
        unique: dict[tuple[str, float | None], tuple[Document, LawReference]] = {}
        for d, r in (*own, *cited):
            unique.setdefault((r.name, number_of(r.article)), (d, r))
        return list(unique.values())

    def _heads(self, d: Document, p: Penalty, law: str) -> bool:
        """Whether a penalty stands under an article of the document's own: then the document is the law."""
        return p.article in self._labels[d.id] and law in "".join(d.text[:_HEAD].split())
