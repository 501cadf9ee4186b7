"""The corpus folder beside its versions: changes made there by hand are noticed, changes made by commands are put there.

`mirror.json` remembers what the folder held when it was last looked at, and what a command was about to put there: a
file that is neither was changed by hand. So a crash between the two loses nothing and is taken for nobody's change.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from corpus.folder import document_files


class _Seen(msgspec.Struct, frozen=True):
    sha256: str
    size: int
    mtime_ns: int


class _Mirror(msgspec.Struct, frozen=True):
    seen: dict[str, _Seen]
    """The folder as it was."""
    due: dict[str, str] | None = None
    """Name → hash of what was to be there, while it is being put there."""


@dataclass(frozen=True, slots=True)
class Inbox:
    """One corpus folder and what is remembered of it."""

    folder: Path
    memory: Path

    def now(self) -> dict[str, str]:
        """Name → hash of the documents in the folder; files that did not change are not read again."""
        known = self._remembered().seen
        return {name: seen.sha256 for name, seen in self._look(known).items()}

    def changed(self, now: Mapping[str, str]) -> dict[str, str | None]:
        """What was changed by hand since: name → new hash, None for what is gone."""
        mirror = self._remembered()
        before = {name: seen.sha256 for name, seen in mirror.seen.items()}
        due = mirror.due if mirror.due is not None else before
        names = sorted({*now, *before, *due})
        return {name: now.get(name) for name in names if now.get(name) not in (before.get(name), due.get(name))}

    @property
    def unfinished(self) -> bool:
        """Whether a command was stopped while it put files there."""
        return self._remembered().due is not None

    def remember(self) -> None:
        """The folder as it is now is known."""
        self._write(_Mirror(self._look(self._remembered().seen)))

    def put(self, files: Mapping[str, Path]) -> None:
        """Make the folder hold exactly these documents (name → where it is kept); files of other kinds stay."""
        before = self._remembered().seen
        due = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}
        self._write(_Mirror(before, due))
        here = self._look(before)
        for name, path in files.items():
            if name not in here or here[name].sha256 != due[name]:
                _replace(self.folder / name, path.read_bytes())
        for name in here.keys() - due.keys():
            (self.folder / name).unlink(missing_ok=True)
        self.remember()

    def _look(self, known: Mapping[str, _Seen]) -> dict[str, _Seen]:
        found: dict[str, _Seen] = {}
        for path in document_files(self.folder) if self.folder.is_dir() else ():
            name, stat = path.relative_to(self.folder).as_posix(), path.stat()
            seen = known.get(name)
            if seen is None or (seen.size, seen.mtime_ns) != (stat.st_size, stat.st_mtime_ns):
                seen = _Seen(hashlib.sha256(path.read_bytes()).hexdigest(), stat.st_size, stat.st_mtime_ns)
            found[name] = seen
        return found

    def _remembered(self) -> _Mirror:
        try:
            return msgspec.json.decode(self.memory.read_bytes(), type=_Mirror)
        except (OSError, msgspec.DecodeError):
            return _Mirror({})

    def _write(self, mirror: _Mirror) -> None:
        _replace(self.memory, msgspec.json.encode(mirror))


def _replace(place: Path, data: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=place.parent, delete=False, prefix=".", suffix=".part") as part:
        part.write(data)
        part.flush()
        os.fsync(part.fileno())
    Path(part.name).chmod(0o644)
    Path(part.name).replace(place)
