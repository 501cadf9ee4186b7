"""The invented documents and what is written into them: facts first, pages later."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from importlib import resources
from itertools import pairwise
from typing import Any

COVERED = "^"
"""Stands in a cell that the one above covers."""
Facts = frozenset[tuple[str, ...]]
"""One tuple a record: its kind and its words without white space."""


@dataclass(frozen=True)
class Made:
    """A document: lines of text, with a table or without."""

    name: str
    title: str
    before: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """The header first; empty for prose."""
    widths: tuple[int, ...]
    after: tuple[str, ...]
    facts: Facts = field(default_factory=frozenset[tuple[str, ...]])

    def spans(self, row: int, column: int) -> int:
        """How many rows a cell covers."""
        end = row + 1
        while end < len(self.rows) and self.rows[end][column] == COVERED:
            end += 1
        return end - row


@functools.cache
def made_documents() -> dict[str, Made]:
    """All documents by name. Raises yaml.YAMLError where the file is damaged."""
    import yaml

    source = resources.files("evals.layouts").joinpath("documents.yaml").read_text("utf-8")
    return {name: _made(name, entry) for name, entry in yaml.safe_load(source).items()}


def plain(words: str) -> str:
    """Words without white space."""
    return "".join(words.split())


def _made(name: str, entry: dict[str, Any]) -> Made:
    if "paragraphs" in entry:
        lines = tuple(entry["paragraphs"])
        facts = frozenset(("section", section) for section in entry["sections"]) | {
            ("duty", section, plain(line.split("。", 1)[1]))
            for section, line in zip(entry["sections"], lines[1:], strict=True)
        }
        return Made(name, entry["title"], lines, (), (), (), facts)
    rows = tuple(tuple(row) for row in entry["rows"])
    facts = frozenset(_facts(rows, entry))
    return Made(name, entry["title"], (entry["before"],), rows, tuple(entry["widths"]), (entry["after"],), facts)


def _facts(rows: tuple[tuple[str, ...], ...], entry: dict[str, Any]) -> list[tuple[str, ...]]:
    filled = [list(row) for row in rows[1:]]
    for above, row in pairwise(filled):
        for i, words in enumerate(row):
            row[i] = above[i] if words == COVERED else words
    fines = entry.get("fines") or [()] * len(filled)
    return [
        (kind, *(plain(row[i]) for i in columns), *map(str, fine))
        for kind, choices in entry["records"].items()
        for columns in choices
        for row, fine in zip(filled, fines, strict=True)
    ]
