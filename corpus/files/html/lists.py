"""The numbers that a browser draws before the items of a numbered list."""

from __future__ import annotations

import re

from corpus.files.docx.ordinals import ordinal
from corpus.files.element import Element
from corpus.files.html.elements import name_of

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.IGNORECASE)
_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting",
    "simp-chinese-formal": "chineseLegalSimplified",
    "cjk-decimal": "ideographDigital",
    "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
    "none": "none",
}


def item_label(item: Element) -> str:
    """`3. ` or `三、` before a list item as a browser shows it; empty in a list without numbers."""
    parent = item.getparent()
    if parent is None or name_of(parent) != "ol":
        return ""
    form = _form(item) or _form(parent) or "decimal"
    number = ordinal(_position(parent, item), form)
    if not number:
        return ""
    return f"{number}、" if form.startswith(("chinese", "ideographD")) else f"{number}. "


def _form(element: Element) -> str:
    if match := _STYLE.search(element.get("style") or ""):
        words = match.group(1).lower().split()
        return next((_STYLES[word] for word in words if word in _STYLES), "")
    return _TYPES.get((element.get("type") or "").strip(), "")


def _position(parent: Element, item: Element) -> int:
    items = [child for child in parent if name_of(child) == "li"]
    down = parent.get("reversed") is not None
    number = _whole(parent.get("start"), len(items) if down else 1)
    for child in items:
        number = _whole(child.get("value"), number)
        if child is item:
            break
        number += -1 if down else 1
    return number


def _whole(written: str | None, default: int) -> int:
    try:
        return int(written or "")
    except ValueError:
        return default
