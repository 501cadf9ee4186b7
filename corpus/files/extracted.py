"""Extracted texts on disk: reading a PDF anew at every change of another file would cost minutes.

One file per content hash and reader, written at once or not at all, checked when read; all of it may be deleted.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import tempfile
from pathlib import Path, PurePath

import msgspec

from corpus.files.contained import read_contained
from corpus.files.parts import Parts

_DIGEST = 32
_PLAIN = (".txt", ".md")
_LIBRARIES = ("lxml", "openpyxl", "pdfplumber", "pypdfium2", "python-docx", "rapidocr")


def parts_of(name: str, sha256: str, data: bytes, folder: Path | None) -> Parts:
    """What a file yields, from the folder where it is there and whole, else read and kept. Raises FormatError."""
    suffix = PurePath(name).suffix.lower()
    if folder is None or suffix in _PLAIN:
        return read_contained(name, data)
    path = folder / f"text-{sha256[:32]}{suffix}-{_reader_version()[:16]}.msgpack"
    found = _fetch(path)
    if found is None:
        found = read_contained(name, data)
        _store(path, found)
    return found


def _fetch(path: Path) -> Parts | None:
    try:
        stored = path.read_bytes()
        payload = stored[_DIGEST:]
        if hashlib.sha256(payload).digest() != stored[:_DIGEST]:
            return None
        return msgspec.msgpack.decode(payload, type=Parts)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def _store(path: Path, parts: Parts) -> None:
    payload = msgspec.msgpack.encode(parts)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False, suffix=".part") as part:
            part.write(hashlib.sha256(payload).digest() + payload)
        Path(part.name).replace(path)
    except OSError:
        return


@functools.cache
def _reader_version() -> str:
    """SHA-256 over the sources of this package and the versions of the libraries that read files."""
    digest = hashlib.sha256()
    for source in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(source.read_bytes())
    for library in _LIBRARIES:
        try:
            digest.update(f"{library} {importlib.metadata.version(library)}".encode())
        except importlib.metadata.PackageNotFoundError:
            digest.update(f"{library} -".encode())
    return digest.hexdigest()
