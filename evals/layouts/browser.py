"""The same documents as a browser prints them: another writer, with its own ways of placing letters and cutting pages."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from html import escape
from pathlib import Path

from evals.layouts.documents import COVERED, Made
from evals.layouts.layout import Layout

_SECONDS = 120
_BORDERS = {
    "all": "td{border:1px solid #000}",
    "levels": "tr{border-bottom:1px solid #000}table{border-top:1px solid #000}",
    "three": "table{border-top:2px solid #000;border-bottom:2px solid #000}tr.h{border-bottom:1px solid #000}",
    "none": "",
    "bands": "tr:nth-child(even){background:#e5e5e5;-webkit-print-color-adjust:exact}",
    "uprights": "td{border-left:1px solid #000;border-right:1px solid #000}table{border:1px solid #000}",
    "bars": "td{border:2px solid #333}",
}


def can_print() -> bool:
    """Whether the browser is installed."""
    return shutil.which("chromium") is not None


def print_pdf(made: Made, layout: Layout) -> bytes:
    """The file's bytes. Raises OSError where the browser is not there or does not print."""
    with tempfile.TemporaryDirectory(prefix="renshe-print-") as name:
        folder = Path(name)
        page, printed = folder / "页.html", folder / "页.pdf"
        page.write_text(_page(made, layout), "utf-8")
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
        command += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
        command += ["--no-pdf-header-footer", f"--user-data-dir={folder / 'profile'}"]
        subprocess.run([*command, f"--print-to-pdf={printed}", page.as_uri()], capture_output=True, timeout=_SECONDS)
        return printed.read_bytes()


def _page(made: Made, layout: Layout) -> str:
    size = "A4 landscape" if layout.paper != "portrait" else "A4"
    size = "210mm 134mm" if layout.low else size
    align = "middle" if layout.middle else "top"
    style = (
        f"@page{{size:{size};margin:18mm}}body{{font:11pt 'Noto Serif CJK SC'}}table{{border-collapse:collapse;width:100%}}"
        f"td{{font-size:9pt;padding:{'0' if layout.tight else '3pt'} 4pt;vertical-align:{align}}}p{{text-indent:2em;margin:2pt 0}}"
        f"h1{{font-size:14pt;text-align:center}}.text{{columns:{2 if layout.newspaper else 1}}}{_BORDERS[layout.rules]}"
    )
    lines = "".join(f"<p>{escape(line)}</p>" for line in made.before)
    rest = "".join(f"<p>{escape(line)}</p>" for line in made.after)
    table = _table(made, layout) if made.rows else ""
    body = f"<h1>{made.title}</h1><div class=text>{lines}</div>{table}{rest}"
    return f"<!DOCTYPE html><meta charset=utf-8><style>{style}</style><body>{body}</body>"


def _table(made: Made, layout: Layout) -> str:
    total = sum(made.widths)
    columns = "".join(f"<col style='width:{100 * width / total}%'>" for width in made.widths)
    rows: list[str] = []
    for r, row in enumerate(made.rows):
        cells = "".join(
            f"<td rowspan={made.spans(r, c)}>{escape(words)}</td>" for c, words in enumerate(row) if words != COVERED
        )
        kind = "thead" if r == 0 and layout.repeat else "tbody"
        rows.append(
            f"<{kind}><tr class={'h' if r == 0 else 'b'}>{cells}</tr></{kind}>" if r == 0 else f"<tr>{cells}</tr>"
        )
    return f"<table>{columns}{''.join(rows)}</table>"
