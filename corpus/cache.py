"""The compiled corpus on disk: one file per fingerprint, written at once or not at all, checked when read."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import msgspec

from corpus.records import Corpus

_DIGEST = 32
"""Bytes of SHA-256 in front of the payload."""


def fetch(folder: Path, key: str) -> Corpus | None:
    """The stored corpus with that fingerprint; None where there is none or it is damaged."""
    try:
        data = _path(folder, key).read_bytes()
    except OSError:
        return None
    payload = data[_DIGEST:]
    if hashlib.sha256(payload).digest() != data[:_DIGEST]:
        return None
    try:
        corpus = msgspec.msgpack.decode(payload, type=Corpus)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return corpus if corpus.fingerprint == key else None


def store(folder: Path, corpus: Corpus) -> None:
    """Write atomically. Where the folder cannot be written the corpus is only slower to load next time."""
    payload = msgspec.msgpack.encode(corpus)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False, suffix=".part") as part:
            part.write(hashlib.sha256(payload).digest() + payload)
        Path(part.name).replace(_path(folder, corpus.fingerprint))
    except OSError:
        return


def _path(folder: Path, key: str) -> Path:
    return folder / f"corpus-{key[:32]}.msgpack"
