"""Papers as print-ready pages: one HTML file without outside resources, A4, footnotes gathered at the end."""

from __future__ import annotations

from html import escape

from assistant.papers.html_style import STYLE
from assistant.papers.paper import (
    Blank,
    Block,
    Closing,
    Fields,
    Heading,
    Line,
    Note,
    Notice,
    Paper,
    Paragraph,
    Signatures,
    Table,
    Text,
)


def to_html(paper: Paper) -> str:
    """A whole page; the same paper gives the same text."""
    writer = _Writer()
    head = writer.masthead(paper)
    body = "\n".join(writer.block(b) for b in paper.blocks)
    page = "A4 landscape" if paper.landscape else "A4"
    return (
        f'<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(paper.title)}</title>\n'
        f"<style>@page {{ size: {page}; }}\n{STYLE}</style>\n</head>\n<body>\n<main>\n{head}\n{body}\n{writer.notes()}"
        "</main>\n</body>\n</html>\n"
    )


class _Writer:
    def __init__(self) -> None:
        self._notes: list[str] = []

    def masthead(self, paper: Paper) -> str:
        issuer = f'<p class="issuer">{escape(paper.issuer)}</p>' if paper.issuer else ""
        number = f'<p class="number">{self._line(paper.number)}</p>' if paper.issuer and paper.number else ""
        return f"{issuer}{number}<h1>{escape(paper.title)}</h1>"

    def notes(self) -> str:
        if not self._notes:
            return ""
        items = "\n".join(
            f'<li id="n{i}">{escape(text)} <a href="#r{i}" aria-label="回到正文">↑</a></li>'
            for i, text in enumerate(self._notes, 1)
        )
        return f'<section class="notes" aria-label="引用依据">\n<h2>引用依据</h2>\n<ol>\n{items}\n</ol>\n</section>\n'

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                level = min(block.level, 2) + 1
                return f"<h{level}>{self._line(block.line)}</h{level}>"
            case Paragraph():
                classes = " ".join(filter(None, (block.align if block.align != "left" else "", "in" * block.indent)))
                return f'<p class="{classes}">{self._line(block.line)}</p>'
            case Fields():
                rows = "".join(
                    f'<tr{_tall(block, label)}><th scope="row">{escape(label)}</th><td>{self._line(line)}</td></tr>'
                    for label, line in block.rows
                )
                return f'<table class="fields"><tbody>{rows}</tbody></table>'
            case Table():
                return self._table(block)
            case Signatures():
                return self._signatures(block)
            case Notice():
                return f'<p class="notice" role="note"><strong>提示：</strong>{self._line(block.line)}</p>'
            case Closing():
                label = f"<p>{self._line(block.label)}</p>" if block.label else ""
                seal = '<p class="seal">（盖章处）</p>' if block.seal else ""
                return f'{label}<div class="closing"><p>{self._line(block.issuer)}</p><p>{self._line(block.date)}</p>{seal}</div>'

    def _line(self, line: Line) -> str:
        return "".join(self._inline(i) for i in line)

    def _inline(self, inline: Text | Blank | Note) -> str:
        match inline:
            case Text():
                return f"<strong>{escape(inline.text)}</strong>" if inline.bold else escape(inline.text)
            case Blank():
                return f'<mark class="blank">{escape(inline.mark)}</mark>'
            case Note():
                self._notes.append(inline.text)
                n = len(self._notes)
                return f'<sup><a id="r{n}" href="#n{n}">{n}</a></sup>'

    def _table(self, block: Table) -> str:
        shares = block.widths or (1.0,) * len(block.head)
        columns = "".join(f'<col style="width:{100 * s / sum(shares):.1f}%">' for s in shares)
        head = "".join(f'<th scope="col">{escape(h)}</th>' for h in block.head)
        rows: list[str] = []
        for row in block.rows:
            marks = [' class="center"' if i in block.centred else "" for i in range(len(row))]
            cells = (f"<td{mark}>{self._line(cell)}</td>" for mark, cell in zip(marks, row, strict=True))
            rows.append(f"<tr>{''.join(cells)}</tr>")
        caption = f"<caption>{escape(block.caption)}</caption>" if block.caption else ""
        return (
            f'<div class="wide"><table>{caption}<colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead>\n'
            f"<tbody>{''.join(rows)}</tbody></table></div>"
        )

    def _signatures(self, block: Signatures) -> str:
        pairs = [block.labels[i : i + 2] for i in range(0, len(block.labels), 2)]
        rows: list[str] = []
        for pair in pairs:
            wide = " colspan=3" if len(pair) == 1 else ""
            cells = (f'<th scope="row">{escape(label)}</th><td{wide}></td>' for label in pair)
            rows.append(f"<tr>{''.join(cells)}</tr>")
        return f'<table class="sign"><tbody>{"".join(rows)}</tbody></table>'


def _tall(block: Fields, label: str) -> str:
    return ' class="tall"' if label in block.tall else ""
