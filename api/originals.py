"""The file that a document was read from: as a version keeps it, else as it lies in the folder, unchanged since."""

from __future__ import annotations

import hashlib
from pathlib import Path

from api.versions.shelf import Shelf
from corpus.errors import CorpusError
from corpus.records import Document


def original_of(document: Document, folder: Path | None, shelf: Shelf | None) -> bytes | None:
    """Its bytes, exactly those that were read; None where they are gone."""
    if shelf is not None:
        try:
            return shelf.history.originals.read(document.sha256)
        except CorpusError:
            pass  # no versions yet: the folder itself is answered from
        folder = shelf.history.folder
    if folder is None:
        return None
    path = folder / document.file
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            return None
        data = path.read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == document.sha256 else None
