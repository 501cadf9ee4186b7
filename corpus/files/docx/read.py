"""Reads a Word document from front to back: paragraphs with their list numbers, tables, text boxes, then notes."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.files.continued import Continuation
from corpus.files.docx.inline import Inline, read_inline
from corpus.files.docx.names import local
from corpus.files.docx.numbering import Numbering
from corpus.files.docx.package import Package
from corpus.files.docx.styles import Styles
from corpus.files.docx.tables import read_table
from corpus.files.draft import Draft
from corpus.files.element import Element
from corpus.files.limits import MOST_DEPTH, too_deep
from corpus.files.parts import Parts, PartsBuilder, Run

_HOLDERS = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "AlternateContent", "Choice", "smartTag"))
_NOTE_NAMES = {"footnote": "脚注", "endnote": "尾注"}


def read_docx(data: bytes) -> Parts:
    """What the reader of Word sees. Raises FormatError for what is broken, locked or harmful."""
    return _Reader(Package(data)).read()


class _Reader:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.styles = Styles(package.root("styles"))
        self.numbering = Numbering(package.root("numbering"), self.styles)
        self.builder = PartsBuilder()
        self.tables = Continuation(self.builder)
        self.notes: list[tuple[str, str]] = []
        self.paragraphs = 0
        self.table_count = 0
        self.pictures = 0

    def read(self) -> Parts:
        for block in _blocks(self.package.body):
            self._block(block)
        self.tables.close()
        self._write_notes()
        for kind, reason in (("header", "页眉"), ("footer", "页脚")):
            for root in self.package.roots(kind):
                for paragraph in _paragraphs(root):
                    self.builder.leave_out(reason, Run(read_inline(paragraph, self.styles).text))
        if self.pictures:
            self.builder.remark("picture-not-read", f"文件里有 {self.pictures} 处图片，图片里的字没有读。")
        return self.builder.parts()

    def _block(self, block: Element) -> None:
        if local(block) == "tbl":
            self.table_count += 1
            self.tables.add(self._table(block, f"表{self.table_count}", 0))
            return
        self.paragraphs += 1
        label, inline = self._inline(block)
        text = label + inline.text
        if text.strip():
            self.tables.close()
            self.builder.paragraph(Run(text, cell=f"第{self.paragraphs}段"))
        for box in inline.boxes:
            for inner in _blocks(box):
                self._block(inner)

    def _inline(self, paragraph: Element) -> tuple[str, Inline]:
        """The label and words of a paragraph; what is not shown goes aside."""
        inline = read_inline(paragraph, self.styles)
        self.builder.leave_out("修订中删去的文字", Run("".join(inline.deleted)))
        self.builder.leave_out("隐藏文字", Run("".join(inline.hidden)))
        self.notes += inline.notes
        self.pictures += inline.pictures
        visible = inline.text.strip() or not (inline.deleted or inline.hidden)
        return (self.numbering.label(paragraph) if visible else ""), inline

    def _table(self, table: Element, name: str, depth: int) -> Draft:
        if depth > MOST_DEPTH:
            raise too_deep("表格套表格")

        def fill(cell: Element, place: str) -> list[Run | Draft]:
            content: list[Run | Draft] = []
            for block in _blocks(cell):
                if local(block) == "tbl":
                    content.append(self._table(block, place, depth + 1))
                    continue
                label, inline = self._inline(block)
                words = [label + inline.text]
                boxes = (p for box in inline.boxes for p in _paragraphs(box))
                words += [read_inline(paragraph, self.styles).text for paragraph in boxes]
                text = "\n".join(word for word in words if word.strip())
                if text:
                    content.append(Run(f"\n{text}" if content else text, cell=place))
            return content

        return read_table(table, name, fill)

    def _write_notes(self) -> None:
        found = self.package.notes()
        counts = dict.fromkeys(_NOTE_NAMES, 0)
        for kind, note in dict.fromkeys(self.notes):
            element = found.get((kind, note))
            if element is None:
                continue
            counts[kind] += 1
            name = f"{_NOTE_NAMES[kind]}{counts[kind]}"
            words = "\n".join(read_inline(p, self.styles).text.strip() for p in _paragraphs(element))
            self.builder.paragraph(Run(f"{name}：{words}", cell=name))


def _blocks(holder: Element) -> Iterator[Element]:
    """Paragraphs and tables of a body, cell or box, through what only wraps them."""
    for child in holder:
        name = local(child)
        if name in ("p", "tbl"):
            yield child
        elif name in _HOLDERS:
            yield from _blocks(child)


def _paragraphs(holder: Element) -> Iterator[Element]:
    return (element for element in holder.iter() if local(element) == "p")
