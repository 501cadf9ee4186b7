"""Options several commands share."""

from __future__ import annotations

import re
from datetime import date

import typer

Day = "YYYY-MM-DD"
"""How a day is written on the command line."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def parse_day(written: str) -> date | None:
    """The day written as YYYY-MM-DD; None when nothing is written. Raises BadParameter for anything else."""
    if not written:
        return None
    day = day_or_none(written)
    if day is None:
        raise typer.BadParameter(f"“{written}”不是日期，请写成 2025-01-31 的样子。", param_hint="--as-of")
    return day


def day_or_none(written: str) -> date | None:
    """The day written as YYYY-MM-DD, or None when it is not one."""
    if not _DAY.fullmatch(written):
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
