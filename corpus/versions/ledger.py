"""The ledger: one line a version, each with the hash of the line before it; appended under a lock, flushed to the disk."""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from corpus.errors import CorpusError
from corpus.versions.version import Version, decode, encode

_HASH = 64
Stamp = tuple[int, int] | None
"""Size and time of the ledger file: cheap to compare; None where there is none."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A file of versions. May be used by several processes at once."""

    path: Path

    def stamp(self) -> Stamp:
        """Changes with every version."""
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_size, found.st_mtime_ns

    def read(self) -> tuple[Version, ...]:
        """All versions, first to last; an unfinished last line counts as not written. Raises CorpusError when damaged."""
        try:
            lines = self.path.read_bytes().split(b"\n")[:-1]
        except FileNotFoundError:
            return ()
        before, found = "0" * _HASH, list[Version]()
        for n, line in enumerate(lines, 1):
            try:
                version = decode(line[_HASH + 1 :])
            except msgspec.DecodeError:
                version = None
            if version is None or version.n != n or line[:_HASH].decode("ascii", "replace") != before:
                raise CorpusError(
                    f"版本账本 {self.path} 的第 {n} 行被改动过或已损坏，没有使用它；请从备份恢复这个文件。原件都还在旁边的 originals 里。"
                )
            before = hashlib.sha256(line).hexdigest()
            found.append(version)
        return tuple(found)

    def append(self, version: Version) -> None:
        """Durable when this returns. Call it under `lock`, with the next number."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        whole = self.path.read_bytes() if self.path.exists() else b""
        whole = whole[: whole.rfind(b"\n") + 1]  # what a crash left unfinished was never a version
        last = whole[:-1].rsplit(b"\n", 1)[-1]
        before = hashlib.sha256(last).hexdigest() if last else "0" * _HASH
        with self.path.open("ab") as file:
            file.truncate(len(whole))
            file.write(before.encode() + b"\t" + encode(version) + b"\n")
            file.flush()
            os.fsync(file.fileno())

    @contextmanager
    def lock(self) -> Generator[None]:
        """One process changes the versions at a time; others wait."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.with_suffix(".lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
