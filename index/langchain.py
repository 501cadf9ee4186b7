"""LangChain's interfaces to the engine, for those who build with LangChain. The only file here that imports it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from index.embedding import Embedder
from index.engine import SearchIndex
from index.records import PassageId


class RensheEmbeddings(Embeddings):
    """An embedding model of this project as LangChain's `Embeddings`."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector per text."""
        return self._embedder.encode(texts).tolist()

    def embed_query(self, text: str) -> list[float]:
        """The vector of one text."""
        return self._embedder.encode([text])[0].tolist()


class RensheRetriever(BaseRetriever):
    """A search index as LangChain's retriever: documents carry `id`, and `score` in their metadata."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    index: SearchIndex
    passage: Callable[[PassageId], tuple[str, dict[str, Any]]]
    """Text and metadata of a passage: the index keeps ids only."""
    k: int = 8

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        found: list[Document] = []
        for hit in self.index.search(query, self.k):
            text, metadata = self.passage(hit.id)
            found.append(Document(id=str(hit.id), page_content=text, metadata={**metadata, "score": hit.score}))
        return found
