"""A register of units (监管对象名录) from a spreadsheet or CSV file: names, numbers, regimes, and whatever else it says."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

import yaml

from assistant.planning.errors import PlanError
from assistant.planning.units import MOST_CHARACTERS, MOST_UNITS, UnitsError, clean
from assistant.planning.units_file import read_grid

_BETWEEN = re.compile(r"[、，,；;/|\s]+")
_HEAD_WITHIN = 5
"""Rows in which the head stands: a title may stand above it."""
_LONGEST_ID = 64
_MOST_COLUMNS = 50


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One unit as the file has it."""

    id: str
    """The register's number; made from the name where it has none, so that a second import finds the same unit."""
    name: str
    regimes: tuple[str, ...]
    attributes: dict[str, str]
    """Other columns that are filled, by their heads."""


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """What a file holds; what was left out is told in `problems`."""

    rows: tuple[RegisterRow, ...]
    problems: tuple[str, ...]
    refused: tuple[str, ...] = ()
    """Rows that cannot be taken, a sentence each: with any of them nothing is imported."""


def read_register(name: str, content: bytes, regimes: Sequence[str], known: Callable[[str], str]) -> RegisterFile:
    """The units of a file; `regimes` holds for all of them, beside what a column says.

    `known` gives the title of a regime in somebody's words, or raises PlanError. Raises UnitsError for a file that
    cannot be used, or one row of which cannot.
    """
    found = look_through(name, content, regimes, known)
    if found.refused:
        raise UnitsError(found.refused[0])
    return found


def look_through(name: str, content: bytes, regimes: Sequence[str], known: Callable[[str], str]) -> RegisterFile:
    """The same without giving up at the first row that cannot be taken: every one is told in `refused`.

    Raises UnitsError for a file in which no units can be found at all, PlanError for regimes that there are not.
    """
    known = cache(known)
    own = tuple(known(r) for r in regimes)
    grid = [(n, [clean(c) for c in row]) for n, row in read_grid(name, content)]
    at = next((i for i, (_, row) in enumerate(grid[:_HEAD_WITHIN]) if "name" in _places(row)), None)
    if at is None:
        raise UnitsError("认不出哪一列是单位名称。请在表头写“单位名称”，编号写“统一社会信用代码”，制度写“监管制度”。")
    head = grid[at][1][:_MOST_COLUMNS]
    return _collected(_rows(grid[at + 1 :], head, own, known))


def _rows(
    grid: Iterable[tuple[int, list[str]]], head: list[str], own: tuple[str, ...], known: Callable[[str], str]
) -> Iterable[tuple[int, RegisterRow | str | None]]:
    """Each row that is not empty: the unit, or why it cannot be taken, or None where it has no name."""
    places = _places(head)
    for line, row in grid:
        cells = [row[c] if c < len(row) else "" for c in range(len(head))]
        if not any(cells):
            continue
        try:
            yield line, _row(cells, head, places, own, known)
        except (UnitsError, PlanError) as error:
            yield line, f"第 {line} 行：{error}"


def _row(
    cells: list[str], head: list[str], places: dict[str, int], own: tuple[str, ...], known: Callable[[str], str]
) -> RegisterRow | None:
    name = cells[places["name"]]
    if not name:
        return None
    if len(name) > MOST_CHARACTERS:
        raise UnitsError(f"单位名称超过 {MOST_CHARACTERS} 字，不像名称。请检查这一行。")
    said = _BETWEEN.split(cells[places["regimes"]]) if "regimes" in places else []
    more = {head[c]: v[:MOST_CHARACTERS] for c, v in enumerate(cells) if v and head[c] and c not in places.values()}
    regimes = tuple(dict.fromkeys((*own, *(known(r) for r in said if r))))
    return RegisterRow(_id(cells[places["id"]] if "id" in places else "", name), name, regimes, more)


def _collected(rows: Iterable[tuple[int, RegisterRow | str | None]]) -> RegisterFile:
    kept: dict[str, tuple[int, RegisterRow]] = {}
    problems: list[str] = []
    refused: list[str] = []
    for line, row in rows:
        if row is None:
            problems.append(f"第 {line} 行没有单位名称，已跳过")
        elif isinstance(row, str):
            refused.append(row)
        elif row.id not in kept:
            kept[row.id] = (line, row)
        else:
            first, before = kept[row.id]
            if before.name != row.name:
                refused.append(f"第 {first} 行和第 {line} 行的编号相同，名称不同。请核对后再导入。")
                continue
            problems.append(f"第 {line} 行与第 {first} 行是同一单位（{row.name}），合为一条")
            regimes = tuple(dict.fromkeys((*before.regimes, *row.regimes)))
            kept[row.id] = (first, RegisterRow(row.id, row.name, regimes, before.attributes | row.attributes))
        if len(kept) > MOST_UNITS:
            raise UnitsError(f"名单超过 {MOST_UNITS} 个单位。请按地区或类别拆开。")
    if not kept and not refused:
        raise UnitsError("名单里没有单位。请在表头下面每行写一个单位。")
    return RegisterFile(tuple(row for _, row in kept.values()), tuple(problems), tuple(refused))


def _id(written: str, name: str) -> str:
    if len(written) > _LONGEST_ID:
        raise UnitsError(f"编号超过 {_LONGEST_ID} 字。请检查这一行。")
    return written or hashlib.sha256(name.encode()).hexdigest()[:16]


def _places(row: Sequence[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for c, cell in enumerate(row[:_MOST_COLUMNS]):
        field = _heads().get("".join(cell.split()).lower())
        if field is not None:
            places.setdefault(field, c)
    return places


@cache
def _heads() -> dict[str, str]:
    path = Path(__file__).with_name("register_columns.yaml")
    table = cast("dict[str, list[str]]", yaml.safe_load(path.read_text(encoding="utf-8")))
    return {word.lower(): field for field, words in table.items() for word in words}
