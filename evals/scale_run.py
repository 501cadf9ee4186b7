"""What the retrieval engine takes for one number of passages: building in one process, searching in another.

Each side runs in a process of its own, so that its peak memory is what a machine doing only that would need.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.timing import Spread, peak_memory_mib, spread, time_each
from index.embedding import Embedder, embedder
from index.engine import SearchIndex, build_index
from index.passages import read_passages
from index.records import PassageText

HITS = 10


@dataclass(frozen=True, slots=True)
class Built:
    """The cost of a build."""

    passages: int
    seconds: float
    index_mib: float
    """On disk."""
    peak_mib: float
    """Of the building process, its passages included."""


@dataclass(frozen=True, slots=True)
class Searched:
    """The cost of searching what was built."""

    first_s: float
    """Opening the index and the first search, libraries loaded on the way."""
    search: Spread
    """The searches after that."""
    peak_mib: float
    """Of the searching process."""


def build(passages: Iterable[PassageText], folder: Path, model: Embedder) -> Built:
    """Index the passages into the folder. Raises SearchIndexError."""
    start = time.perf_counter()
    size = len(build_index(passages, folder, embedder=model))
    return Built(size, time.perf_counter() - start, folder_mib(folder), peak_memory_mib())


def search(folder: Path, questions: Sequence[str], model: Embedder) -> Searched:
    """Search an index for each question, one after the other. Raises SearchIndexError."""
    start = time.perf_counter()
    index = SearchIndex.open(folder, embedder=model)
    index.search(questions[0], HITS)
    first = time.perf_counter() - start
    seconds = time_each(lambda question: index.search(question, HITS), questions)
    return Searched(first, spread(seconds), peak_memory_mib())


def build_file(file: Path, size: int, folder: Path, model: str | None) -> Built:
    """`build` from a file of given passages, with a model by name (None: the bundled one)."""
    from evals.perturb import perturbed

    given = tuple(read_passages(file))
    return build(perturbed(given, size), folder, embedder(model))


def search_folder(folder: Path, questions: Sequence[str], model: str | None) -> Searched:
    """`search` with a model by name (None: the bundled one)."""
    return search(folder, questions, embedder(model))


def folder_mib(folder: Path) -> float:
    """Size of all files below a folder."""
    return sum(f.stat().st_size for f in sorted(folder.rglob("*")) if f.is_file()) / 1024**2
