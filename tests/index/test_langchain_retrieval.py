"""The LangChain interfaces pass on what the engine gives."""

from __future__ import annotations

from typing import Any

import pytest

from index.engine import SearchIndex


def test_embeddings_and_retriever(index: SearchIndex, embedder: Any):
    pytest.importorskip("langchain_core", reason="langchain is not installed")
    from index.langchain import RensheEmbeddings, RensheRetriever

    embeddings = RensheEmbeddings(embedder)
    assert embeddings.embed_query("工资") == embeddings.embed_documents(["工资"])[0]
    assert len(embeddings.embed_query("工资")) == embedder.dimensions

    retriever = RensheRetriever(index=index, passage=lambda id: (f"正文 {id}", {"file": "f.txt"}), k=2)
    documents = retriever.invoke("拖欠工资")
    first = documents[0]
    assert (first.id, first.page_content, first.metadata["file"]) == ("a", "正文 a", "f.txt")
    assert [d.metadata["score"] for d in documents] == [hit.score for hit in index.search("拖欠工资", 2)]
