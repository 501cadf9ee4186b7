"""From a file to its text: the text every span indexes.

A text file in UTF-8 is taken as it is, a byte order mark included, so that `text == bytes.decode("utf-8")` holds for
whoever checks a quote; GB18030 and UTF-16 are decoded. Of every other format the extracted text is what spans index
(`corpus/files/`).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import SourceError
from corpus.files.kinds import SUFFIX_KINDS
from corpus.files.limits import LIMIT, FormatError, named
from corpus.files.parts import Parts
from corpus.grid import Grid
from corpus.records import Anomaly, Place, Span

SUFFIXES = tuple(SUFFIX_KINDS)


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded file."""

    file: str
    """Name inside the corpus folder, POSIX."""
    sha256: str
    """Of the bytes."""
    text: str
    grids: tuple[Grid, ...] = ()
    """Tables the file format itself marks, merged cells carried; empty for plain text, where they are found by shape."""
    places: tuple[Place, ...] = ()
    """Where stretches of the text stand in the original; empty for plain text."""
    doubtful: tuple[Span, ...] = ()
    """Words that character recognition was not sure of."""
    aside: tuple[tuple[Span, str], ...] = ()
    """Stretches after the document's own text: page headers, menus, deleted words; and why they are no part of it."""
    remarks: tuple[Anomaly, ...] = ()
    """What a reader should know about the extraction."""


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it lies in the folder, not yet decoded."""

    file: str
    sha256: str
    data: bytes


def read_original(path: Path, folder: Path | None = None) -> Original:
    """The bytes of a file; its `file` is relative to the folder where one is given.

    Raises SourceError for a missing or too large file and for a suffix that is not read.
    """
    name = path.relative_to(folder).as_posix() if folder else path.name
    if path.suffix.lower() not in SUFFIXES:
        raise SourceError(
            f"文件“{name}”不是能读的文件（能读 {'、'.join(SUFFIXES)}）；请另存为其中一种再加入，最好是 Word 文档或 UTF-8 文本。"
        )
    try:
        size = path.stat().st_size
        if size > LIMIT:
            raise SourceError(
                f"文件“{name}”有 {size / 1024 / 1024:.1f} MiB，超过单个文件 {LIMIT // 1024 // 1024} MiB 的上限；请拆分后再加入。"
            )
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(f"文件“{name}”读不出来；请检查路径和读取权限。") from error
    return Original(name, hashlib.sha256(data).hexdigest(), data)


def decode_original(original: Original, extracted: Path | None = None) -> Source:
    """The source text of a file, from the folder of extracted texts where one is given and holds it.

    Raises SourceError for an empty, broken, locked or undecodable file.
    """
    from corpus.files.extracted import parts_of  # what decodes files loads only when there is one to decode

    try:
        parts = parts_of(original.file, original.sha256, original.data, extracted)
    except FormatError as error:
        raise named(original.file, error) from error
    return _source(original, parts)


def read_source(path: Path, folder: Path | None = None, extracted: Path | None = None) -> Source:
    """Read and decode one file. Raises SourceError as `read_original` and `decode_original` do."""
    return decode_original(read_original(path, folder), extracted)


def _source(original: Original, parts: Parts) -> Source:
    return Source(
        original.file,
        original.sha256,
        parts.text,
        parts.grids,
        parts.places,
        parts.doubtful,
        parts.aside,
        parts.remarks,
    )


def decode(name: str, data: bytes) -> str:
    """The text of a text file's bytes. Raises SourceError, naming the file, for what is no text."""
    from corpus.files.plain_text import decode as decode_text

    try:
        return decode_text(data)
    except FormatError as error:
        raise named(name, error) from error
