"""Walks the elements of a page or of a table cell and hands on paragraphs and tables in reading order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from corpus.files.element import Element
from corpus.files.html.elements import BLOCKS, UNSEEN, left_out_as, name_of, words_of
from corpus.files.html.lists import item_label
from corpus.files.html.tables import areas, captions, lays_out
from corpus.files.limits import MOST_ELEMENT_DEPTH, too_deep

_SPACE = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r"[ ]*\n[ ]*")


@dataclass(slots=True)
class Flow:
    """Where the words go. Raises TooDeepError for elements nested beyond measure."""

    paragraph: Callable[[str], None]
    table: Callable[[Element], None]
    """A table that holds data; one that lays out the page is walked through."""
    leave_out: Callable[[str, str], None]
    """A reason and the words."""
    _open: list[str] = field(default_factory=list[str])
    """Words of the paragraph being read."""

    def walk(self, element: Element, depth: int = 0) -> None:
        """Everything in an element, and then the end of its last paragraph."""
        self._inside(element, depth, name_of(element) == "pre")
        self._close()

    def _inside(self, element: Element, depth: int, kept: bool) -> None:
        if depth > MOST_ELEMENT_DEPTH:
            raise too_deep("元素嵌套")
        self._open.append(_text(element.text, kept))
        for child in element:
            self._child(child, depth, kept)
            self._open.append(_text(child.tail, kept))

    def _child(self, child: Element, depth: int, kept: bool) -> None:
        name = name_of(child)
        if name in UNSEEN or not name:
            return
        if reason := left_out_as(child):
            self.leave_out(reason, collapsed(words_of(child)))
        elif name == "br":
            self._open.append("\n")
        elif name == "table":
            self._close()
            self._table(child, depth)
        elif name in BLOCKS:
            self._close()
            if name == "li":
                self._open.append(item_label(child))
            self.walk(child, depth + 1)
        else:
            self._inside(child, depth + 1, kept)

    def _table(self, table: Element, depth: int) -> None:
        for caption in captions(table):
            self.walk(caption, depth + 1)
        if not lays_out(table):
            self.table(table)
            return
        for area in areas(table):
            self.walk(area, depth + 1)

    def _close(self) -> None:
        words = collapsed("".join(self._open))
        self._open = []
        if words:
            self.paragraph(words)


def collapsed(words: str) -> str:
    """Without white space at the ends of lines and without empty lines."""
    return re.sub(r"\n+", "\n", _AROUND_BREAK.sub("\n", re.sub(r" {2,}", " ", words))).strip(
        " \n\xa0\u3000\u200b\ufeff"
    )


def _text(words: str | None, kept: bool) -> str:
    """White space as a browser shows it: one blank, but for preformatted text."""
    return (words or "") if kept else _SPACE.sub(" ", words or "")
