"""Printing: with colour and wrapping where a person reads, plain lines where a program does."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

import typer

Style = Literal["plain", "heading", "strong", "faint", "warning"]

_RICH_STYLES: dict[Style, str] = {
    "plain": "",
    "heading": "bold blue",
    "strong": "bold",
    "faint": "dim",
    "warning": "yellow",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of output and what it is."""

    text: str = ""
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Branch:
    """A node of an outline."""

    text: str
    branches: Sequence[Branch] = field(default=())
    style: Style = "plain"


def print_lines(lines: Iterable[Line]) -> None:
    """Print lines, coloured when standard output is a terminal."""
    if not sys.stdout.isatty():
        for line in lines:
            typer.echo(line.text)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for line in lines:
        console.print(Text(line.text, style=_RICH_STYLES[line.style]))


def print_tree(root: Branch) -> None:
    """Print an outline: a drawn tree on a terminal, two blanks a level otherwise."""
    if not sys.stdout.isatty():
        _print_indented(root, 0)
        return
    from rich.console import Console
    from rich.text import Text
    from rich.tree import Tree

    def grow(branch: Branch, under: Tree | None) -> Tree:
        label = Text(branch.text, style=_RICH_STYLES[branch.style])
        tree = under.add(label) if under else Tree(label)
        for child in branch.branches:
            grow(child, tree)
        return tree

    Console(highlight=False).print(grow(root, None))


def _print_indented(branch: Branch, depth: int) -> None:
    typer.echo("  " * depth + branch.text)
    for child in branch.branches:
        _print_indented(child, depth + 1)
