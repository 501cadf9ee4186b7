"""From a file's bytes to its text: the text every span indexes.

A file in UTF-8 is taken as it is, a byte order mark included, so that `text == bytes.decode("utf-8")` holds for whoever
checks a quote. GB18030 and UTF-16 are decoded; the decoded text is then what spans index.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import SourceError
from corpus.grid import Grid
from corpus.records import Place, Span

LIMIT = 20 * 1024 * 1024
"""Bytes: a bureau's longest document has a few hundred thousand characters; more is no document."""

SUFFIXES = (".txt", ".md")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


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


def read_source(path: Path, folder: Path | None = None) -> Source:
    """Read and decode one file; its `file` is relative to the folder where one is given.

    Raises SourceError for a missing, empty, too large, binary or undecodable file and for a suffix that is not read.
    """
    name = path.relative_to(folder).as_posix() if folder else path.name
    if path.suffix.lower() not in SUFFIXES:
        raise SourceError(f"文件“{name}”不是文本文件，目前只读取 .txt 和 .md；请先另存为纯文本（UTF-8）再加入。")
    try:
        size = path.stat().st_size
        if size > LIMIT:
            raise SourceError(
                f"文件“{name}”有 {size / 1024 / 1024:.1f} MiB，超过单个文件 {LIMIT // 1024 // 1024} MiB 的上限；请拆分后再加入。"
            )
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(f"文件“{name}”读不出来；请检查路径和读取权限。") from error
    text = decode(name, data)
    if not text.strip("\ufeff \t\r\n\u3000"):
        raise SourceError(f"文件“{name}”是空的，没有任何文字；请换成有内容的文件，或把它移出文件夹。")
    return Source(name, hashlib.sha256(data).hexdigest(), text)


def decode(name: str, data: bytes) -> str:
    """The text of a file's bytes. Raises SourceError, naming the file, for what is no text."""
    if data.startswith(_UTF16_MARKS):
        return _strict(name, data, "utf-16")
    if b"\x00" in data:
        raise SourceError(f"文件“{name}”含有二进制内容，不是纯文本；请用原来的软件打开它，另存为 UTF-8 文本后再加入。")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strict(name, data, "gb18030")


def _strict(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"文件“{name}”的文字编码认不出来（既不是 UTF-8，也不是 GB18030 或 UTF-16）；请另存为 UTF-8 文本后再加入。"
        ) from error
