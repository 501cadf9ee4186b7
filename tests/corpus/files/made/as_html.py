"""Writes a document as a web page: real tables with spanned cells, among menus and scripts."""

from __future__ import annotations

from html import escape

from made.model import MadeTable

_HEAD = (
    "<!DOCTYPE html><html><head><meta charset='{charset}'><title>某某网站</title><style>p{{color:red}}</style>"
    "<script>var menu = '首页';</script></head><body><nav><a href='/'>首页</a><a href='/x'>政务公开</a></nav><div class='main'>"
)
_FOOT = "</div><div class='footer'><p>版权所有　联系我们</p></div><script>share()</script></body></html>"


def as_html(blocks: list[str | MadeTable], charset: str = "utf-8", furniture: bool = True) -> bytes:
    """The page's bytes, with or without menus."""
    body = "\n".join(f"<p>{escape(b)}</p>" if isinstance(b, str) else _table(b) for b in blocks)
    head, foot = (_HEAD, _FOOT) if furniture else ("<!DOCTYPE html><meta charset='{charset}'><body>", "</body>")
    return (head.format(charset=charset) + body + foot).encode(charset)


def _table(table: MadeTable) -> str:
    rows: list[str] = []
    for r, row in enumerate(table.rows):
        cells = (
            f"<td rowspan='{table.down(r, c)}'>{'<br>'.join(escape(words).split(chr(10)))}</td>"
            for c, words in enumerate(row)
            if words is not None
        )
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table border='1'>{''.join(rows)}</table>"
