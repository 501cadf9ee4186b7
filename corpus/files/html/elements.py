"""What kinds of element a page is made of, and which of them are no part of the text."""

from __future__ import annotations

import re

from corpus.files.element import Element

UNSEEN = frozenset(
    ("script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "canvas", "audio", "video", "head")
)
"""No words for the reader."""
BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
        "hr", "html", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "ul", "caption",
        "legend", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "font-block",
    )
)  # fmt: skip
_CONTROLS = frozenset(("button", "select", "input", "textarea", "datalist"))
_AROUND = frozenset(("nav", "footer"))
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "menu", "menubar"))
_MENU_WORDS = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?|share|bdsharebuttonbox|footer|sidebar|toolbar|pagination|pager|copyright)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_LEAST_LINKS = 4
_LONGEST_MENU_LINK = 8
_MENU_SHARE = 0.9


def name_of(element: Element) -> str:
    """The element's name, lower case, without an office program's prefix."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def left_out_as(element: Element) -> str:
    """Why an element is no part of the text (`隐藏文字`, `网页导航` …); empty for one that is."""
    name = name_of(element)
    if name in _CONTROLS:
        return "网页按钮和输入框"
    if element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style") or ""):
        return "隐藏文字"
    if name in _AROUND or (element.get("role") or "").lower() in _ROLES:
        return "网页导航和页脚"
    marks = f"{element.get('class') or ''} {element.get('id') or ''}"
    if (
        name in ("div", "ul", "ol", "section", "aside", "header", "p")
        and _MENU_WORDS.search(marks)
        and not _holds_text(element)
    ):
        return "网页导航和页脚"
    return "网页导航和页脚" if name in ("ul", "ol", "div", "p") and _is_menu(element) else ""


def words_of(element: Element) -> str:
    """All words in an element that a reader sees, white space as it stands."""
    if name_of(element) in UNSEEN:
        return ""
    words = element.text or "" if name_of(element) else ""
    return words + "".join(words_of(child) + (child.tail or "") for child in element)


def _is_menu(element: Element) -> bool:
    """Nearly all of it short links, and several of them."""
    links = [words_of(a).strip() for a in element.findall(".//a")]
    links = [link for link in links if link]
    if len(links) < _LEAST_LINKS:
        return False
    linked = sum(map(len, links))
    total = len(re.sub(r"[\s|>»›·/]+", "", words_of(element)))
    return linked >= _MENU_SHARE * total and linked <= _LONGEST_MENU_LINK * len(links)


def _holds_text(element: Element) -> bool:
    """A container of sentences is no menu, whatever it is called."""
    words = words_of(element)
    return words.count("。") + words.count("；") > 1 or element.find(".//table") is not None
