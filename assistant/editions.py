"""Answers as of a day: from the documents that applied then, where there is more than one version of them."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.answer import VersionRef
from corpus.versions.history import History
from corpus.versions.in_force import files_now, standing, version_of
from corpus.versions.version import Version, day_of

if TYPE_CHECKING:
    from assistant.assistant import Assistant

_KEPT = 3
"""Assistants over earlier documents that stay in memory."""


@dataclass
class Editions:
    """What an assistant needs to answer for another day than today. May be shared by threads."""

    history: History
    build: Callable[[Path], Assistant]
    """An assistant over a folder of documents, without conversations and editions of its own."""
    present: VersionRef
    folder: Path
    """What is answered from when no day is named."""
    _built: OrderedDict[Path, Assistant] = field(init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._built = OrderedDict()

    @classmethod
    def of(cls, history: History, build: Callable[[Path], Assistant], today: date) -> Editions | None:
        """None while there is one version only: then every day is answered from it."""
        versions = history.versions() if history.stamp() else ()
        if len(versions) < 2:
            return None
        files = files_now(versions, today)
        return cls(history, build, version_ref(version_of(versions, files)), history.tree(files))

    def on(self, day: date) -> tuple[Assistant | None, VersionRef] | None:
        """Who answers for a day, and from which version; the assistant is None where that is the present one.

        None where nothing is known of the day.
        """
        found = self.history.served_on(day)
        if found is None:
            return None
        folder, version = found
        return (None if folder == self.folder else self._over(folder)), version_ref(version)

    @property
    def first_day(self) -> date:
        """The first day on which any document applies."""
        contents = [(v, kept) for v in standing(self.history.versions()) for kept in v.files.values()]
        return min(date.fromisoformat(kept.start) if kept.start else day_of(v) for v, kept in contents)

    def _over(self, folder: Path) -> Assistant:
        with self._lock:
            if folder not in self._built:
                self._built[folder] = self.build(folder)
            self._built.move_to_end(folder)
            while len(self._built) > _KEPT:
                self._built.popitem(last=False)
            return self._built[folder]


def version_ref(version: Version) -> VersionRef:
    """A version as an answer names it."""
    return VersionRef(n=version.n, day=day_of(version).isoformat(), note=version.note)
