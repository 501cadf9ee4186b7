"""`python -m evals.shapes --dir FOLDER`: documents of other bureaus compiled, records found against records counted."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from corpus.compile import compile_document
from corpus.source import read_source
from evals.shapes.found import Line, counts, lines


def main(
    folder: Annotated[Path, typer.Option("--dir", help="文件夹，里面的 .txt 文件逐份编译。")],
) -> None:
    """Compile every .txt file of a folder and print found, counted, suspects, characters left unread, anomalies."""
    counted = counts()
    table = Table("文件", "种类", "数得", "找到", "可疑", "未读字", "提示")
    held: list[Line] = []
    for path in sorted(folder.glob("*.txt")):
        document = compile_document(read_source(path))
        unread = sum(span.end - span.start for span in document.unread)
        own = lines(document, counted.get(path.name, {}))
        held += own
        shown = [line for line in own if line.counted or line.found]
        head = (path.name[:28], str(unread), str(len(document.anomalies)))
        if not shown:
            table.add_row(head[0], "—" if own else "没有数过", "", "", "", *head[1:])
        for line in shown:
            table.add_row(head[0], line.name, str(line.counted), str(line.found), str(line.suspects or ""), *head[1:])
            head = ("", "", "")
    console = Console(width=110)
    console.print(table)
    total, hits = sum(line.counted for line in held), sum(min(line.counted, line.found) for line in held)
    suspects = sum(line.suspects for line in held)
    console.print(
        f"数得 {total}，找到 {hits}（{hits / total:.1%}），多出 {suspects}" if total else "这些文件都没有数过。"
    )


if __name__ == "__main__":
    typer.run(main)
