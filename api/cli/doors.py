"""The doors to the rest of the program, opened only by the commands that need them.

Nothing here imports the assistant or the compiler before it is called: `renshe --help` must not pay for either.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.failures import WorkError

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from api.ports import Assistant
    from assistant.journaled import JournaledAssistant
    from assistant.office import Office
    from assistant.planning.planner import Planner
    from assistant.settings import Settings
    from corpus.records import Corpus


def _settings() -> Settings:
    from assistant.settings import Settings, SettingsError

    try:
        return Settings.from_environment(os.environ)
    except SettingsError as error:
        raise WorkError(str(error)) from error


def _assistant() -> Assistant:
    from assistant.bootstrap import build_assistant
    from assistant.matters import VocabularyError

    try:
        return build_assistant(_settings())
    except VocabularyError as error:
        raise WorkError(str(error)) from error


@contextmanager
def _conversing() -> Generator[JournaledAssistant]:
    from assistant.bootstrap import conversing
    from assistant.matters import VocabularyError

    try:
        with conversing(_settings()) as assistant:
            yield assistant
    except VocabularyError as error:
        raise WorkError(str(error)) from error


def _planner() -> Planner:
    from assistant.bootstrap import build_planner
    from assistant.matters import VocabularyError
    from corpus.folder import load_corpus
    from corpus.versions.history import History

    settings = _settings()
    folder = History.of(settings.corpus, settings.home).served(_now().astimezone().date())
    try:
        return build_planner(load_corpus(folder, settings.home / "cache"), settings.home)
    except VocabularyError as error:
        raise WorkError(str(error)) from error


def _seed() -> str:
    import secrets

    return secrets.token_hex(8)


def _office() -> Office:
    from assistant.bootstrap import open_office

    return open_office(_settings())


def _now() -> datetime:
    from datetime import UTC, datetime

    return datetime.now(UTC)


def _compile(folder: Path, cache: Path | None) -> Corpus:
    from corpus.folder import load_corpus

    return load_corpus(folder, cache)


def _index(settings: Settings, corpus: Corpus) -> int:
    from assistant.retrieval import CorpusSearch
    from index.progress import shown

    search = CorpusSearch(corpus, settings.home / "index", settings.embedding_model, settings.chroma_url)
    with shown() as progress:
        return search.ready(progress)


@dataclass(frozen=True, slots=True)
class Doors:
    """How a command reaches settings, assistant and compiler. Tests pass fakes."""

    settings: Callable[[], Settings] = _settings
    assistant: Callable[[], Assistant] = _assistant
    conversing: Callable[[], AbstractContextManager[JournaledAssistant]] = _conversing
    """An assistant whose conversations and unanswered questions are kept. Raises StoreError at the end."""
    planner: Callable[[], Planner] = _planner
    seed: Callable[[], str] = _seed
    """A fresh seed for a draw, from the operating system."""
    compile: Callable[[Path, Path | None], Corpus] = _compile
    """Compile a folder of documents, keeping the result in a cache folder where one is given. Raises CorpusError."""
    index: Callable[[Settings, Corpus], int] = _index
    """Make the corpus' index ready; how many passages it holds. Raises SearchIndexError."""
    office: Callable[[], Office] = _office
    """Accounts and the store. Raises StoreError."""
    now: Callable[[], datetime] = _now
    """The time, in UTC."""
