"""What a file may cost: beyond these bounds it is refused before anything is unpacked or drawn."""

from __future__ import annotations

from corpus.errors import SourceError

LIMIT = 20 * 1024 * 1024
"""Bytes of a file: a bureau's longest document has a few hundred thousand characters; more is no document."""
MOST_UNPACKED = 200 * 1024 * 1024
"""Bytes of everything inside a package (.docx, .xlsx)."""
MOST_RATIO = 200
"""Unpacked over packed size, where more than a few MiB come out: office files reach 40, bombs a thousand."""
MOST_ENTRIES = 5_000
MOST_PAGES = 1_000
MOST_SCANNED = 60
"""Scanned pages of one file that are recognised: each takes seconds."""
MOST_CELLS = 500_000
MOST_CHARACTERS = 5_000_000
MOST_DEPTH = 8
"""Tables inside tables."""
MOST_ELEMENT_DEPTH = 200
"""Elements inside elements."""


class FormatError(Exception):
    """A file cannot be read as what it is; `str(error)` goes on after the file's name: what is wrong, what to do."""


class TooDeepError(FormatError):
    """Nested deeper than any document needs."""


def too_deep(what: str) -> TooDeepError:
    """The error for `表格套表格` or `元素嵌套` beyond the bound."""
    return TooDeepError(
        f"{what}太深（超过 {MOST_DEPTH if what.startswith('表格') else MOST_ELEMENT_DEPTH} 层），没有读；请把内层展开后再加入。"
    )


def named(name: str, error: FormatError) -> SourceError:
    """The error with the file's name, for the user."""
    return SourceError(f"文件“{name}”{error}")
