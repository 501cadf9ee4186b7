"""The duty registry as a table: 序号 / 主要职责 / 具体工作事项 / 责任科室 / 备注, in any order and near wording."""

from __future__ import annotations

import re
from itertools import pairwise

from corpus.grid import Cell, Grid
from corpus.records import Duty, Span
from corpus.shapes.columns import NOTE, NUMBER, match_columns, set_aside_cells, table_title
from corpus.shapes.items import cut_items
from corpus.shapes.reading import Reading
from corpus.tidy import tidy

_COLUMNS = {
    "number": NUMBER,
    "section": re.compile(
        r"(?:责任|承办|牵头|主办|经办|具体|实施|负责|所属|内设)*(?:[科股处]室|科（股）室|股（科）室|机构|责任单位|承办单位)(?:名称)?(?:[（(](?:科室|股室|处室)[）)])?"
    ),
    "items": re.compile(
        r"具体(?:工作)?(?:事项|职责|内容|任务)|工作(?:事项|内容|任务|职责)|职责内容|(?:权力|项目|服务|公开)?事项(?:名称)?"
    ),
    "main": re.compile(r"(?:主要|部门|法定|基本)?(?:工作)?(?:职责|职能)(?:名称)?"),
    "note": NOTE,
}
_SEPARATOR = re.compile(r"[、，,；;/]")


def read_registry(text: str, grid: Grid) -> Reading | None:
    """Duties of a registry table: one for each row and responsible section. None for a table without such a header."""
    columns = match_columns(grid.header, _COLUMNS)
    if "section" not in columns or not ({"items", "main"} & columns.keys()):
        return None
    title = table_title(text, grid)
    duties: list[Duty] = []
    aside = list(set_aside_cells(grid, columns))
    carried: dict[str, Cell] = {}
    for row in grid.rows:
        cells = {name: row[at] for name, at in columns.items()}
        _carry(cells, carried)
        body = cells.get("items") or cells.get("main")
        if body is None or not body.text:
            body = cells.get("main")
        if body is None or not body.text:
            continue
        sections = _sections(text, cells["section"])
        aside += [(Span(a.end, b.start), "分隔号") for (_, a), (_, b) in pairwise(sections)]
        for section, section_span in sections:
            duties.append(_duty(text, len(duties), title, cells, body, section, section_span))
    return Reading(duties=tuple(duties), set_aside=tuple(aside))


def _carry(cells: dict[str, Cell], carried: dict[str, Cell]) -> None:
    """Fill merged cells from above: number and main duty together, the section by itself."""
    number, main = cells.get("number"), cells.get("main")
    merged = not (number and number.text) and not (main and main.text)
    for name in ("number", "main"):
        if name in cells and merged and name in carried:
            cells[name] = carried[name]
    if not cells["section"].text and "section" in carried:
        cells["section"] = carried["section"]
    carried.update({name: cell for name, cell in cells.items() if name in ("number", "main", "section")})


def _sections(text: str, cell: Cell) -> list[tuple[str, Span]]:
    """The sections a cell names (`办公室、基金股` are two), with the span of each name."""
    view = tidy(text, cell.span)
    names: list[tuple[str, Span]] = []
    start = 0
    for end in [*(match.start() for match in _SEPARATOR.finditer(view.text)), len(view.text)]:
        if start < end:
            names.append((view.text[start:end], view.source(start, end)))
        start = end + 1
    return names or [(cell.text, cell.span)]


def _duty(
    text: str, index: int, title: str, cells: dict[str, Cell], body: Cell, section: str, section_span: Span
) -> Duty:
    main, number = cells.get("main"), cells.get("number")
    digits = number.text if number else ""
    return Duty(
        index=index,
        number=digits,
        main=main.text if main else "",
        main_span=main.span if main and main.text else None,
        text=body.text,
        span=body.span,
        items=cut_items(text, body.span),
        section=section,
        section_span=section_span,
        path=tuple(part for part in (title, f"序号{digits}" if digits else "") if part),
    )
