"""The naive pipelines over a corpus, put together from the same retrieval parts that this project uses."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.records import Corpus
from evals.naive import Pipeline, Rank, SectionFinder, Unmeasured, rank_registry, split_and_embed
from index.errors import SearchIndexError


def naive_pipelines(corpus: Corpus) -> Iterator[Pipeline | Unmeasured]:
    """BM25 over the registry, and splitter + Chroma + the bundled embedding; each is built when its turn comes.

    Where the bundled model cannot be read, the second is not measured.
    """
    yield Pipeline("BM25 over the registry", _registry_finder(corpus))
    from index.embedding import BundledEmbedder

    name = "splitter + Chroma + embedding"
    try:
        finder = split_and_embed(corpus, BundledEmbedder().encode)
    except SearchIndexError as error:
        yield Unmeasured(name, str(error))
    else:
        yield Pipeline(name, finder)


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
