"""The duty registry as a table: 序号 / 主要职责 / 具体工作事项 / 责任科室 / 备注, in any order and near wording."""

from __future__ import annotations

import re
from itertools import pairwise

from corpus.grid import Cell, Grid
from corpus.records import Duty, Span
from corpus.shapes.columns import NOTE, NUMBER, match_columns, set_aside_cells, table_title
from corpus.shapes.guide_table import contacts
from corpus.shapes.handling_section import handling_sections, named_sections
from corpus.shapes.items import cut_items
from corpus.shapes.reading import Reading
from corpus.shapes.table_view import TableView

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


def read_registry(text: str, grid: Grid) -> Reading | None:
    """Duties of a registry table: one for each row and responsible section. None for a table without such a header.

    Without a column of sections, the remarks or 责任单位：… in a cell may name them.
    """
    columns = match_columns(grid.header, _COLUMNS)
    view = TableView(text, grid)
    if not ({"items", "main"} & columns.keys()):
        return None
    if "section" not in columns and not any(handling_sections(view, row) for row in grid.rows):
        return None
    if "main" not in columns and view.columns.get("matter", -1) not in (-1, *columns.values()):
        columns["main"] = view.columns["matter"]
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
        if "section" in cells:
            sections = named_sections(text, cells["section"].span) or [(cells["section"].text, cells["section"].span)]
        else:
            sections = handling_sections(view, row) or [("", Span(body.span.end, body.span.end))]
        aside += [(Span(a.end, b.start), "分隔号") for (_, a), (_, b) in pairwise(sections)]
        for section, section_span in sections:
            duties.append(_duty(text, len(duties), title, cells, body, section, section_span))
    return Reading(duties=tuple(duties), guides=contacts(view), set_aside=tuple(aside))


def _carry(cells: dict[str, Cell], carried: dict[str, Cell]) -> None:
    """Fill merged cells from above: number and main duty together, the section by itself."""
    number, main = cells.get("number"), cells.get("main")
    merged = not (number and number.text) and not (main and main.text)
    for name in ("number", "main"):
        if name in cells and merged and name in carried:
            cells[name] = carried[name]
    if "section" in cells and not cells["section"].text and "section" in carried:
        cells["section"] = carried["section"]
    carried.update({name: cell for name, cell in cells.items() if name in ("number", "main", "section")})


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
