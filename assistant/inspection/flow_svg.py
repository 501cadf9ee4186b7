"""A flow as a plain SVG picture, drawn for a telephone's width and readable in black print; the same flow, same bytes."""

from __future__ import annotations

from xml.etree import ElementTree

from assistant.inspection.flow import Flow, Node, Stage
from assistant.inspection.line_breaks import broken

WIDTH = 360
"""Of the drawing, in its own units: CSS pixels on a telephone."""
_LEFT, _RIGHT = 28, 332
_SIZE, _LINE, _PAD, _GAP = 13, 19, 8, 20
_MIDDLE = WIDTH // 2
_RAIL: dict[Stage, int] = {"compliant": 12, "noncompliant": WIDTH - 12}
_COLORS: dict[Stage, tuple[str, str]] = {
    "preparation": ("#eef3fa", "#2f5d8c"),
    "contents": ("#ffffff", "#2f5d8c"),
    "steps": ("#eef3fa", "#2f5d8c"),
    "compliant": ("#eef7ee", "#2d6a35"),
    "noncompliant": ("#fdf0ee", "#9c2f22"),
    "closing": ("#f4f4f4", "#555555"),
}
"""Fill and outline; no meaning rests on colour alone, every stage has its heading."""
_INK = "#1a1a1a"


def flow_svg(flow: Flow) -> str:
    """The picture as an SVG document with title and description."""
    drawing = _Drawing(flow)
    for stage, heading, nodes in flow.stages:
        if stage == "compliant":
            drawing.decision(flow.question)
        drawing.stage(stage, heading, nodes)
    return drawing.text()


