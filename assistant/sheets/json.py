"""Sheets as JSON: the data behind the tables."""

from __future__ import annotations

import json

from assistant.sheets.sheet import Sheet


def to_json(sheet: Sheet) -> bytes:
    """UTF-8, two blanks of indent, a closing line feed; keys in the order of the data."""
    return (json.dumps(sheet.data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
