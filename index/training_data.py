"""What the bundled model learns from: files of JSON lines, read as plain values."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_CLAUSE = re.compile(r"[^。；：，！？\n]+")
_ARTICLE = re.compile(r"第[〇零一二三四五六七八九十百千\d]+条.*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Article:
    """A statute article: the name of its law with its number, and its clauses."""

    id: str
    name: str
    clauses: tuple[str, ...]

    @property
    def law(self) -> str:
        """The name without the number: articles of one law are never each other's wrong answers."""
        return _ARTICLE.sub("", self.name)


@dataclass(frozen=True, slots=True)
class Question:
    """A layperson's question, the ids of the articles that answer it, and an expert's answer where there is one."""

    text: str
    gold: tuple[str, ...]
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and what it is about; texts with one label mean much the same."""

    text: str
    label: str


def read_articles(file: Path, longest: int) -> list[Article]:
    """Lines `{"id", "name" or "title", "text"}`; the first `longest` characters of each text."""
    return [
        Article(str(r["id"]), r.get("name") or r.get("title") or "", clauses(r["text"][:longest])) for r in _lines(file)
    ]


def read_questions(file: Path, answers: Path | None) -> list[Question]:
    """Lines `{"q", "gold": [article ids]}`, with the answers of lines `{"q", "a"}` to the same questions."""
    said = {r["q"]: r["a"] for r in _lines(answers) if isinstance(r["a"], str)} if answers else {}
    return [Question(r["q"], tuple(str(id) for id in r["gold"]), said.get(r["q"], "")) for r in _lines(file)]


def read_labelled(files: list[Path]) -> list[Labelled]:
    """Lines `{"text" or "q", "label" or "topic"}`; without a label a text serves on its own. Labels are kept apart by file."""
    return [
        Labelled(r.get("text") or r["q"], f"{n}:{label}" if (label := r.get("label") or r.get("topic")) else "")
        for n, file in enumerate(files)
        for r in _lines(file)
    ]


def clauses(text: str) -> tuple[str, ...]:
    """The parts of a text between its punctuation marks."""
    return tuple(part for part in _CLAUSE.findall(text) if part.strip())


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    read = gzip.open if file.suffix == ".gz" else open
    with read(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)
