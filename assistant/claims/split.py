"""Somebody's text cut into statements: sentences, items after ；, titles, each with its place.

Lines that a mail program or a scan wrapped are joined again; a numbered line, a bullet or a table row stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.claims.fold import fold, widen
from corpus.records import Span
from corpus.tidy import Tidy, trim

_OPENS = re.compile(
    r"\s*(?:#|>|[-*•·●■◆▪|]|\d{1,2}[、.．)）]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百\d]{1,5}[条项款]|[①-⑳]|——)"
)
_END = re.compile(r"[。！？!?；;…]+[”』」）)]?")
_WRAPPED = 24
"""Least characters of a line that a break may have cut inside a sentence."""
_TITLE = 40
_LONGEST = 400
"""Characters of a statement: no sentence of an office is longer, and a grammar must not meet what is none."""
_LABEL = re.compile(
    r"^(?:[（(](?P<a>[一二三四五六七八九十\d]{1,3})[)）](?:项)?|(?P<b>\d{1,2})[、.．)）](?!\d)|(?P<c>[一二三四五六七八九十]{1,3})、)"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch that says one thing, or several about one."""

    view: Tidy
    """Folded; its offsets index the text given."""
    span: Span
    """In the text given, without surrounding blanks."""
    title: bool
    """A heading, or a lead-in that ends with ：."""
    opens: bool
    """False after a ；: what the sentence said before holds on."""
    label: str
    """Its own number when it is one of a list (`（3）` → `3`), as written."""
    line: int
    """Number of the logical line it stands in."""

    @property
    def text(self) -> str:
        """Folded text."""
        return self.view.text


def split(text: str) -> tuple[Statement, ...]:
    """All statements of a text in reading order; together they hold all its characters that are not blank."""
    wide = widen(text)
    return tuple(s for n, line in enumerate(_lines(text)) for s in _statements(wide, line, n))


def _lines(text: str) -> Iterator[Span]:
    """Logical lines: a line that a wrap cut goes on in the next."""
    start, at = 0, 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line, following = text[start:end], text[end + 1 : end + 200]
        if not _wrapped(text[at:end], following) or end == len(text):
            if line.strip():
                yield trim(text, Span(start, end))
            start = end + 1
        at = end + 1


def _wrapped(line: str, following: str) -> bool:
    stripped = line.strip()
    nxt = following.split("\n", 1)[0].strip()
    lead_in = len(nxt) < _WRAPPED and nxt.endswith(("：", ":"))
    if not nxt or lead_in or _OPENS.match(nxt) or stripped.startswith(("#", "|")):
        return False
    return len(stripped) >= _WRAPPED and not re.search(r"(?:[。！？!?；;：:|]|\[\d{1,3}\])$", stripped)


def _statements(text: str, line: Span, number: int) -> Iterator[Statement]:
    opens, label = True, ""
    for start, end in _cuts(text, line):
        span = trim(text, Span(start, end))
        if span.start >= span.end:
            continue
        view = fold(text, span)
        if not view.text:
            continue
        found = _LABEL.match(view.text)
        if found:
            label = found["a"] or found["b"] or found["c"]
        title = start == line.start and end == line.end and _is_title(text[span.start : span.end], view.text)
        yield Statement(view, span, title, opens or bool(found), label, number)
        opens = text[end - 1] not in "；;"


def _cuts(text: str, line: Span) -> Iterator[tuple[int, int]]:
    """Ranges between sentence ends; one that is longer than any sentence is cut at a comma, or where it must."""
    ends = [line.start + m.end() for m in _END.finditer(text[line.start : line.end])]
    start = line.start
    for end in (*ends, line.end):
        while end - start > _LONGEST:
            comma = text.rfind("，", start + 1, start + _LONGEST)
            cut = comma + 1 if comma > 0 else start + _LONGEST
            yield start, cut
            start = cut
        if end > start:
            yield start, end
        start = end


def _is_title(written: str, words: str) -> bool:
    if words.endswith("：") or written.startswith("#"):
        return True
    return len(words) <= _TITLE and not re.search(r"[。！？；，]", words)
