"""Files kept under their own hash: written whole or not at all, checked when read, never changed."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from assistant.inspection.words import Evidence
from assistant.store.errors import DamagedError, StoreError, UnfitFileError
from assistant.store.media import display_name, media_type

MAX_BYTES = 20 * 1024 * 1024
_PART = ".part"
_UNFINISHED_S = 3600.0
"""Seconds: no write of MAX_BYTES takes so long."""
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Files:
    """A folder of files by SHA-256: `ab/cdef…`. Several processes may use it at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, data: bytes, name: str) -> Evidence:
        """Store a file; when this returns it is on disk. The same content is kept once.

        Raises UnfitFileError for an empty file and one over 20 MB, StoreError where the folder cannot be written.
        """
        if not data:
            raise UnfitFileError(f"“{display_name(name)}”是空文件，没有保存；请重新选择文件。")
        if len(data) > MAX_BYTES:
            raise UnfitFileError(f"“{display_name(name)}”超过 20 MB，没有保存；请压缩图片或分成几个文件。")
        sha256 = hashlib.sha256(data).hexdigest()
        path = self.path(sha256)
        try:
            if not path.exists() or path.read_bytes() != data:
                _write(path, data)
        except OSError as error:
            raise StoreError(f"文件没有保存：不能写入“{self._folder}”；请检查文件夹的权限和磁盘空间。") from error
        return Evidence(name=display_name(name), sha256=sha256, size=len(data), media_type=media_type(data))

    def read(self, sha256: str) -> bytes:
        """The content. Raises StoreError where it is not there, DamagedError where it is not what was stored."""
        try:
            data = self.path(sha256).read_bytes()
        except OSError as error:
            raise StoreError("找不到这个文件；请运行 renshe store check 核对，并从备份恢复。") from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise DamagedError("文件内容与保存时不一致，不能使用；请从备份恢复。")
        return data

    def __contains__(self, sha256: str) -> bool:
        return self.path(sha256).is_file()

    def kept(self) -> Iterator[str]:
        """Hashes of all files, sorted."""
        return (p.parent.name + p.name for p in sorted(self._folder.glob("??/*")) if not p.name.endswith(_PART))

    def tidy(self, older_than_s: float = _UNFINISHED_S) -> int:
        """Remove what interrupted writes left behind; how many files. What another process may still write stays."""
        removed = 0
        for part in self._folder.glob(f"??/*{_PART}"):
            with suppress(OSError):  # finished or removed by another process, or not ours to remove
                if time.time() - part.stat().st_mtime > older_than_s:
                    part.unlink()
                    removed += 1
        return removed

    def path(self, sha256: str) -> Path:
        """Where a file lies, or would. Raises StoreError for what is no hash."""
        if not _SHA256.fullmatch(sha256):
            raise StoreError("文件的校验值不对（应为 64 位小写十六进制）；请从检查记录里打开文件。")
        return self._folder / sha256[:2] / sha256[2:]


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=_PART, delete=False) as part:
        written = Path(part.name)
        try:
            part.write(data)
            part.flush()
            os.fsync(part.fileno())
            written.replace(path)
        except OSError:
            written.unlink(missing_ok=True)
            raise
    for folder in (path.parent, path.parent.parent):
        _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    """A rename is durable once its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
