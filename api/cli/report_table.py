"""A Report as a table for the terminal: coloured where a person reads, plain where a program does."""

from __future__ import annotations

import re

from rich.console import Console
from rich.table import Table
from rich.text import Text

from api.verdict_words import KIND_WORDS, VERDICT_WORDS, totals_in_words
from assistant.claims.report import Report, Verdict

_STYLES: dict[Verdict, str] = {
    "supported": "green",
    "contradicted": "bold red",
    "not_in_corpus": "yellow",
    "unclear": "cyan",
}
_PIPED_WIDTH = 120
_LONGEST_QUOTE = 120


def print_report(report: Report, text: str) -> None:
    """One row a claim in reading order, then the quotes they rest on, then the totals."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=_PIPED_WIDTH)
    if report.claims:
        console.print(_table(report, text))
        _print_quotes(console, report)
    console.print(Text(totals_in_words(report.totals)))


def _table(report: Report, text: str) -> Table:
    table = Table(show_lines=False, expand=False)
    for title in ("行", "说法", "类别", "结论", "理由", "依据"):
        table.add_column(title, justify="right" if title == "行" else "left", overflow="fold")
    for claim in report.claims:
        line = text.count("\n", 0, claim.start) + 1
        verdict = Text(VERDICT_WORDS[claim.verdict], style=_STYLES[claim.verdict])
        marks = "".join(f"[{c.n}]" for c in claim.citations)
        table.add_row(
            str(line), Text(_tight(claim.text)), KIND_WORDS[claim.kind], verdict, Text(claim.reason), Text(marks)
        )
    return table


def _print_quotes(console: Console, report: Report) -> None:
    quotes = {c.n: c for claim in report.claims for c in claim.citations}
    for n in sorted(quotes):
        c = quotes[n]
        quote = _tight(c.quote)
        shown = quote if len(quote) <= _LONGEST_QUOTE else quote[: _LONGEST_QUOTE - 1] + "…"
        console.print(Text(f"[{n}] {' › '.join([c.title, *c.path])}：“{shown}”", style="dim"), soft_wrap=True)


def _tight(text: str) -> str:
    return re.sub(r"\s+", "", text)
