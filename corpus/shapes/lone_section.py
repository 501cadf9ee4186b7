"""A page about one section: `负责人：… 办公电话：…` and `机构职责：…`; and sections whose work running text names.

The section is the one a field names, else the one the page or the file is called.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from corpus.records import Clause, Duty, Span
from corpus.shapes.contact import without_contact
from corpus.shapes.reading import Reading
from corpus.shapes.section_duties import is_section, section_duty
from corpus.tidy import tidy, trim
from corpus.wording import is_field

_DUTIES = re.compile(r"^(?:机构|科室|处室|股室|部门|主要|工作|岗位|单位)?(?:主要)?(?:工作)?(?:职责|职能)[：:](?=.{8})")
_NAME = re.compile(
    r"^(?:科室|处室|股室|机构|部门|单位)(?:名称)?[：:](?P<name>[\u4e00-\u9fff（）()]{2,20})(?=$|[\s，。；]|负责人|联系)"
)
_PERSON = re.compile(r"(?:负责人|联系人|办公电话|联系电话|办公地点|办公室电话)[：:]")
_ACTING = re.compile(
    r"(?:^|(?<=[。；;：:]))(?:由)?(?P<name>[\u4e00-\u9fff]{1,12}(?:科|股|室|处))(?:（[^）]{1,12}）)?(?P<duty>(?:具体|牵头|统一|主要)?(?:负责|承担|承办|主管)[^。；;]{4,})"
)
_CALLED = re.compile(
    r"^(?:.*[局厅委会心府])?(?P<name>[\u4e00-\u9fff]{1,12}?(?:科|股|室|处))(?:主要|工作)?(?:职责|职能)?$"
)
_LEAST = 2


def read_lone_section(text: str, clauses: Sequence[Clause]) -> Reading:
    """One duty for the page's section; its name is empty where neither text nor title gives it."""
    if any(clause.label for clause in clauses):
        return Reading()
    stated = [c for c in clauses if _DUTIES.match(c.text)]
    if len(stated) != 1 or not any(_PERSON.search(c.text) or _NAME.match(c.text) for c in clauses):
        return Reading()
    clause = stated[0]
    view = tidy(text, clause.span)
    found = _DUTIES.match(view.text)
    assert found is not None  # that is what `stated` holds
    end = max(c.extent.end for c in clauses if c.index >= clause.index and not _PERSON.match(c.text))
    body, aside = without_contact(text, trim(text, Span(view.offsets[found.end()], end)))
    name, span = _named(text, clauses)
    return Reading(
        duties=(section_duty(text, 0, name, span or Span(body.start, body.start), body, ()),), set_aside=tuple(aside)
    )


def read_section_cards(text: str, clauses: Sequence[Clause]) -> Reading:
    """Several sections one after another, each as fields (`股室名称：…`, `负责人：…`, `工作职责：…`)."""
    names = [c for c in clauses if _NAME.match(c.text)]
    duties: list[Duty] = []
    aside: list[tuple[Span, str]] = []
    for card, following in zip(names, [*names[1:], None], strict=False):
        within = [c for c in clauses[card.index : following.index if following else None] if not c.label]
        stated = next((c for c in within if _DUTIES.match(c.text)), None)
        if stated is None:
            continue
        view, named = tidy(text, stated.span), tidy(text, card.span)
        mark, name = _DUTIES.match(view.text), _NAME.match(named.text)
        assert mark is not None and name is not None  # both were asked for above
        end = next((c.span.start for c in within if c.index > stated.index and is_field(c.text)), None)
        last = following.span.start if following else max(c.extent.end for c in clauses[stated.index :])
        body, hidden = without_contact(text, trim(text, Span(view.offsets[mark.end()], end or last)))
        aside += hidden
        duties.append(section_duty(text, len(duties), name["name"], named.source(*name.span("name")), body, card.path))
    return Reading(duties=tuple(duties), set_aside=tuple(aside)) if len(duties) >= _LEAST else Reading()


def read_acting_sections(text: str, clauses: Sequence[Clause]) -> Reading:
    """Duties that sentences give sections (`仲裁科负责受理申请。`), where at least two sections are named so."""
    duties: list[Duty] = []
    for clause in clauses:
        view = tidy(text, clause.span)
        for found in _ACTING.finditer(view.text, len(clause.label)):
            if is_section(found["name"]):
                body, name = view.source(*found.span("duty")), view.source(*found.span("name"))
                duties.append(section_duty(text, len(duties), found["name"], name, body, clause.path))
    several = len({duty.section for duty in duties}) >= _LEAST
    return Reading(duties=tuple(duties)) if several else Reading()


def _named(text: str, clauses: Sequence[Clause]) -> tuple[str, Span | None]:
    for clause in clauses:
        view = tidy(text, clause.span)
        if found := _NAME.match(view.text):
            return found["name"], view.source(*found.span("name"))
        if clause.heading and is_section(view.text):
            return view.text, clause.span
    return "", None


def named_by_page(duties: Sequence[Duty], text: str, title: str) -> tuple[Duty, ...]:
    """The duty of a page about one section, with the section the page or file is called after where no field names it.

    Where the text does not hold the name, its span is empty and lies before the duty.
    """
    found = _CALLED.match(title)
    if found is None or len(duties) != 1 or duties[0].section or duties[0].main or not is_section(found["name"]):
        return tuple(duties)
    name, at = found["name"], text.find(found["name"])
    span = Span(at, at + len(name)) if at >= 0 else duties[0].section_span
    return (msgspec.structs.replace(duties[0], section=name, section_span=span),)
