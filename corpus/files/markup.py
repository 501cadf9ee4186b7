"""The one door to lxml: XML without entities, HTML however broken; neither ever opens a file or an address."""

from __future__ import annotations

from corpus.files.element import Element


class MarkupError(ValueError):
    """The bytes are no XML."""


def parse_xml(data: bytes) -> Element:
    """The root of an XML document; entities are not resolved. Raises MarkupError."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]  (lxml brings no types)

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    try:
        root: Element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise MarkupError(str(error)) from error
    return root


def parse_html(text: str) -> Element | None:
    """The root of an HTML page, mended as browsers do; None where there is no element."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]  (as above)

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root: Element | None = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None
    return root
