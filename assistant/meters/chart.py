"""Meters as a plain SVG picture: a bar a meter, its figures written beside it; the same meters, same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree

from assistant.inspection.line_breaks import broken
from assistant.meters.values import Meter, RegimeMeters

WIDTH = 360
"""Of the drawing, in its own units: CSS pixels on a telephone."""
_LEFT, _RIGHT, _BAR = 12, 348, 12
_INK, _TRACK, _DONE, _OPEN = "#1a1a1a", "#e6e6e6", "#2d6a35", "#2f5d8c"


def meters_svg(found: Sequence[RegimeMeters], as_of: date) -> str:
    """The picture as an SVG document; everything it shows is also in its description."""
    drawing = _Drawing(f"{as_of.year}年{as_of.month}月{as_of.day}日检查进度", found)
    for regime in found:
        drawing.heading(regime.regime.title)
        for meter in regime.meters:
            drawing.bar(meter)
        if not regime.meters:
            drawing.words("没有可以按日历统计的检查", 13)
    return drawing.text()


class _Drawing:
    def __init__(self, title: str, found: Sequence[RegimeMeters]) -> None:
        self._svg = ElementTree.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img"})
        self._svg.set("aria-labelledby", "meters-title meters-desc")
        _add(self._svg, "title", id="meters-title").text = title
        told = (f"{r.regime.title}：{'；'.join(_told(m) for m in r.meters) or '没有'}。" for r in found)
        _add(self._svg, "desc", id="meters-desc").text = "".join(told)
        style = "font-family:'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',SimHei,sans-serif"
        self._root = _add(self._svg, "g", style=style)
        self._paper = _add(self._root, "rect", x="0", y="0", width=str(WIDTH), fill="#ffffff")
        self._y = 8
        self.words(title, 16, weight="bold")

    def heading(self, title: str) -> None:
        self._y += 10
        self.words(title, 14, weight="bold")

    def bar(self, m: Meter) -> None:
        """The words, then the bar: the filled part is what was done, no more than the whole."""
        self.words(_told(m), 13)
        width = _RIGHT - _LEFT
        share = width if m.owed <= 0 else min(width, m.done * width // m.owed)
        _add(
            self._root,
            "rect",
            x=str(_LEFT),
            y=str(self._y),
            width=str(width),
            height=str(_BAR),
            fill=_TRACK,
            stroke=_INK,
        )
        if share:
            fill = _OPEN if m.left else _DONE
            _add(self._root, "rect", x=str(_LEFT), y=str(self._y), width=str(share), height=str(_BAR), fill=fill)
        self._y += _BAR + 8

    def words(self, text: str, size: int, weight: str = "normal") -> None:
        for line in broken(text, (_RIGHT - _LEFT) / size):
            self._y += size + 5
            at = {"x": str(_LEFT), "y": str(self._y - 4), "font-size": str(size), "font-weight": weight, "fill": _INK}
            _add(self._root, "text", **at).text = line

    def text(self) -> str:
        height = str(self._y + 12)
        self._paper.set("height", height)
        self._svg.set("viewBox", f"0 0 {WIDTH} {height}")
        return ElementTree.tostring(self._svg, encoding="unicode") + "\n"


def _told(m: Meter) -> str:
    left = f"还差 {m.left} {m.unit}" if m.left else "已够"
    return f"{m.check}{m.what}（{m.term.word}）{m.done}/{m.owed} {m.unit}，{left}"


def _add(parent: ElementTree.Element, tag: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, tag, attributes)
