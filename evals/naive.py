"""The pipelines a user would otherwise build, on the same documents: what this project must beat at naming the section.

- `split_and_embed`: LangChain's recursive splitter, Chroma, an embedding; the first section named in the nearest chunk.
- `rank_registry`: a ranking (BM25) over the rows of the duty registry; the section of the first row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus.records import Corpus
from corpus.tidy import tidy
from evals.case import Case
from evals.metrics import Rate

SectionFinder = Callable[[str], str | None]
Embed = Callable[[list[str]], npt.NDArray[np.float32]]
"""Texts to vectors, shape `[n, d]`."""
Rank = Callable[[str], int | None]
"""Question to the position of the best row; None where nothing matches."""

CHUNK_CHARACTERS = 500
OVERLAP_CHARACTERS = 50


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A way to find the section, with the name it goes by in tables."""

    name: str
    find: SectionFinder


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """A way that could not be built here, and why."""

    name: str
    why: str


def split_and_embed(corpus: Corpus, embed: Embed) -> SectionFinder:
    """Index all documents in chunks, held in memory."""
    # Heavy, and needed for the comparison only.
    import chromadb
    from chromadb.config import Settings
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK_CHARACTERS, chunk_overlap=OVERLAP_CHARACTERS)
    chunks = [chunk for d in corpus.documents for chunk in splitter.split_text(d.text)]
    names = sorted({s.name for d in corpus.documents for s in d.sections})
    client = chromadb.EphemeralClient(Settings(anonymized_telemetry=False))
    collection = client.get_or_create_collection(
        f"naive-{corpus.fingerprint[:16]}", embedding_function=None, metadata={"hnsw:space": "cosine"}
    )
    collection.upsert(
        ids=[f"{i:06d}" for i in range(len(chunks))],
        documents=chunks,
        embeddings=embed(chunks),
    )

    def find(question: str) -> str | None:
        hits = collection.query(query_embeddings=embed([question]), n_results=1)["documents"]
        return first_named(hits[0][0], names) if hits and hits[0] else None

    return find


def rank_registry(sections: Sequence[str], rank: Rank) -> SectionFinder:
    """The section of the row that ranks first; `sections` are those of the rows that `rank` orders."""

    def find(question: str) -> str | None:
        row = rank(question)
        return None if row is None else sections[row]

    return find


def first_named(passage: str, names: Iterable[str]) -> str | None:
    """The section named first in a passage; the longer name where two start at one place."""
    text = tidy(passage).text
    found = [(text.index(name), -len(name), name) for name in names if name in text]
    return min(found)[2] if found else None


def measure(pipeline: Pipeline, cases: Iterable[Case]) -> Rate:
    """Share of the cases with an expected section where the pipeline names one of those expected."""
    asked = [(c.q, c.expect.sections_any) for c in cases if c.expect.sections_any]
    good = sum(pipeline.find(question) in wanted for question, wanted in asked)
    return Rate(pipeline.name, good, len(asked))
