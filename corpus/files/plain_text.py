"""Plain text and Markdown: taken as they are, so that `text == bytes.decode(...)` holds for whoever checks a quote."""

from __future__ import annotations

from corpus.files.limits import FormatError
from corpus.files.parts import Parts

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_text(data: bytes) -> Parts:
    """UTF-8, GB18030 or UTF-16. Raises FormatError for what is no text."""
    return Parts(decode(data))


def decode(data: bytes) -> str:
    """The text of bytes, a UTF-8 byte order mark included. Raises FormatError for what is no text."""
    if data.startswith(_UTF16_MARKS):
        return _strict(data, "utf-16")
    if b"\x00" in data:
        raise FormatError("含有二进制内容，不是纯文本；请用原来的软件打开它，另存为 UTF-8 文本后再加入。")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strict(data, "gb18030")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise FormatError(
            "的文字编码认不出来（既不是 UTF-8，也不是 GB18030 或 UTF-16）；请另存为 UTF-8 文本后再加入。"
        ) from error
