"""Texts with planted errors: `[+…]` is true, `[-kind: …]` contradicted by the documents, `[?kind: …]` not spoken of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

import yaml

FOLDER = Path(__file__).parent
Expected = Literal["supported", "contradicted", "not_in_corpus"]
_MARK = re.compile(r"\[(?P<sign>[+?-])(?:(?P<kind>[a-z-]+): )?(?P<words>[^\[\]]*)\]")
_EXPECTED: dict[str, Expected] = {"+": "supported", "-": "contradicted", "?": "not_in_corpus"}


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotated stretch `[start, end)` of the text."""

    expected: Expected
    kind: str
    """Kind of error; `true` for a true statement."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text without its marks, and what must be found in it."""

    id: str
    text: str
    marks: tuple[Mark, ...]


def read_texts(words: Callable[[str], str], folder: Path = FOLDER) -> tuple[MarkedText, ...]:
    """All texts of a folder's YAML files, their templates filled by `words`."""
    rows = [row for file in sorted(folder.glob("*.yaml")) for row in yaml.safe_load(file.read_text("utf-8"))]
    return tuple(unmark(row["id"], words(row["text"])) for row in cast(list[dict[str, str]], rows))


def unmark(id: str, marked: str) -> MarkedText:
    """Take the marks out of a text and keep where they stood."""
    text, marks, at = "", list[Mark](), 0
    for m in _MARK.finditer(marked):
        text += marked[at : m.start()]
        start = len(text)
        text += m["words"]
        marks.append(Mark(_EXPECTED[m["sign"]], m["kind"] or "true", start, len(text)))
        at = m.end()
    return MarkedText(id, text + marked[at:], tuple(marks))
