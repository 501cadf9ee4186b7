"""Numbers that exist only as list style: rendered as Word shows them, so that （一） is in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.files.docx.names import switched_on, value, w, whole
from corpus.files.docx.ordinals import ordinal
from corpus.files.docx.styles import Styles
from corpus.files.element import Element

_PLACE = re.compile(r"%([1-9])")
_TOUCHES = re.compile(r"[\s、，。．：:）)】〕》—-]$")
"""A label that ends so needs no blank before the words."""


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list."""

    form: str
    pattern: str
    start: int
    restart: int | None
    """Level (from 1) whose step starts this one anew; 0 never; None: any level above."""
    legal: bool
    touching: bool
    """No tab or blank after the label."""


@dataclass(slots=True)
class _List:
    """The counters of one abstract list, shared by all lists made from it."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict[int, int])


class Numbering:
    """Counts list paragraphs in document order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._numbers: dict[str, tuple[str, dict[int, int], dict[int, _Level]]] = {}
        self._started: set[str] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        links: dict[str, str] = {}
        for abstract in root.findall(w("abstractNum")):
            name = value(abstract, "abstractNumId") or ""
            self._lists[name] = _List(_levels(abstract))
            if link := value(abstract.find(w("styleLink"))):
                links[link] = name
        for abstract in root.findall(w("abstractNum")):
            target = links.get(value(abstract.find(w("numStyleLink"))) or "")
            if target:
                self._lists[value(abstract, "abstractNumId") or ""] = self._lists[target]
        for number in root.findall(w("num")):
            starts: dict[int, int] = {}
            levels: dict[int, _Level] = {}
            for override in number.findall(w("lvlOverride")):
                at = int(value(override, "ilvl") or 0)
                if (start := override.find(w("startOverride"))) is not None:
                    starts[at] = whole(start, 1)
                if (level := override.find(w("lvl"))) is not None:
                    levels[at] = _level(level)
            name = value(number.find(w("abstractNumId"))) or ""
            self._numbers[value(number, "numId") or ""] = (name, starts, levels)

    def label(self, paragraph: Element) -> str:
        """The label of the next paragraph as Word draws it; empty for one without number."""
        properties = paragraph.find(w("pPr"))
        style = None if properties is None else value(properties.find(w("pStyle")))
        own = None if properties is None else properties.find(w("numPr"))
        styled = self._styles.numbering(style)
        number = _given(own, "numId") or _given(styled, "numId")
        at = int(_given(own, "ilvl") or _given(styled, "ilvl") or 0)
        if not number or number == "0" or number not in self._numbers:
            return ""
        name, starts, overrides = self._numbers[number]
        found = self._lists.get(name)
        if found is None:
            return ""
        levels = {**found.levels, **overrides}
        level = levels.get(at)
        if level is None:
            return ""
        if number not in self._started:
            self._started.add(number)
            found.counts.update({i: start - 1 for i, start in starts.items()})
        self._count(found, levels, at, starts)
        return _render(level, levels, found.counts)

    @staticmethod
    def _count(found: _List, levels: dict[int, _Level], at: int, starts: dict[int, int]) -> None:
        for above in range(at):
            if above in levels and above not in found.counts:
                found.counts[above] = levels[above].start
        level = levels[at]
        found.counts[at] = found.counts.get(at, level.start - 1) + 1
        for below in [i for i in found.counts if i > at]:
            restart = levels[below].restart if below in levels else None
            if restart == 0 or (restart is not None and at >= restart):
                continue
            if below in starts:
                found.counts[below] = starts[below] - 1
            else:
                del found.counts[below]


def _given(properties: Element | None, name: str) -> str | None:
    return None if properties is None else value(properties.find(w(name)))


def _levels(holder: Element) -> dict[int, _Level]:
    return {int(value(level, "ilvl") or 0): _level(level) for level in holder.findall(w("lvl"))}


def _level(level: Element) -> _Level:
    form = level.find(w("numFmt"))
    restart = level.find(w("lvlRestart"))
    return _Level(
        form=value(form) or "decimal",
        pattern=value(level.find(w("lvlText"))) or "",
        start=whole(level.find(w("start")), 1),
        restart=None if restart is None else whole(restart),
        legal=switched_on(level.find(w("isLgl"))),
        touching=value(level.find(w("suff"))) == "nothing",
    )


def _render(level: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    if level.form in ("bullet", "none") and "%" not in level.pattern:
        return ""

    def number(match: re.Match[str]) -> str:
        at = int(match.group(1)) - 1
        form = levels[at].form if at in levels else "decimal"
        return ordinal(counts.get(at, 1), "decimal" if level.legal else form)

    label = _PLACE.sub(number, level.pattern)
    return label if level.touching or not label or _TOUCHES.search(label) else f"{label} "
