"""Recognises a table by its header words, in any order of columns."""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.grid import Cell, Grid
from corpus.records import Span
from corpus.tidy import tidy, trim
from corpus.wording import is_field, title_like

NUMBER = re.compile(r"序号|编号")
NOTE = re.compile(r"备注|说明")
_TABLE_NUMBER = re.compile(r"[附]?[表件](?:[一二三四五六七八九十\d]{1,3})?[:：]?")
_TITLE_LINES = 6
"""Lines above a table among which its title is looked for."""


def match_columns(header: tuple[Cell, ...], patterns: Mapping[str, re.Pattern[str]]) -> dict[str, int]:
    """Column name → index: each name takes the first free header cell that its pattern matches in full."""
    columns: dict[str, int] = {}
    for name, pattern in patterns.items():
        for i, cell in enumerate(header):
            if i not in columns.values() and pattern.fullmatch(cell.text):
                columns[name] = i
                break
    return columns


def table_title(text: str, grid: Grid) -> str:
    """The title line above a table, tidy; empty where there is none."""
    return tidy(text, title_span(text, grid)).text


def title_span(text: str, grid: Grid) -> Span:
    """Where the title line above a table stands; an empty span where there is none."""
    end = grid.span.start
    for _ in range(_TITLE_LINES):
        end = trim(text, Span(0, end)).end
        start = text.rfind("\n", 0, end) + 1
        words = tidy(text, Span(start, end)).text
        if title_like(words) and not _TABLE_NUMBER.fullmatch(words):
            return trim(text, Span(start, end))
        if not is_field(words) and not _TABLE_NUMBER.fullmatch(words):
            break
        end = start
    return Span(grid.span.start, grid.span.start)


def set_aside_cells(grid: Grid, columns: Mapping[str, int]) -> tuple[tuple[Span, str], ...]:
    """Header cells, drawn lines, row numbers and notes of a table that a shape has read, and columns that it has not."""
    aside = [(cell.span, "表头") for cell in (*grid.header, *grid.groups)]
    aside += [(line, "表格线") for line in grid.lines]
    for i, cell in enumerate(grid.header):
        if i not in columns.values():
            aside += [(row[i].span, f"“{cell.text}”栏") for row in grid.rows]
    for name, reason in (("number", "表格序号"), ("note", "备注栏")):
        if name in columns:
            aside += [(row[columns[name]].span, reason) for row in grid.rows]
    return tuple((span, reason) for span, reason in aside if span.start < span.end)
