"""Real Word footnotes: python-docx has none, so their part is written here after ECMA-376, 17.11. Part of its door."""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from assistant.papers.docx_layout import NOTE_MARK_STYLE, NOTE_STYLE

_SEPARATORS = (("separator", "-1"), ("continuationSeparator", "0"))


class Footnotes:
    """Collects the footnotes of one document; `finish` stores them in it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._root = OxmlElement("w:footnotes")
        self._count = 0
        for kind, number in _SEPARATORS:
            note = _child(self._root, "w:footnote", type=kind, id=number)
            _child(_child(_child(note, "w:p"), "w:r"), f"w:{kind}")

    def add(self, paragraph: Paragraph, text: str) -> None:
        """A footnote at the end of what the paragraph holds so far."""
        self._count += 1
        number = str(self._count)
        run = _child(paragraph._element, "w:r")  # pyright: ignore[reportPrivateUsage]  # no API for footnotes
        _child(_child(run, "w:rPr"), "w:rStyle", val=self._style(NOTE_MARK_STYLE))
        _child(run, "w:footnoteReference", id=number)
        note = _child(_child(self._root, "w:footnote", id=number), "w:p")
        _child(_child(note, "w:pPr"), "w:pStyle", val=self._style(NOTE_STYLE))
        own = _child(note, "w:r")
        _child(_child(own, "w:rPr"), "w:rStyle", val=self._style(NOTE_MARK_STYLE))
        _child(own, "w:footnoteRef")
        words = _child(_child(note, "w:r"), "w:t")
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        words.text = f" {text}"

    def finish(self) -> None:
        """Store the footnotes; a document without any stays as it is."""
        if not self._count:
            return
        name, blob = PackURI("/word/footnotes.xml"), serialize_part_xml(self._root)
        part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, blob, self._document.part.package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        settings = self._document.settings.element
        properties = OxmlElement("w:footnotePr")
        for _, number in _SEPARATORS:
            _child(properties, "w:footnote", id=number)
        settings.insert_element_before(properties, "w:endnotePr", "w:compat")

    def _style(self, name: str) -> str:
        return str(self._document.styles[name].style_id)


def _child(parent: BaseOxmlElement, tag: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    parent.append(element)
    return element
