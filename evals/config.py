"""What made a result: without it two results cannot be compared."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.settings import Settings
from corpus.records import Corpus
from evals.case import Case


@dataclass(frozen=True, slots=True)
class Config:
    """Documents, cases and optional services of one run. Holds no secret."""

    corpus: str
    """Fingerprint of the compiled documents."""
    cases: str
    """SHA-256 of the cases, in order."""
    llm_model: str | None
    embedding_model: str | None
    python: str


def config_of(settings: Settings, corpus: Corpus, cases: Iterable[Case]) -> Config:
    """The configuration of a run with these settings over this corpus."""
    digest = hashlib.sha256("\n".join(c.model_dump_json() for c in cases).encode()).hexdigest()
    return Config(corpus.fingerprint, digest, settings.llm_model, settings.embedding_model, platform.python_version())
