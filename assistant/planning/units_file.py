"""Lists of units from files: Excel, CSV, JSON (lines or an array), plain text with a name a line."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, cast

from assistant.planning.units import MOST_BYTES, MOST_UNITS, Row, UnitList, UnitsError, build_list

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOOKS = (b"PK", b"\xd0\xcf\x11\xe0")
"""Begin a spreadsheet, new or old."""
_FIELDS = ("name", "stratum", "checked")


def read_units(name: str, content: bytes) -> UnitList:
    """The units of a file, told apart by content first and by the suffix of its name then.

    Raises UnitsError for what is empty, too large, broken, locked, or no list.
    """
    if len(content) > MOST_BYTES:
        raise UnitsError(f"文件“{name}”超过 {MOST_BYTES // 1_000_000} MB。请只留单位名称等几列，或拆成几份。")
    if content.startswith(_BOOKS) or name.lower().endswith((".xlsx", ".xls")):
        return _from_xlsx(content)
    text = _decoded(name, content)
    suffix = Path(name).suffix.lower()
    if suffix in {".json", ".jsonl", ".ndjson"} or text.lstrip().startswith(("{", "[{", '["')):
        return from_objects(_json(text))
    if suffix == ".tsv" or (suffix not in {".csv", ".txt"} and "\t" in text[:2000]):
        return _from_grid(enumerate(csv.reader(text.splitlines(), delimiter="\t"), 1))
    first = next((line for line in text.splitlines() if line.strip()), "")
    if suffix == ".csv" or _head_of(next(csv.reader([first]), [])):
        return _from_grid(_csv_rows(text))
    return build_list(
        (Row(n, line) for n, line in enumerate(text.splitlines(), 1)), has_strata=False, has_checked=False
    )


def read_grid(name: str, content: bytes) -> list[tuple[int, Sequence[str]]]:
    """The rows of a spreadsheet, CSV or tab-separated file, each with its line.

    Raises UnitsError for what is too large, broken, locked, or no text.
    """
    if len(content) > MOST_BYTES:
        raise UnitsError(f"文件“{name}”超过 {MOST_BYTES // 1_000_000} MB。请只留需要的几列，或拆成几份。")
    if content.startswith(_BOOKS) or name.lower().endswith((".xlsx", ".xls")):
        return list(enumerate(_xlsx_rows(content), 1))
    text = _decoded(name, content)
    tabs = "\t" in text[:2000] and not name.lower().endswith(".csv")
    return list(_csv_rows(text, "\t" if tabs else ","))


def from_objects(items: Sequence[tuple[int, object]]) -> UnitList:
    """Units given as names, or as objects with the fields that heads of columns are known by; each with its line."""
    heads = _heads()
    rows: list[Row] = []
    seen: set[str] = set()
    for line, item in items:
        if isinstance(item, str):
            rows.append(Row(line, item))
            continue
        if not isinstance(item, dict):
            raise UnitsError(f"第 {line} 行既不是单位名称，也不是带“name”的对象。")
        fields = {heads[k.lower()]: v for k, v in cast("dict[str, Any]", item).items() if k.lower() in heads}
        if any(not isinstance(v, str | int | None) for v in fields.values()):
            raise UnitsError(f"第 {line} 行的值应为文字。")
        if "name" not in fields:
            raise UnitsError(f"第 {line} 行没有单位名称：请用 name 或“单位名称”。")
        seen |= set(fields)
        rows.append(Row(line, **{f: str(fields.get(f) or "") for f in _FIELDS}))
    return build_list(rows, has_strata="stratum" in seen, has_checked="checked" in seen)


def _from_xlsx(content: bytes) -> UnitList:
    return _from_grid(enumerate(_xlsx_rows(content), 1))


def _xlsx_rows(content: bytes) -> list[tuple[str, ...]]:
    from assistant.sheets.xlsx import WorkbookError, read_rows

    try:
        return read_rows(content, most=MOST_UNITS * 2)
    except WorkbookError as error:
        raise UnitsError(str(error)) from error


def _from_grid(grid: Iterable[tuple[int, Sequence[str]]]) -> UnitList:
    """Rows under a head; without a head a single column holds the names."""
    rows = [(n, row) for n, row in grid]
    start = next((i for i, (_, row) in enumerate(rows) if any(c.strip() for c in row)), 0)
    # A title may stand above the head.
    at = next((i for i in range(start, min(start + 5, len(rows))) if _head_of(rows[i][1])), None)
    if at is None:
        if any(len(row) > 1 and any(c.strip() for c in row[1:]) for _, row in rows[start : start + 20]):
            raise UnitsError("表里有几列，却认不出哪一列是名称。请在表头写“单位名称”（分类写“类别”）。")
        return build_list(
            (Row(n, row[0] if row else "") for n, row in rows[start:]), has_strata=False, has_checked=False
        )
    places = _head_of(rows[at][1])
    body = [Row(n, **{f: row[c] if c < len(row) else "" for f, c in places.items()}) for n, row in rows[at + 1 :]]
    return build_list(_trimmed(body), has_strata="stratum" in places, has_checked="checked" in places)


def _trimmed(rows: list[Row]) -> list[Row]:
    """Without the empty rows that spreadsheets keep below a table."""
    while rows and not (rows[-1].name.strip() or rows[-1].stratum.strip()):
        rows.pop()
    return rows


def _head_of(row: Sequence[str]) -> dict[str, int]:
    """Field → column, where the row is a head; else nothing."""
    heads = _heads()
    places: dict[str, int] = {}
    for c, cell in enumerate(row):
        field = heads.get("".join(cell.split()).lower().strip("\ufeff"))
        if field is not None:
            places.setdefault(field, c)
    return places if "name" in places else {}


@cache
def _heads() -> dict[str, str]:
    import yaml

    path = Path(__file__).with_name("columns.yaml")
    table = cast("dict[str, list[str]]", yaml.safe_load(path.read_text(encoding="utf-8")))
    return {word.lower(): field for field, words in table.items() for word in words}


def _csv_rows(text: str, delimiter: str = ",") -> list[tuple[int, list[str]]]:
    try:
        reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
        return [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise UnitsError("CSV 里有引号没有配对，读不出内容。请用表格软件另存一次，或改存为 .xlsx。") from error


def _decoded(name: str, content: bytes) -> str:
    for encoding in ("utf-16",) if content.startswith(_UTF16) else ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnitsError(f"文件“{name}”不是文字：认不出编码。请另存为 UTF-8 的 CSV，或 .xlsx。")


def _json(text: str) -> list[tuple[int, object]]:
    stripped = text.strip()
    try:
        if stripped.startswith("["):
            return list(enumerate(cast("list[object]", json.loads(stripped)), 1))
        return [(n, json.loads(line)) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    except (ValueError, RecursionError) as error:
        at = getattr(error, "lineno", None)
        where = f"（第 {at} 行附近）" if at and stripped.startswith("[") else ""
        raise UnitsError(f'JSON 读不懂{where}。每行写一个对象，例如 {{"name": "单位名称"}}。') from error
