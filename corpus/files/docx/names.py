"""Names of WordprocessingML elements as lxml writes them."""

from __future__ import annotations

from corpus.files.element import Element

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def w(name: str) -> str:
    """The full name of a `w:` element or attribute."""
    return f"{{{_W}}}{name}"


def local(element: Element) -> str:
    """Name without namespace; empty for comments and processing instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of a `w:` element; None where there is none."""
    return None if element is None else element.get(w(name))


def switched_on(element: Element | None) -> bool:
    """Whether an on/off property is set."""
    return element is not None and (value(element) or "1") not in ("0", "false", "off", "none")


def whole(element: Element | None, default: int = 0) -> int:
    """The number in `w:val`."""
    try:
        return int(value(element) or default)
    except ValueError:
        return default
