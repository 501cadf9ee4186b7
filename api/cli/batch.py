"""`renshe ask --batch`: questions from JSON lines, one Answer a line on standard output, in order.

The whole file is read and checked before the first answer: a malformed line then costs no half-written output.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from api.cli.options import day_or_none
from api.failures import WorkError
from api.ports import Assistant

MAX_LINES = 1000


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One question of a batch."""

    question: str
    has_id: bool
    id: Any
    """Whatever JSON value the line gives; copied to the output as it is."""
    session: str | None
    as_of: date | None
    bureau: str | None


def read_batch(
    source: str, *, session: str | None, as_of: date | None, bureau: str | None = None
) -> tuple[BatchLine, ...]:
    """All lines of a file (`-` = standard input); `session`, `as_of` and `bureau` hold where a line gives none.

    Raises WorkError naming the file or the first line that cannot be read.
    """
    lines = _bytes(source).removeprefix(b"\xef\xbb\xbf").split(b"\n")
    asked = sum(1 for raw in lines if raw.strip())
    if asked > MAX_LINES:
        raise WorkError(f"批量文件有 {asked} 个问题，一次最多 {MAX_LINES} 个。请分成几个文件。")
    return tuple(_line(n, raw, session, as_of, bureau) for n, raw in enumerate(lines, 1) if raw.strip())


def answer_lines(lines: Iterable[BatchLine], assistant: Assistant) -> None:
    """Print one compact JSON Answer a line; nothing else goes to standard output."""
    for line in lines:
        name = line.id if isinstance(line.id, str) else None
        answer = assistant.ask(line.question, id=name, session=line.session, as_of=line.as_of, bureau=line.bureau)
        fields = answer.model_dump(mode="json")
        if line.has_id:
            fields["id"] = line.id
        print(json.dumps(fields, ensure_ascii=False, separators=(",", ":")), flush=True)


def _bytes(source: str) -> bytes:
    if source == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(source).read_bytes()
    except OSError as error:
        raise WorkError(f"读不了批量文件 {source}。请检查路径，以及文件是否允许读取。") from error


def _line(n: int, raw: bytes, session: str | None, as_of: date | None, bureau: str | None) -> BatchLine:
    fields = _object(n, raw)
    question = fields.get("q")
    if not isinstance(question, str):
        raise WorkError(f'批量文件第 {n} 行没有文字的 "q"。每行应为 {{"id": …, "q": "问题"}}。')
    return BatchLine(
        question=question,
        has_id="id" in fields,
        id=fields.get("id"),
        session=_words(n, fields, "session") or session,
        as_of=_day(n, fields) or as_of,
        bureau=_words(n, fields, "bureau") or bureau,
    )


def _words(n: int, fields: dict[str, Any], name: str) -> str | None:
    written = fields.get(name)
    if written is not None and not isinstance(written, str):
        raise WorkError(f'批量文件第 {n} 行的 "{name}" 应为文字。')
    return written


def _object(n: int, raw: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(raw.decode("utf-8"))
        # A lone surrogate is legal JSON (\ud800) but no text: it could not be written out again.
        json.dumps(fields, ensure_ascii=False).encode("utf-8")
    except (UnicodeError, json.JSONDecodeError, RecursionError) as error:
        raise WorkError(f'批量文件第 {n} 行不是 UTF-8 的 JSON。每行应为 {{"id": …, "q": "问题"}}。') from error
    if not isinstance(fields, dict):
        raise WorkError(f'批量文件第 {n} 行不是 JSON 对象。每行应为 {{"id": …, "q": "问题"}}。')
    return fields


def _day(n: int, fields: dict[str, Any]) -> date | None:
    written = fields.get("as_of")
    if written is None:
        return None
    day = day_or_none(written) if isinstance(written, str) else None
    if day is None:
        raise WorkError(f'批量文件第 {n} 行的 "as_of" 不是日期，请写成 2025-01-31 的样子。')
    return day
