"""`python -m evals.layouts`: invented documents as PDF files in many layouts, facts read against facts written."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from evals.layouts.browser import can_print, print_pdf
from evals.layouts.documents import Made, made_documents
from evals.layouts.draw import as_pdf
from evals.layouts.layout import PROSE_LAYOUTS, TABLE_LAYOUTS, Layout
from evals.layouts.measure import Score, score

_DRAWN_ONLY = ("rotated", "turned")
"""Papers that only the first writer knows."""


def main(
    browser: Annotated[bool, typer.Option("--browser", help="浏览器打印的也量（每份几秒）。")] = False,
    missed: Annotated[bool, typer.Option("--missed", help="只列没有全对的。")] = False,
) -> None:
    """Print facts written, found and invented by layout and writer, and the sums."""
    writers: list[tuple[str, Callable[[Made, Layout], bytes]]] = [("绘制", as_pdf)]
    if browser and can_print():
        writers.append(("浏览器", print_pdf))
    table = Table("写法", "版式", "文件", "写入", "读出", "多出")
    sums: dict[str, Score] = {}
    began = time.process_time()
    for writer, write in writers:
        for layout, made in _cases():
            if writer != "绘制" and (layout.paper in _DRAWN_ONLY or layout.extras or layout.spread):
                continue
            result = score(made, write(made, layout))
            sums[writer] = sums.get(writer, Score(0, 0, 0)) + result
            if not missed or result.found < result.written or result.invented:
                row = (result.written, result.found, result.invented)
                table.add_row(writer, layout.name, made.name, *map(str, row))
    console = Console(width=110)
    console.print(table)
    for writer, total in sums.items():
        console.print(
            f"{writer}：写入 {total.written}，读出 {total.found}（召回 {total.recall:.1%}），多出 {total.invented}（精确 {total.precision:.1%}）"
        )
    console.print(f"{time.process_time() - began:.0f} 秒处理器时间")


def _cases() -> list[tuple[Layout, Made]]:
    documents = made_documents()
    tables = [(layout, made) for layout in TABLE_LAYOUTS for made in documents.values() if made.rows]
    return tables + [(layout, made) for layout in PROSE_LAYOUTS for made in documents.values() if not made.rows]


if __name__ == "__main__":
    typer.run(main)
