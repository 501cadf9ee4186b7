"""Questions to try a new version with: a file's, those that lie beside the documents, and those that people asked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import CorpusError
from corpus.versions.history import PACKAGED

if TYPE_CHECKING:
    from assistant.settings import Settings

_SHIPPED_CASES = Path(__file__).parents[1] / "evals" / "cases"
MOST_ASKED = 500
"""Latest questions of the store that are tried."""


@dataclass(frozen=True, slots=True)
class KeptQuestion:
    """One question to be asked of two versions."""

    id: str
    text: str
    source: str
    """File name, or `提问记录`."""
    as_of: date | None = None


def kept_questions(settings: Settings) -> list[KeptQuestion]:
    """The bureau's own (`*.jsonl` beside its documents; for the packaged documents the project's cases), then asked ones.

    Raises CorpusError naming the line that cannot be read.
    """
    own = _SHIPPED_CASES if settings.corpus.resolve() == PACKAGED.resolve() else settings.corpus
    found = [q for path in sorted(own.glob("*.jsonl")) for q in read_questions(path)]
    return list(_once([*found, *_asked(settings)]))


def read_questions(path: Path) -> list[KeptQuestion]:
    """Lines of `{"id": …, "q": …, "as_of"?: …}`. Raises CorpusError naming the line that cannot be read."""
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"问题文件“{path.name}”读不出来；请检查路径，并存为 UTF-8。") from error
    return [_question(path.name, n, line) for n, line in enumerate(lines, 1) if line.strip()]


def _question(file: str, n: int, line: str) -> KeptQuestion:
    try:
        fields: dict[str, Any] = json.loads(line)
        day = fields.get("as_of")
        return KeptQuestion(
            str(fields.get("id", n)), _text(fields["q"]), file, date.fromisoformat(day) if day else None
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CorpusError(f'问题文件“{file}”第 {n} 行读不懂；每行应为 {{"id": …, "q": "问题"}}。') from error


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("no question")
    return value


def _once(questions: Iterable[KeptQuestion]) -> Iterator[KeptQuestion]:
    seen: set[tuple[str, date | None]] = set()
    for question in questions:
        if (question.text, question.as_of) not in seen:
            seen.add((question.text, question.as_of))
            yield question


def _asked(settings: Settings) -> list[KeptQuestion]:
    """Of the store, where there is one; a store that cannot be opened keeps nobody from comparing."""
    from assistant.store.address import FILE
    from assistant.store.errors import StoreError
    from assistant.store.store import open_store

    if not settings.database_url and not (settings.home / FILE).exists():
        return []
    try:
        asked = open_store(settings.home, settings.database_url).asked.latest(MOST_ASKED)
    except StoreError:
        return []
    return [KeptQuestion(f"asked-{n}", text, "提问记录") for n, text in enumerate(asked, 1)]
