"""Reads a web page from front to back: blocks as paragraphs, lists with their numbers, tables with spanned cells."""

from __future__ import annotations

from corpus.files.draft import Draft
from corpus.files.element import Element
from corpus.files.html.charset import decode_html
from corpus.files.html.flow import Flow, collapsed
from corpus.files.html.tables import read_table
from corpus.files.limits import MOST_DEPTH, too_deep
from corpus.files.markup import parse_html
from corpus.files.packages import empty
from corpus.files.parts import Parts, PartsBuilder, Run
from corpus.files.write_table import write_table


def read_html(data: bytes) -> Parts:
    """What the reader of the page sees. Raises FormatError for a page nested beyond measure."""
    root = parse_html(decode_html(data))
    if root is None:
        raise empty()
    return _Page().read(root)


class _Page:
    def __init__(self) -> None:
        self.builder = PartsBuilder()
        self.paragraphs = 0
        self.tables = 0

    def read(self, root: Element) -> Parts:
        title = root.find(".//title")
        if title is not None:
            self._leave_out("网页标题栏", collapsed(title.text or ""))
        Flow(self._paragraph, self._table, self._leave_out).walk(root)
        return self.builder.parts()

    def _paragraph(self, words: str) -> None:
        self.paragraphs += 1
        self.builder.paragraph(Run(words, cell=f"第{self.paragraphs}段"))

    def _leave_out(self, reason: str, words: str) -> None:
        self.builder.leave_out(reason, Run(words))

    def _table(self, table: Element) -> None:
        self.tables += 1
        write_table(self.builder, self._draft(table, f"表{self.tables}", 0))

    def _draft(self, table: Element, name: str, depth: int) -> Draft:
        if depth > MOST_DEPTH:
            raise too_deep("表格套表格")

        def fill(cell: Element, place: str) -> list[Run | Draft]:
            content: list[Run | Draft] = []

            def take(words: str) -> None:
                content.append(Run(f"\n{words}" if content else words, cell=place))

            def nest(inner: Element) -> None:
                content.append(self._draft(inner, place, depth + 1))

            Flow(take, nest, self._leave_out).walk(cell)
            return content

        return read_table(table, name, fill)
