"""The words of one Word paragraph: inserted words kept, deleted and hidden ones set aside, boxes and notes collected."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.files.docx.names import local, switched_on, value, w
from corpus.files.docx.styles import Styles
from corpus.files.element import Element

_DELETED = frozenset(("del", "moveFrom"))
_SKIPPED = frozenset(
    (
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "instrText",
        "delInstrText",
        "fldChar",
        "tblPr",
        "smartTagPr",
        "rt",
        "sectPr",
        "Fallback",
    )
)
_PICTURES = frozenset(("blip", "imagedata"))


@dataclass(slots=True)
class Inline:
    """What was found in a paragraph."""

    words: list[str] = field(default_factory=list[str])
    deleted: list[str] = field(default_factory=list[str])
    hidden: list[str] = field(default_factory=list[str])
    boxes: list[Element] = field(default_factory=list[Element])
    """Contents of text boxes that are anchored here."""
    notes: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """`footnote` or `endnote`, and its id."""
    pictures: int = 0

    @property
    def text(self) -> str:
        """The words that the reader sees."""
        return "".join(self.words)


def read_inline(paragraph: Element, styles: Styles) -> Inline:
    """All words of a paragraph in order. A soft line break is a line break."""
    found = Inline()
    properties = paragraph.find(w("pPr"))
    style = None if properties is None else value(properties.find(w("pStyle")))
    _walk(paragraph, found, styles, found.hidden if styles.hidden(style) else found.words)
    return found


def _walk(element: Element, found: Inline, styles: Styles, target: list[str]) -> None:
    for child in element:
        name = local(child)
        if name in _SKIPPED:
            continue
        if name == "txbxContent":
            found.boxes.append(child)
        elif name in _DELETED:
            _walk(child, found, styles, found.deleted)
        elif name == "r":
            hidden = target is found.words and _is_hidden(child, styles)
            _walk(child, found, styles, found.hidden if hidden else target)
        elif not _take(child, name, found, target):
            _walk(child, found, styles, target)


def _take(child: Element, name: str, found: Inline, target: list[str]) -> bool:
    """Take what stands for itself; False for what holds more inside."""
    match name:
        case "t" | "delText":
            target.append(child.text or "")
        case "tab" | "ptab":
            target.append(" ")
        case "br" | "cr":
            target.append("\n")
        case "noBreakHyphen":
            target.append("-")
        case "sym":
            target.append(_symbol(child))
        case "footnoteReference" | "endnoteReference":
            found.notes.append((name.removesuffix("Reference"), value(child, "id") or ""))
        case _:
            found.pictures += name in _PICTURES
            return False
    return True


def _symbol(element: Element) -> str:
    """A character of a symbol font: those above the private area are what they look like."""
    try:
        code = int(value(element, "char") or "", 16)
    except ValueError:
        return ""
    return "" if 0xE000 <= code <= 0xF8FF else chr(code)


def _is_hidden(run: Element, styles: Styles) -> bool:
    properties = run.find(w("rPr"))
    if properties is None:
        return False
    vanish = properties.find(w("vanish"))
    return switched_on(vanish) if vanish is not None else styles.hidden(value(properties.find(w("rStyle"))))
