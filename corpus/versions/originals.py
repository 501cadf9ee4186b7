"""Originals by their hash, and the folder of each set of documents made of them."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import CorpusError
from corpus.versions.version import tree_key


@dataclass(frozen=True, slots=True)
class Originals:
    """Kept under one folder: `originals/<sha256>` and `trees/<key>/<name>`."""

    folder: Path

    def put(self, data: bytes) -> str:
        """Keep a file's bytes; its hash. Written whole or not at all."""
        sha = hashlib.sha256(data).hexdigest()
        place = self.path(sha)
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=place.parent, delete=False, suffix=".part") as part:
                part.write(data)
                part.flush()
                os.fsync(part.fileno())
            Path(part.name).chmod(0o444)
            Path(part.name).replace(place)
        return sha

    def path(self, sha: str) -> Path:
        """Where the original with that hash is kept."""
        return self.folder / "originals" / sha

    def read(self, sha: str) -> bytes:
        """An original. Raises CorpusError when it is gone or no longer what its hash says."""
        try:
            data = self.path(sha).read_bytes()
        except OSError as error:
            raise CorpusError(f"版本里的原件 {sha[:12]} 找不到了；请从备份恢复 {self.path(sha).parent}。") from error
        if hashlib.sha256(data).hexdigest() != sha:
            raise CorpusError(f"版本里的原件 {sha[:12]} 被改动过；请从备份恢复 {self.path(sha)}。")
        return data

    def tree(self, files: Mapping[str, str]) -> Path:
        """The folder that holds exactly these documents under their names; made at the first need, never changed."""
        place = self.folder / "trees" / tree_key(files)[:32]
        if place.is_dir():
            return place
        place.parent.mkdir(parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(dir=place.parent, prefix=".making-"))
        for name, sha in files.items():
            target = making / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(
                self.read(sha)
            )  # a copy: a program that opens a tree's file must not change the original
        try:
            making.rename(place)
        except OSError:  # another process was faster
            shutil.rmtree(making, ignore_errors=True)
        return place
