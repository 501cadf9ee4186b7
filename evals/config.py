"""What made a result: without it two results cannot be compared."""

from __future__ import annotations

import hashlib
import platform
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from assistant.settings import Settings
from assistant.topic_model import WEIGHTS
from corpus.records import Corpus
from evals.case import Case
from index.embedding import embedder
from index.errors import SearchIndexError


@dataclass(frozen=True, slots=True)
class Config:
    """Program, documents, cases, models and optional services of one run. Holds no secret."""

    commit: str | None
    """Git commit, `-dirty` behind it where files differ from it; None outside a repository."""
    corpus: str
    """Fingerprint of the compiled documents."""
    cases: str
    """SHA-256 of the cases, in order."""
    topic_model: str
    """SHA-256 of the classifier's weights."""
    embedding_model: str | None
    """The model in use: that of the settings, else the bundled one with the hash of its files; None where it is missing."""
    llm_model: str | None
    python: str


def config_of(settings: Settings, corpus: Corpus, cases: Iterable[Case]) -> Config:
    """The configuration of a run with these settings over this corpus."""
    return Config(
        commit=git_commit(Path(__file__).parent),
        corpus=corpus.fingerprint,
        cases=_sha256("\n".join(c.model_dump_json() for c in cases).encode()),
        topic_model=_sha256(WEIGHTS.read_bytes()),
        embedding_model=model_name(settings),
        llm_model=settings.llm_model,
        python=platform.python_version(),
    )


def model_name(settings: Settings) -> str | None:
    """Name of the embedding model; None where the bundled one is missing."""
    try:
        return embedder(settings.embedding_model).name
    except SearchIndexError:
        return None


def git_commit(folder: Path) -> str | None:
    """Commit of the repository that holds the folder, marked `-dirty` where tracked files differ; None where there is none."""
    command = ("git", "-C", str(folder), "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*")
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
