"""The naive pipelines over a corpus, put together from the same retrieval parts that this project uses."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.records import Corpus
from evals.naive import Pipeline, Rank, SectionFinder, rank_registry, split_and_embed


def naive_pipelines(corpus: Corpus) -> Iterator[Pipeline]:
    """BM25 over the registry, and splitter + Chroma + the bundled embedding; each is built when its turn comes.

    Raises SearchIndexError when the bundled model cannot be read.
    """
    yield Pipeline("BM25 over the registry", _registry_finder(corpus))
    from index.embedding import BundledEmbedder

    yield Pipeline("splitter + Chroma + embedding", split_and_embed(corpus, BundledEmbedder().encode))


def _registry_finder(corpus: Corpus) -> SectionFinder:
    duties = [d for document in corpus.documents for d in document.duties]
    return rank_registry([d.section for d in duties], bm25([f"{d.main} {d.text}" for d in duties]))


def bm25(rows: list[str]) -> Rank:
    """Ranks rows of text by BM25; ties go to the earlier row."""
    from index.lexical import LexicalIndex
    from index.terms import Terms

    terms = Terms()
    index = LexicalIndex.build(terms.split(row) for row in rows)

    def best(question: str) -> int | None:
        return next(iter(index.search(terms.split(question), 1)), None)

    return best
