"""Reads passages and queries from files of JSON lines, plain or gzipped."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from index.errors import SearchIndexError
from index.records import PassageId, PassageText


@dataclass(frozen=True, slots=True)
class Query:
    """A question with the caller's id."""

    id: PassageId
    text: str


def read_passages(file: Path) -> Iterator[PassageText]:
    """Lines `{"id", "text", "title"?}`; ids are strings or whole numbers and occur once.

    Raises SearchIndexError naming file and line.
    """
    seen: set[PassageId] = set()
    for line, record in _records(file):
        id = _id(file, line, record)
        if id in seen:
            raise _error(file, line, f"编号 {id} 已经出现过，每段的 id 必须不同")
        seen.add(id)
        yield PassageText(id, _text(file, line, record, ("text",)), _optional(file, line, record, "title"))


def read_queries(file: Path) -> Iterator[Query]:
    """Lines `{"id", "q"}` (`text` or `query` instead of `q` too); `-` reads standard input.

    Raises SearchIndexError naming file and line.
    """
    for line, record in _records(file):
        yield Query(_id(file, line, record), _text(file, line, record, ("q", "query", "text")))


def _records(file: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        with _opened(file) as lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                try:
                    record = json.loads(line)
                except json.JSONDecodeError as error:
                    raise _error(file, number, f"不是合法的 JSON（{error.msg}，第 {error.colno} 个字符）") from error
                if not isinstance(record, dict):
                    raise _error(file, number, '应为一个对象，例如 {"id": "1", "text": "…"}')
                yield number, record
    except FileNotFoundError as error:
        raise SearchIndexError(f"没有这个文件：{file}。请检查路径。") from error
    except UnicodeDecodeError as error:
        raise SearchIndexError(f"{file} 不是 UTF-8 编码的文本。请转成 UTF-8 的 JSON Lines 后再试。") from error
    except (OSError, EOFError) as error:
        raise SearchIndexError(f"{file} 不能读取：{error}。请检查文件是否完整、是否有读取权限。") from error


def _opened(file: Path) -> TextIO:
    if str(file) == "-":
        return sys.stdin
    if file.suffix == ".gz":
        return gzip.open(file, "rt", encoding="utf-8-sig")
    return file.open(encoding="utf-8-sig")


def _id(file: Path, line: int, record: dict[str, Any]) -> PassageId:
    id = record.get("id")
    if isinstance(id, bool) or not isinstance(id, str | int) or id == "":
        raise _error(file, line, "缺少 id，或 id 不是字符串或整数")
    return id


def _text(file: Path, line: int, record: dict[str, Any], keys: tuple[str, ...]) -> str:
    for key in keys:
        if key in record:
            return _optional(file, line, record, key)
    raise _error(file, line, f"缺少 {'、'.join(keys)} 字段")


def _optional(file: Path, line: int, record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _error(file, line, f"{key} 应为字符串")
    return value


def _error(file: Path, line: int, what: str) -> SearchIndexError:
    return SearchIndexError(f"{file} 第 {line} 行：{what}。")
