"""Ways in which a page is laid out: the axes along which the files of bureaus differ."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Rules = Literal["all", "levels", "three", "none", "bands", "uprights", "bars"]
"""Lines drawn: all; one under each row; three (over and under the header, under the table); none; none, but every other
row tinted; upright ones and the frame; all, but as thin filled bars."""
Paper = Literal["portrait", "landscape", "rotated", "turned"]
"""`rotated`: upright pages with /Rotate; `turned`: the drawing itself turned on an upright page."""


@dataclass(frozen=True)
class Layout:
    """One way to lay a document out."""

    rules: Rules = "all"
    paper: Paper = "portrait"
    middle: bool = False
    """Cells centred from top to bottom, narrow ones also from left to right."""
    tight: bool = False
    """No more room between rows than between the lines of a cell."""
    low: bool = False
    """Pages so low that the table takes several."""
    repeat: bool = True
    """The header again on each page."""
    newspaper: bool = False
    """Two columns of text a page."""
    extras: bool = False
    """A watermark across the page, white words, a stamp in a frame at the margin."""
    spread: bool = False
    """Blanks between the letters of short header names: 序 号."""

    @property
    def name(self) -> str:
        """What sets it apart (`levels landscape middle`)."""
        marks = ("middle", "tight", "low", "newspaper", "extras", "spread")
        words = [self.rules, *([] if self.paper == "portrait" else [self.paper])]
        words += [mark for mark in marks if getattr(self, mark)]
        return " ".join([*words, *([] if self.repeat else ["once"])])


_RULES: tuple[Rules, ...] = ("all", "levels", "three", "none", "bands", "uprights", "bars")
TABLE_LAYOUTS: tuple[Layout, ...] = (
    *(Layout(rules) for rules in _RULES),
    *(Layout(rules, middle=True) for rules in _RULES),
    *(Layout(rules, low=True) for rules in _RULES),
    *(Layout(rules, low=True, repeat=False, middle=True) for rules in ("all", "levels", "none")),
    *(
        Layout(rules, paper=paper)
        for rules in ("all", "levels", "none")
        for paper in ("landscape", "rotated", "turned")
    ),
    *(Layout(rules, extras=True) for rules in ("all", "levels", "none")),
    *(Layout(rules, spread=True) for rules in ("all", "none")),
    Layout("none", tight=True),
    Layout("three", tight=True),
)
PROSE_LAYOUTS: tuple[Layout, ...] = tuple(
    replace(Layout("none"), newspaper=newspaper, low=low, paper=paper, extras=extras)
    for newspaper, low, paper, extras in (
        (False, False, "portrait", False),
        (False, True, "portrait", False),
        (True, False, "portrait", False),
        (True, True, "portrait", False),
        (True, False, "landscape", False),
        (True, False, "turned", False),
        (False, False, "rotated", False),
        (False, False, "portrait", True),
        (True, False, "portrait", True),
    )
)
