"""Reads the condition that a question sets on indicators or deadlines: 两名以上, 每季度一次, 抽查面 30% 以上, 按工作日算."""

from __future__ import annotations

import re

from assistant.act.across.filters import FigureFilter
from assistant.act.across.form import asks_for
from assistant.act.across.reading import extreme_of, leftovers, readings
from assistant.act.across.words import Words
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from corpus.quantities.figures import Figure, find_figures
from corpus.records import QuantityKind

_PERIOD = re.compile(r"(?:每一?|一|按)个?(?P<unit>年度|年|季度|季|半年|月份|月|周|星期|班次|期)(?!检|审|龄)")
_UNITS = {"年度": "年", "季度": "季", "月份": "月", "星期": "周"}
_PEOPLE = re.compile(r"(?<=[0-9一二两三四五六七八九十])个(?:人(?!员)|(?=(?:执法|检查|稽核|工作|办案)人?员))")
_AT_LEAST = re.compile(
    r"(?:至少|起码|最少|不少于)(?P<verb>[^，。0-9一二两三四五六七八九十]{0,4})(?=[0-9一二两三四五六七八九十]+[次名个人家])"
)
_CHECKING = re.compile(r"[查检巡稽]")
_OTHER_PARTS = frozenset({"contents", "procedure", "methods", "measures", "objects", "handling", "penalty"})
_CHECKS = "regime", "check", "indicator"


def read_figures(u: Understanding, k: Knowledge) -> FigureFilter | None:
    """The condition on indicators or deadlines; None when the question sets none or says something else besides."""
    text = _AT_LEAST.sub(r"\g<verb>至少", _PEOPLE.sub("名", u.text))
    period = _PERIOD.search(text)
    rest = f"{text[: period.start()]}，{text[period.end() :]}" if period else text
    figure = next((f for f in find_figures(rest) if f.value is not None), None)
    said = (period.group() if period else "") + (rest[figure.start : figure.end] if figure else "")
    if figure:
        rest = f"{rest[: figure.start]}，{rest[figure.end :]}"
    words = k.asking.cut(rest)
    kinds = _kinds(figure, words, bool(period))
    asked = asks_for(rest, k, ("deadline",) if "deadline" in kinds else _CHECKS) or words.has("share")
    asked = asked or bool(period and figure and _CHECKING.search(rest))
    if _OTHER_PARTS & u.cues:
        return None
    headed = words.has("which") or words.has("whole") or words.has("count")
    listed = "deadline" in kinds and (headed or words.has("workdays"))
    if not kinds or not asked or not (figure or period or listed or extreme_of(words)):
        return None
    found = [_found(run, k) for run in leftovers(u, k, words)]
    if any(f is None for f in found):
        return None
    unit = _UNITS.get(period["unit"], period["unit"]) if period else ""
    workdays = words.has("workdays") or (figure is not None and figure.unit.endswith("工作日"))
    return FigureFilter(
        kinds=kinds,
        relation=figure.relation if figure else "=",
        value=figure.value if figure else None,
        upper=figure.upper if figure else None,
        unit=_unit(figure, workdays=workdays) if "deadline" in kinds else "",
        period=f"每{unit}" if unit else "",
        said=said,
        extreme=extreme_of(words),
        terms=tuple(f for f in found if f),
        regimes=frozenset(n.place for n in u.named),
    )


def _unit(figure: Figure | None, *, workdays: bool) -> str:
    """Working days are not compared with calendar days."""
    return "工作日" if workdays else "日" if figure is not None and figure.unit in ("天", "日") else ""


def _kinds(figure: Figure | None, words: Words, period: bool) -> frozenset[QuantityKind]:
    if words.has("deadline") or words.has("workdays"):
        return frozenset({"deadline"})
    if figure is None:
        return frozenset({"share"}) if words.has("share") else frozenset({"frequency"}) if period else frozenset()
    if words.has("headcount") and figure.unit in ("名", "人", "位", "个"):
        return frozenset({"headcount"})
    if figure.kind == "deadline":
        return frozenset()
    return frozenset({figure.kind})


def _found(run: str, k: Knowledge) -> tuple[str, ...] | None:
    """The first reading of a run that the sentence of some figure has."""
    for means in readings(run, k):
        if any(m in k.deadline_text(d, q) for d, q in k.quantities for m in means):
            return means
    return None
