"""Heads of stored pages: `标题: … 发布时间: … ==== 正文 ====`, and the fields a portal shows above a document."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from corpus.labels import read_label
from corpus.noise.stretch import RULE, Line, Noise, lines
from corpus.noise.words import either, words
from corpus.records import Span

_HEAD_WITHIN = 4000
_HEAD_LINES = 40
_LONGEST_LINE = 300


@functools.cache
def _body_mark() -> re.Pattern[str]:
    return re.compile(rf"(?m)^[ \t]*[=*_~—-]{{3,}}[ \t]*(?:{either(words().body_marks)})[ \t]*[=*_~—-]{{3,}}[ \t]*$")


@functools.cache
def _field() -> re.Pattern[str]:
    return re.compile(rf"(?:^[-*·]?[ \t]*|(?<=[\s\])】]))(?P<name>{either(words().fields)})[ \u3000]*[：:]")


def page_heads(text: str) -> Iterator[Noise]:
    """The head a crawler wrote, or the lines of fields before the document begins."""
    mark = _body_mark().search(text, 0, _HEAD_WITHIN)
    if mark and all(_a_field(line) or not RULE.search(line.words) for line in lines(text, 0, mark.start())):
        yield Noise(Span(0, mark.end()), "网页抓取页头")
        return
    found = list(_field_lines(text))
    if sum(len(_field().findall(line.words)) for line in found) >= words().least_fields:
        yield from (Noise(line.span, "网页信息栏") for line in found)


def _field_lines(text: str) -> Iterator[Line]:
    for count, line in enumerate(lines(text, 0, _HEAD_WITHIN)):
        if count >= _HEAD_LINES or read_label(line.words, 0):
            return
        if _a_field(line):
            yield line
        elif len(line.words) > _LONGEST_LINE or "。" in line.words:
            return


def _a_field(line: Line) -> bool:
    return len(line.words) <= _LONGEST_LINE and "。" not in line.words and _field().match(line.words) is not None
