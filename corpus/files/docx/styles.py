"""What a style gives its paragraphs and runs: numbering and hidden text, along the chain of styles it is based on."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.files.docx.names import switched_on, value, w
from corpus.files.element import Element

_LONGEST_CHAIN = 20


class Styles:
    """The styles of one document."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else root.findall(w("style"))
        self._by_id = {value(style, "styleId") or "": style for style in styles}
        defaults = [style for style in styles if value(style, "default") == "1" and value(style, "type") == "paragraph"]
        self._default = (value(defaults[0], "styleId") or "") if defaults else ""

    def numbering(self, style: str | None) -> Element | None:
        """The `numPr` that a paragraph style or one that it is based on gives."""
        return next((n for s in self._chain(style) if (n := s.find(f"{w('pPr')}/{w('numPr')}")) is not None), None)

    def hidden(self, style: str | None) -> bool:
        """Whether text of a style is hidden."""
        if style is None:
            return False
        marks = (s.find(f"{w('rPr')}/{w('vanish')}") for s in self._chain(style))
        return switched_on(next((mark for mark in marks if mark is not None), None))

    def _chain(self, style: str | None) -> Iterator[Element]:
        name = style or self._default
        for _ in range(_LONGEST_CHAIN):
            found = self._by_id.get(name)
            if found is None:
                return
            yield found
            name = value(found.find(w("basedOn"))) or ""
