"""Retrieval over the corpus: clauses, duty sentences, cells of tables in the hybrid index, built on first need.

The index is kept under the state folder by the fingerprint of the corpus and the name of the model, so a changed
document or another model gets its own. Only questions that no rule and no matter answers come here: the libraries
behind it take about a second to load.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.excerpts import Excerpt, excerpts
from assistant.tracing import span
from corpus.records import Clause, Corpus, Document, Duty, Passage, Span

if TYPE_CHECKING:
    from index.embedding import Embedder
    from index.engine import SearchIndex
    from index.records import Progress


@dataclass(frozen=True, slots=True)
class FoundClause:
    """A clause found by retrieval."""

    document: Document
    clause: Clause

    @property
    def text(self) -> str:
        """Its tidy words."""
        return self.clause.text

    @property
    def title(self) -> str:
        """What is searched beside the words."""
        return " ".join(self.clause.path[:-1])

    @property
    def span(self) -> Span:
        """What is quoted."""
        return self.clause.span

    @property
    def path(self) -> tuple[str, ...]:
        """Where it stands."""
        return self.clause.path


@dataclass(frozen=True, slots=True)
class FoundDuty:
    """A duty sentence found by retrieval."""

    document: Document
    duty: Duty
    passage: Passage

    @property
    def text(self) -> str:
        """Its tidy words."""
        return self.passage.text

    @property
    def title(self) -> str:
        """What is searched beside the words."""
        return self.duty.main

    @property
    def span(self) -> Span:
        """What is quoted."""
        return self.passage.span

    @property
    def path(self) -> tuple[str, ...]:
        """Where it stands."""
        return self.duty.path


Found = FoundClause | FoundDuty | Excerpt
"""All have document, tidy text, title, the span that is quoted, and path."""


@dataclass(frozen=True)
class CorpusSearch:
    """Searches one corpus."""

    corpus: Corpus
    folder: Path
    """Where indexes are kept."""
    model: str | None = None
    """A sentence-transformers model by name or path; None for the bundled one."""
    chroma_url: str | None = None

    def find(self, text: str, k: int) -> list[Found]:
        """The k best passages, best first; none where the documents are all records of other kinds.

        Raises SearchIndexError when model or index cannot be used.
        """
        if not self._entries:
            return []
        with span("retrieval") as mark:
            mark("wanted", k)
            return [self._entries[str(hit.id)] for hit in self.index.search(text, k)] if self._entries else []

    def passage(self, id: str) -> Found:
        """A passage by its id in the index. Raises KeyError for an unknown id."""
        return self._entries[id]

    @cached_property
    def index(self) -> SearchIndex:
        """The index, opened, or built when it is not there yet or damaged."""
        from index.engine import SearchIndex
        from index.errors import SearchIndexError

        try:
            return SearchIndex.open(self._place, embedder=self._embedder)
        except SearchIndexError:
            return self.build()

    def ready(self, progress: Progress | None = None) -> int:
        """Open the index, or build it with progress shown; how many passages it holds. Raises SearchIndexError.

        Documents without a passage need no index.
        """
        from index.engine import SearchIndex
        from index.errors import SearchIndexError

        if not self._entries:
            return 0
        try:
            return len(SearchIndex.open(self._place, embedder=self._embedder))
        except SearchIndexError:
            return len(self.build(progress))

    def build(self, progress: Progress | None = None) -> SearchIndex:
        """Build the index anew. Raises SearchIndexError when the model cannot be used."""
        from index.engine import build_index
        from index.records import PassageText

        passages = (PassageText(id, found.text, found.title) for id, found in self._entries.items())
        terms = [s.name for d in self.corpus.documents for s in d.sections]
        terms += [r.name for d in self.corpus.documents for r in d.references]
        return build_index(
            passages,
            self._place,
            embedder=self._embedder,
            terms=sorted(set(terms)),
            chroma_url=self.chroma_url,
            progress=progress,
        )

    @cached_property
    def _entries(self) -> dict[str, Found]:
        """Everything that can be found, by passage id."""
        return dict(self._numbered())

    def _numbered(self) -> Iterator[tuple[str, Found]]:
        for d in self.corpus.documents:
            for c in d.clauses:
                if c.text and not c.heading:
                    yield f"{d.id}#clause-{c.index}", FoundClause(d, c)
            for duty in d.duties:
                for n, p in enumerate(duty.items):
                    yield f"{d.id}#duty-{duty.index}-{n}", FoundDuty(d, duty, p)
            for n, found in enumerate(excerpts(d)):
                yield f"{d.id}#excerpt-{n}", found

    @cached_property
    def _embedder(self) -> Embedder:
        from index.embedding import BundledEmbedder, SentenceTransformerEmbedder

        return SentenceTransformerEmbedder(self.model) if self.model else BundledEmbedder()

    @property
    def _place(self) -> Path:
        safe = "".join(c if c.isalnum() else "-" for c in self._embedder.name)[-40:]
        return self.folder / f"{self.corpus.fingerprint[:16]}-{safe}"
