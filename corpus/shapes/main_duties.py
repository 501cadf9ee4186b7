"""The duties of a bureau as a whole, and those given to it or taken from it (`划入的职责`, `划出移交的职责`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.records import Clause, Duty, DutyStanding, Span
from corpus.shapes.items import cut_items
from corpus.shapes.prose_boundaries import divides
from corpus.shapes.prose_duties import section_name
from corpus.shapes.reading import Reading
from corpus.tidy import tidy, trim

_MAIN = re.compile(
    r"(?:^|[。，；])(?:主要|基本|机构|部门|工作|单位|中心)?职[责能](?:是|为|如下|有)*[：:]?$|主要职责(?:是|为|如下)[：:]?$|履行下列[^，。；]{0,10}职责[：:]?$"
    r"|(?:承担|履行|负责)(?:以下|下列|如下)[^，。；]{0,8}(?:职[责能]|工作|任务)[：:]?$"
)
_TITLE = re.compile(r"^(?:[\u4e00-\u9fff]{0,24})?(?:主要|基本|机构|部门)?职[责能]$")
_STANDINGS: tuple[tuple[DutyStanding, re.Pattern[str]], ...] = (
    ("given_away", re.compile(r"(?:划出|移交|转出|移出|下放)[^，；：]{0,8}(?:职[责能]|事项)?[。：:]?$")),
    ("taken_in", re.compile(r"(?:划入|承接|转入|整合)[^，；：]{0,8}(?:职[责能]|事项)?[。：:]?$")),
    ("dropped", re.compile(r"(?:取消|不再承担|停止)[^，；：]{0,8}(?:职[责能]|事项)?[。：:]?$")),
    ("strengthened", re.compile(r"(?:加强|强化|增加|新增)[^，；：]{0,8}职[责能][。：:]?$")),
)
_LONGEST = 20
"""Characters: the title of a list of transfers is short (`（三）划出移交的职责。`)."""


def read_main_duties(text: str, clauses: Sequence[Clause]) -> Reading:
    """One duty an item of such a list; without a section, since the bureau as a whole bears it."""
    duties: list[Duty] = []
    for head in clauses:
        standing = _standing(head, clauses)
        if standing is None:
            continue
        items = [c for c in clauses if c.parent == head.index and c.label]
        items = items or _following(clauses, head)
        if standing == "own" and any(section_name(item) for item in items):
            continue
        if standing != "own" and not items and (rest := _after_title(text, head)):
            duties.append(_duty(text, len(duties), head, rest, head.path, standing))
        for item in items:
            if standing == "own" and (
                _standing(item, clauses) is not None or divides(item.text.removeprefix(item.label))
            ):
                continue
            view = tidy(text, Span(item.span.start, item.extent.end))
            if len(view.text) > len(item.label):
                body = trim(text, Span(view.offsets[len(item.label)], item.extent.end))
                duties.append(_duty(text, len(duties), head, body, item.path, standing))
    return Reading(duties=tuple(duties))


def _standing(clause: Clause, clauses: Sequence[Clause]) -> DutyStanding | None:
    """What the clause's list says of its items; None where it heads no such list."""
    words = clause.text.removeprefix(clause.label)
    if len(words) <= _LONGEST and clause.label:
        for standing, form in _STANDINGS:
            if form.match(words):
                return standing
    if words.endswith(("：", ":")) and _MAIN.search(words):
        return "own"
    titled = clause.heading and _TITLE.match(words) and "机构" not in re.sub(r"机构职[责能]$", "", words)
    return "own" if titled and not re.search(r"科室|处室|股室|内设|监察|监督", words) else None


def _following(clauses: Sequence[Clause], head: Clause) -> list[Clause]:
    """Numbered items right after an unnumbered lead-in, beside it."""
    if head.label:
        return []
    found: list[Clause] = []
    for clause in clauses[head.index + 1 :]:
        if clause.parent != head.parent:
            if clause.parent is None or clause.level < head.level:
                break
            continue
        if not clause.label or (found and (clause.label == found[0].label or _style(clause) != _style(found[0]))):
            break
        found.append(clause)
    return found


def _style(clause: Clause) -> str:
    """The signs of a numbering without its number."""
    return re.sub(r"[一二三四五六七八九十百\d]+", "", clause.label)


def _after_title(text: str, head: Clause) -> Span | None:
    """What follows a run-in title on the same lines (`（二）划出的职责。将…划给…。`)."""
    view = tidy(text, head.span)
    stop = view.text.find("。")
    return trim(text, Span(view.offsets[stop + 1], head.span.end)) if 0 < stop < len(view.text) - 1 else None


def _duty(text: str, index: int, head: Clause, body: Span, path: tuple[str, ...], standing: DutyStanding) -> Duty:
    words = head.text.removeprefix(head.label).rstrip("。：:")
    at = tidy(text, head.span)
    return Duty(
        index=index,
        number="",
        main=words if len(words) <= _LONGEST else "",
        main_span=trim(text, at.source(len(head.label), len(at.text))) if len(words) <= _LONGEST else None,
        text=tidy(text, body).text,
        span=body,
        items=cut_items(text, body),
        section="",
        section_span=Span(body.start, body.start),
        path=path,
        standing=standing,
    )
