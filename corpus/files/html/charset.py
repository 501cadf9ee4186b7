"""The encoding of a web page: its mark, what it declares, else UTF-8 or GB18030."""

from __future__ import annotations

import codecs
import re

_HEAD = 4096
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_CHINESE = frozenset(("gb2312", "gbk", "gb18030", "cp936", "hz-gb-2312", "euc_cn", "x-gbk"))


def decode_html(data: bytes) -> str:
    """The page's text. Bytes that its own encoding does not know become �, as in a browser."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    match = _DECLARED.search(data[:_HEAD])
    name = match.group(1).decode("ascii").lower() if match else "gb18030"
    if name in _CHINESE or name.replace("-", "") == "utf8":
        name = "gb18030" if name in _CHINESE else _better(data)
    try:
        return data.decode(name, "replace")
    except LookupError:
        return data.decode("gb18030", "replace")


def _better(data: bytes) -> str:
    """A page that says UTF-8 and is not: GB18030 where all of it is that, else UTF-8 with damage."""
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "utf-8"
    return "gb18030"
