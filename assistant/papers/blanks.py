"""What a paper leaves to be filled in by hand, by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.papers.paper import Blank, Closing, Fields, Heading, Line, Notice, Paper, Paragraph, Table, Text

_WORDS = re.compile(r"[（(，,；;、。：\s]")
"""Where the words before a blank begin (张三（执法证号：)."""


def blanks(paper: Paper) -> tuple[str, ...]:
    """Names of the blanks in order, each once: their own, else the words they stand under."""
    return tuple(dict.fromkeys(name for name in _named(paper) if name))


def _named(paper: Paper) -> Iterator[str]:
    yield from _of(paper.number if paper.issuer else (), "发文字号")
    under = ""
    for block in paper.blocks:
        match block:
            case Heading(line=line):
                under = "".join(i.text for i in line if isinstance(i, Text)).lstrip("一二三四五六七八九十、（）")
            case Paragraph(line=line) | Notice(line=line):
                yield from _of(line, under)
            case Fields(rows=rows):
                for label, line in rows:
                    yield from _of(line, label)
            case Closing(issuer=issuer, date=date):
                yield from _of(issuer, "发文机关")
                yield from _of(date, "成文日期")
            case Table(head=head, rows=table):
                for row in table:
                    for label, line in zip(head, row, strict=False):
                        yield from _of(line, label)
            case _:
                pass


def _of(line: Line, under: str) -> Iterator[str]:
    label = under
    for inline in line:
        if isinstance(inline, Text) and inline.text.strip().endswith("："):
            label = _WORDS.split(inline.text.strip().rstrip("："))[-1]
        elif isinstance(inline, Blank):
            yield inline.what or label
