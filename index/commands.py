"""The work behind `renshe index build` and `renshe index search`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from index.embedding import Embedder
from index.engine import SearchIndex, build_index
from index.passages import read_passages, read_queries
from index.progress import shown


def build(passages_file: Path, out: Path, *, embedder: Embedder, chroma_url: str | None = None) -> int:
    """Index a file of passages into a folder, with progress on stderr; how many passages. Raises SearchIndexError."""
    with shown() as progress:
        return len(
            build_index(read_passages(passages_file), out, embedder=embedder, chroma_url=chroma_url, progress=progress)
        )


def search(folder: Path, batch: Path, k: int, *, embedder: Embedder | None = None) -> Iterator[str]:
    """One JSON line `{"id", "hits": [[passage id, score], …]}` per query, in order. Raises SearchIndexError."""
    index = SearchIndex.open(folder, embedder=embedder)
    for query in read_queries(batch):
        hits = [[hit.id, round(hit.score, 6)] for hit in index.search(query.text, k)]
        yield json.dumps({"id": query.id, "hits": hits}, ensure_ascii=False)
