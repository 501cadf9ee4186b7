"""The parts of a .docx package that hold words, parsed without entities."""

from __future__ import annotations

import io

from corpus.files.docx.names import local, value, w
from corpus.files.element import Element
from corpus.files.markup import MarkupError, parse_xml
from corpus.files.packages import broken, open_package

_NOTES = ("footnote", "endnote")


class Package:
    """One opened document. Raises FormatError when it is made from what is no Word document."""

    def __init__(self, data: bytes) -> None:
        open_package(data).close()
        from docx import Document

        try:
            document = Document(io.BytesIO(data))
        except (KeyError, ValueError, AttributeError, TypeError, OSError, SyntaxError, RuntimeError) as error:
            raise broken() from error
        self._part = document.part
        self.body: Element = document.element.body

    def root(self, kind: str) -> Element | None:
        """The root element of a part related to the document (`numbering`, `styles`, `footnotes`); None without one."""
        return next(iter(self.roots(kind)), None)

    def roots(self, kind: str) -> list[Element]:
        """All parts of a kind (`header`, `footer`), in the order of their names."""
        found = [r for r in self._part.rels.values() if not r.is_external and r.reltype.rsplit("/", 1)[-1] == kind]
        try:
            return [parse_xml(relation.target_part.blob) for relation in sorted(found, key=lambda r: r.target_ref)]
        except MarkupError as error:
            raise broken() from error

    def notes(self) -> dict[tuple[str, str], Element]:
        """Footnotes and endnotes by kind and id; lines that only draw separators left out."""
        found: dict[tuple[str, str], Element] = {}
        for kind in _NOTES:
            root = self.root(f"{kind}s")
            for note in [] if root is None else root:
                if local(note) == kind and value(note, "type") in (None, "normal"):
                    found[kind, note.get(w("id")) or ""] = note
        return found
