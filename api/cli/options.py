"""Options several commands share."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

import typer

Day = "YYYY-MM-DD"
"""How a day is written on the command line."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def parse_day(written: str, hint: str = "--as-of") -> date | None:
    """The day written as YYYY-MM-DD; None when nothing is written. Raises BadParameter naming the option `hint`."""
    if not written:
        return None
    day = day_or_none(written)
    if day is None:
        raise typer.BadParameter(f"“{written}”不是日期，请写成 2025-01-31 的样子。", param_hint=hint)
    return day


def day_or_none(written: str) -> date | None:
    """The day written as YYYY-MM-DD, or None when it is not one."""
    if not _DAY.fullmatch(written):
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def numbers_by_name(written: list[str], hint: str) -> tuple[int | None, dict[str, int]]:
    """A number by itself (`26`) and numbers with a name (`劳务派遣=26`). Raises BadParameter for anything else."""
    total: int | None = None
    named: dict[str, int] = {}
    for item in written:
        name, _, digits = item.rpartition("=")
        if not digits.strip().isdecimal() or int(digits) < 1:
            raise typer.BadParameter(f"“{item}”应是正整数，或 劳务派遣=26 的样子。", param_hint=hint)
        if name:
            named[name.strip()] = int(digits)
        elif total is not None:
            raise typer.BadParameter("总数只写一个；几项制度分别写 劳务派遣=26 的样子。", param_hint=hint)
        else:
            total = int(digits)
    return total, named


def parse_share(written: str) -> Fraction | None:
    """A share written as `30%`, `0.3` or `3/10`; None when nothing is written. Raises BadParameter for anything else."""
    text = written.strip().replace("％", "%")
    if not text:
        return None
    try:
        return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise typer.BadParameter(f"“{written}”不是比例，请写成 30% 的样子。", param_hint="--share") from None
