"""Which documents a corpus command works on."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from api.failures import WorkError

if TYPE_CHECKING:
    from api.cli.doors import Doors
    from corpus.records import Corpus
    from corpus.versions.history import History


def configured_corpus(doors: Doors) -> Corpus:
    """The corpus the settings name, compiled. Raises CorpusError."""
    settings = doors.settings()
    return doors.compile(served_folder(doors), compiled_folder(settings.home))


def history_of(doors: Doors) -> History:
    """The versions of the configured documents."""
    from corpus.versions.history import History

    settings = doors.settings()
    return replace(History.of(settings.corpus, settings.home), compile=doors.compile)


def served_folder(doors: Doors) -> Path:
    """The folder that is answered from today. Raises CorpusError."""
    return history_of(doors).served(doors.now().astimezone().date())


def compiled_folder(home: Path) -> Path:
    """Where compiled corpora are kept."""
    return home / "cache"


def corpus_at(doors: Doors, path: Path) -> Corpus:
    """A folder of documents, or one document, compiled. Raises CorpusError, WorkError when there is no such path."""
    if path.is_dir():
        return doors.compile(path, compiled_folder(doors.settings().home))
    with folder_of([path]) as folder:
        return doors.compile(folder, None)


@contextmanager
def folder_of(files: list[Path], beside: Path | None = None) -> Generator[Path]:
    """A temporary folder holding copies of the files under their own names, beside those of another folder.

    Raises WorkError for what is no file.
    """
    with tempfile.TemporaryDirectory(prefix="renshe-") as name:
        if beside is not None and beside.is_dir():
            shutil.copytree(beside, name, symlinks=True, dirs_exist_ok=True)
        for file in files:
            if not file.is_file():
                raise WorkError(f"没有文件 {file}。请检查路径。")
            shutil.copyfile(file, Path(name) / file.name)
        yield Path(name)
