"""An Answer laid out for the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from api.cli.terminal import Line
from api.fine_words import fine_in_words
from assistant.answer import Answer, Citation

_OF_BUREAU = re.compile(r"^(?=【)", re.M)


def answer_as_lines(answer: Answer) -> Iterator[Line]:
    """Sections first, then the text, steps, figures, penalties, warnings, options, and the quotes it all rests on."""
    if answer.read_as:
        yield Line(f"（接上文，理解为：{answer.read_as}）", "faint")
    if answer.sections:
        yield Line("　".join(f"{_bureau(answer, s.citation)}{s.name}（{s.role}）" for s in answer.sections), "heading")
    yield Line(answer.text)
    yield from _part("步骤", [f"{s.n}. {s.text}{_mark(s.citation)}" for s in answer.steps])
    yield from _part(
        "指标", [f"{f.label}：{_figure(f.value, f.relation, f.unit)}{_mark(f.citation)}" for f in answer.figures]
    )
    yield from _part("处罚", list(_penalties(answer)))
    yield from _part("提醒", [f"{w.text}{_mark(w.citation)}" for w in answer.warnings if not w.aside], "warning")
    yield from _part("请选一项再问", [f"{n}. {option}" for n, option in enumerate(answer.options, 1)])
    if answer.bureau:
        yield Line()
        yield Line(f"单位：{answer.bureau}", "faint")
    if answer.version:
        yield Line()
        yield Line(f"依据第 {answer.version.n} 版文件（{answer.version.day} 收录）", "faint")
    yield from _part("依据", [_citation(c) for c in answer.citations], "faint")
    yield from _part("文件本身要核对的", [f"{w.text}{_mark(w.citation)}" for w in answer.warnings if w.aside], "faint")


def _bureau(answer: Answer, citation: int | None) -> str:
    """The bureau in whose part of the text a citation stands, where several answer one after the other."""
    for part in _OF_BUREAU.split(answer.text):
        if part.startswith("【") and f"[{citation}]" in part:
            return part[1 : part.index("】")] + " "
    return ""


def _part(title: str, rows: list[str], style: str = "plain") -> Iterator[Line]:
    if not rows:
        return
    yield Line()
    yield Line(title, "strong")
    for row in rows:
        yield Line(f"  {row}", "warning" if style == "warning" else "faint" if style == "faint" else "plain")


def _penalties(answer: Answer) -> Iterator[str]:
    for penalty in answer.penalties:
        words = [*penalty.measures, fine_in_words(penalty.fine)]
        condition = f"（{penalty.when}）" if penalty.when else ""
        consequence = "；".join(w for w in words if w)
        law = f"《{penalty.law}》{penalty.article}{penalty.item}" if penalty.law else ""
        yield f"{penalty.violation}{condition}：{consequence}　{law}{_mark(penalty.citation)}"
        if penalty.fine_total:
            yield f"　合计：{penalty.fine_total.working}"


def _figure(value: float | None, relation: str, unit: str) -> str:
    signs = {">=": "不少于 ", "<=": "不超过 ", ">": "多于 ", "<": "少于 ", "=": ""}
    return "文件没有写明" if value is None else f"{signs[relation]}{value:g} {unit}"


def _citation(citation: Citation) -> str:
    place = " › ".join([citation.title, *citation.path])
    quote = re.sub(r"\s+", "", citation.quote)
    return f"[{citation.n}] {place}{_where(citation)}：“{quote}”"


def _where(citation: Citation) -> str:
    """The page or cell of the original file."""
    place = citation.place
    if place is None:
        return ""
    words = [f"第 {place.page} 页"] if place.page else []
    words += [place.cell] if place.cell else []
    return f"（{citation.file}，{'，'.join(words)}）"


def _mark(citation: int | None) -> str:
    return "" if citation is None else f"[{citation}]"