class _Drawing:
    def __init__(self, flow: Flow) -> None:
        self._svg = ElementTree.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img"})
        self._svg.set("aria-labelledby", "flow-title flow-desc")
        _add(self._svg, "title", id="flow-title").text = f"{flow.title}：检查流程"
        _add(self._svg, "desc", id="flow-desc").text = _described(flow)
        style = "font-family:'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',SimHei,sans-serif"
        self._root = _add(self._svg, "g", style=style)
        self._paper = _add(self._root, "rect", x="0", y="0", width=str(WIDTH), fill="#ffffff")
        self._y = 12
        self._spine: int | None = None
        """Lower end of the box that the next one follows; None at the start and after a fork."""
        self._fork = 0
        self._ends: dict[int, int] = {}
        """How far down each rail is drawn."""
        for line in broken(flow.title, (WIDTH - 24) / 16):
            self._words(line, _MIDDLE, self._y + 16, size=16, weight="bold", anchor="middle")
            self._y += 24

    def stage(self, stage: Stage, heading: str, nodes: tuple[Node, ...]) -> None:
        """The heading of a stage and its boxes."""
        self._y += 6 if self._spine is None else _GAP
        fill, ink = _COLORS[stage]
        rail = _RAIL.get(stage)
        anchor, at = ("end", _RIGHT) if stage == "noncompliant" else ("start", _LEFT)
        self._words(heading, at, self._y + 12, size=14, weight="bold", anchor=anchor, fill=ink)
        first = self._y
        self._y += 22
        for n, node in enumerate(nodes):
            top = self._y
            if rail is None:
                self._arrow_down(top, start=first - _GAP + 4 if n == 0 else top - _GAP, first=n == 0)
            self._box(node, fill, ink)
            if rail is not None:
                self._branch(rail, (top + self._y) // 2, ink)
            self._y += _GAP if rail is None else 10
        self._y -= _GAP if rail is None else 10
        self._spine = None if rail is not None else self._y

    def decision(self, question: str) -> None:
        """The diamond; either way leaves it at a side."""
        self._y += _GAP
        top, half = self._y, 30
        self._arrow_down(top, start=top - _GAP, first=False)
        middle = top + half
        points = f"{_MIDDLE},{top} {_RIGHT - 10},{middle} {_MIDDLE},{top + 2 * half} {_LEFT + 10},{middle}"
        _add(self._root, "polygon", points=points, fill="#fffbe8", stroke="#7a5c00", **{"stroke-width": "1.2"})
        self._words(question, _MIDDLE, middle + 5, size=_SIZE, weight="bold", anchor="middle")
        self._words("否", _LEFT - 2, middle - 6, size=12, anchor="middle", fill=_COLORS["compliant"][1])
        self._words("是", _RIGHT + 2, middle - 6, size=12, anchor="middle", fill=_COLORS["noncompliant"][1])
        sides: dict[Stage, int] = {"compliant": _LEFT + 10, "noncompliant": _RIGHT - 10}
        for stage, side in sides.items():
            self._line(side, middle, _RAIL[stage], middle, _COLORS[stage][1])
        self._fork, self._y, self._spine = middle, top + 2 * half, None

    def text(self) -> str:
        """The finished document."""
        height = self._y + 14
        self._svg.set("viewBox", f"0 0 {WIDTH} {height}")
        self._svg.set("style", "max-width:100%;height:auto")
        self._svg.set("width", str(WIDTH * 2))
        self._svg.set("height", str(height * 2))
        self._paper.set("height", str(height))
        return ElementTree.tostring(self._svg, encoding="unicode") + "\n"

    def _box(self, node: Node, fill: str, ink: str) -> None:
        group = _add(self._root, "g")
        _add(group, "title").text = node.label + node.whole
        lines = [
            x for i, words in enumerate(node.lines) for x in broken(("" if i else node.label) + words, self._columns)
        ]
        height = len(lines) * _LINE + 2 * _PAD - 4
        box = {"x": str(_LEFT), "y": str(self._y), "width": str(_RIGHT - _LEFT), "height": str(height), "rx": "5"}
        _add(group, "rect", **box, fill=fill, stroke=ink)
        for i, line in enumerate(lines):
            self._words(line, _LEFT + 10, self._y + _PAD + 11 + i * _LINE, into=group)
        self._y += height

    @property
    def _columns(self) -> float:
        return (_RIGHT - _LEFT - 20) / _SIZE

    def _arrow_down(self, to: int, *, start: int, first: bool) -> None:
        if first and self._spine is None:
            return
        self._line(_MIDDLE, start if not first else (self._spine or start), _MIDDLE, to - 5, "#555555")
        _add(
            self._root,
            "polygon",
            points=f"{_MIDDLE - 4},{to - 7} {_MIDDLE + 4},{to - 7} {_MIDDLE},{to}",
            fill="#555555",
        )

    def _branch(self, rail: int, y: int, ink: str) -> None:
        """From the fork down its rail and into the side of a box."""
        side, tip = (_LEFT, -7) if rail < _MIDDLE else (_RIGHT, 7)
        self._line(rail, self._ends.get(rail, self._fork), rail, y, ink)
        self._ends[rail] = y
        self._line(rail, y, side + tip, y, ink)
        _add(self._root, "polygon", points=f"{side + tip},{y - 4} {side + tip},{y + 4} {side},{y}", fill=ink)

    def _line(self, x1: int, y1: int, x2: int, y2: int, ink: str) -> None:
        _add(self._root, "line", x1=str(x1), y1=str(y1), x2=str(x2), y2=str(y2), stroke=ink)

    def _words(
        self,
        text: str,
        x: int,
        y: int,
        *,
        size: int = _SIZE,
        weight: str = "normal",
        anchor: str = "start",
        fill: str = _INK,
        into: ElementTree.Element | None = None,
    ) -> None:
        holder = self._root if into is None else into
        marks = {"font-size": str(size), "font-weight": weight, "text-anchor": anchor, "fill": fill}
        _add(holder, "text", x=str(x), y=str(y), **marks).text = text


def _described(flow: Flow) -> str:
    """The whole flow in words, for who does not see it."""
    stages = (f"{heading}：{'；'.join(n.label + n.whole for n in nodes)}。" for _, heading, nodes in flow.stages)
    return "".join(stages)


def _add(parent: ElementTree.Element, tag: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, tag, attributes)
