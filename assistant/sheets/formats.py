"""The file formats a sheet can be written in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.sheets.csv import to_csv
from assistant.sheets.docx import to_docx
from assistant.sheets.ics import to_ics
from assistant.sheets.json import to_json
from assistant.sheets.sheet import Sheet
from assistant.sheets.xlsx import to_xlsx


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how it is written, and what it is called on the web."""

    write: Callable[[Sheet], bytes]
    media_type: str


FORMATS: dict[str, Format] = {
    "docx": Format(to_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xlsx": Format(to_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "ics": Format(to_ics, "text/calendar; charset=utf-8"),
    "csv": Format(to_csv, "text/csv; charset=utf-8"),
    "json": Format(to_json, "application/json"),
}
