"""Internal sections and their duties in prose: `（一）办公室。负责…`, `（一）综合科⏎负责…`, `办公室：负责…`.

Sections are told from other list items by the generic noun their name ends in (《地方各级人民政府机构设置和编制管理条例》
names 股、科、室、处 …) and by standing in a list most of whose entries end so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.records import Clause, Duty, Guide, Span
from corpus.shapes.contact import WITHHELD, without_contact
from corpus.shapes.reading import Reading
from corpus.shapes.section_contact import section_contact
from corpus.shapes.section_duties import OTHER_NAME, SECTION, is_section, section_duty
from corpus.tidy import tidy, trim
from corpus.wording import introduces_sections, run_in_title, title_like

_OWN_SECTION = re.compile(r"(?:股|科|室|处)(?:[（(]|$)")
"""Nouns only a section inside a bureau bears; 局 and 部 alone may be other departments in a division of labour."""
_UNIT = re.compile(r"(?:所|院|中心|大队|支队|站)(?:[（(]|$)")
"""Nouns of the units under a bureau (所属单位): listed by themselves they count where internal sections are listed too."""
_BESIDE = re.compile(
    r"[\u4e00-\u9fff]{1,10}(?:党委|党总支|党支部|纪委|纪检组|工会|团委|专班|窗口|组|队)(?:[（(][^）)]{1,16}[）)])?"
)
"""Bodies that stand in a list of sections without being one: the Party committee, the union, a task force."""
_DUTY_VERB = re.compile(
    r"负责|承担|承办|主管|拟[订定]|组织|牵头|综合|统筹|管理|指导|贯彻|执行|协助|协调|办理|研究|参与|起草|编制|制定|监督|核定|开展|落实"
)
_GLUED = re.compile(
    rf"(?P<name>[\u4e00-\u9fff、]{{1,16}}?(?:股|科|室|处|大队|支队|中心|站|所|院|党委){OTHER_NAME}?)"
    rf"(?={_DUTY_VERB.pattern})"
)
"""A name that its work follows without a mark (`办公室负责文电`)."""
_WITH_ASIDE = re.compile(rf"(?P<name>{SECTION.pattern})(?=[。：:])")
"""A name with another in brackets (`工伤保险股（劳动能力鉴定办公室）。承担…`), which is no run-in title otherwise."""
_REACHED = re.compile(r"[（(](?:联系|办公|咨询)?(?:电话|热线)[：:]?[^）)]{5,40}[）)]")
"""A telephone number in brackets behind a name (`办公室（电话：…）`)."""
_BOLD = re.compile(r"[*＊_【]{0,3}")
_LEAST = 2


def read_prose_duties(text: str, clauses: Sequence[Clause]) -> Reading:
    """One duty for each section that a prose list names together with its work, and how the section is reached."""
    duties: list[Duty] = []
    guides: list[Guide] = []
    aside: list[tuple[Span, str]] = []
    for clause, name, owner in _entries(clauses):
        body = _body(text, clauses, clause, name)
        if body is None:
            continue
        body, contact = without_contact(text, body)
        aside += contact
        named = _name_span(text, clause, name)
        path = (owner, *clause.path) if owner else clause.path
        duties.append(section_duty(text, len(duties), name, named, body, path))
        told = [*_in_brackets(text, Span(named.end, body.start)), *(s for s, reason in contact if reason != WITHHELD)]
        if guide := section_contact(text, name, named, told, path):
            guides.append(guide)
    return Reading(duties=tuple(duties), guides=tuple(guides), set_aside=tuple(aside))


def _entries(clauses: Sequence[Clause]) -> list[tuple[Clause, str, str]]:
    """The clauses that name a section, with its name and the body whose list they stand in, in reading order."""
    entries: list[tuple[Clause, str, str]] = []
    units: list[tuple[Clause, str, str]] = []
    for siblings in _lists(clauses):
        named = [(clause, name) for clause in siblings if (name := section_name(clause))]
        listed = [c for c in siblings if c.label] or siblings
        if len(named) < _LEAST or (listed[0].label and len(named) * 2 < len(listed)):
            continue
        owner = _owner(clauses, siblings[0])
        if any(_OWN_SECTION.search(name) for _, name in named):
            entries += [(clause, name, owner) for clause, name in [*named, *_beside(siblings)]]
        elif all(_UNIT.search(name) for _, name in named):
            units += [(clause, name, owner) for clause, name in named]
    entries += units if entries else []
    return sorted(entries, key=lambda entry: entry[0].index)


def _in_brackets(text: str, span: Span) -> list[Span]:
    """The telephone in brackets between a section's name and its work, where one stands there."""
    view = tidy(text, span)
    found = _REACHED.search(view.text)
    return [view.source(found.start() + 1, found.end() - 1)] if found else []


def section_name(clause: Clause) -> str:
    """The section a list item begins with; empty for other clauses."""
    name = _leading_name(clause)
    return name if is_section(name) else ""


def _lists(clauses: Sequence[Clause]) -> Iterator[list[Clause]]:
    """Clauses side by side: numbered ones from one （一） to the next, unnumbered ones below one title."""
    groups: dict[tuple[int | None, bool], list[list[Clause]]] = {}
    for clause in clauses:
        runs = groups.setdefault((clause.parent, bool(clause.label)), [[]])
        if runs[-1] and clause.label and clause.label == runs[-1][0].label:
            runs.append([])
        runs[-1].append(clause)
    for runs in groups.values():
        yield from (run for run in runs if run)


def _beside(siblings: Sequence[Clause]) -> list[tuple[Clause, str]]:
    return [(c, name) for c in siblings if c.label and (name := _leading_name(c)) and _BESIDE.fullmatch(name)]


def _leading_name(clause: Clause) -> str:
    words = clause.text[_name_at(clause) :]
    if clause.label and (glued := _GLUED.match(words)):
        return glued["name"]
    plain = re.sub(r"^([\u4e00-\u9fff（）()、]+)[*＊_】]{1,3}", r"\1", words)
    if reached := re.match(rf"(?P<name>[\u4e00-\u9fff、]{{2,18}}){_REACHED.pattern}", plain):
        return reached["name"]
    bare = words.rstrip("*＊_】")
    if title_like(bare):
        return bare
    if name := run_in_title(plain):
        return name
    aside = _WITH_ASIDE.match(plain)
    return aside["name"] if aside else ""


def _name_at(clause: Clause) -> int:
    """Where in the clause's tidy text its name begins: after the label and the signs of bold print or a bracket."""
    bold = _BOLD.match(clause.text, len(clause.label))
    return bold.end() if bold else len(clause.label)


def _owner(clauses: Sequence[Clause], first: Clause) -> str:
    """The body whose list this is, where an unnumbered line above names it (`就业中心内设下列科室：`)."""
    if first.parent is not None or not first.label:
        return ""
    for clause in reversed(clauses[: first.index]):
        if clause.parent is None and not clause.label:
            titled = clause.heading or introduces_sections(clause.text)
            return clause.text.rstrip("：:。") if titled and len(clause.text) <= 60 else ""
    return ""


def _body(text: str, clauses: Sequence[Clause], clause: Clause, name: str) -> Span | None:
    """Where a section's duties stand: after its name in the clause, below it, or in the unnumbered paragraph after."""
    after = _name_span(text, clause, name).end
    rest = tidy(text, Span(after, clause.extent.end))
    reached = re.match(rf"[*＊_】]*{_REACHED.pattern}", rest.text)
    start = reached.end() if reached else 0
    skip = len(rest.text) - len(rest.text[start:].lstrip("。：: *＊_】"))
    if skip < len(rest.text):
        return trim(text, Span(rest.offsets[skip], clause.extent.end))
    if clause.label or clause.index + 1 >= len(clauses):
        return None
    return _paragraphs_after(clauses, clause)


def _paragraphs_after(clauses: Sequence[Clause], name: Clause) -> Span | None:
    """The paragraph after a name, or the numbered list after it, or all paragraphs that begin with what is done."""
    first = clauses[name.index + 1]
    if first.heading or section_name(first):
        return None
    end = first.extent.end
    for clause in clauses[first.index + 1 :]:
        if clause.span.start < end:
            continue
        goes_on = clause.label if first.label else not clause.label and _DUTY_VERB.match(clause.text)
        restarts = clause.label and clause.label == first.label
        if not goes_on or restarts or clause.heading or (not clause.label and section_name(clause)):
            break
        end = max(end, clause.extent.end)
    return Span(first.extent.start, end)


def _name_span(text: str, clause: Clause, name: str) -> Span:
    view = tidy(text, clause.span)
    at = _name_at(clause)
    return view.source(at, at + len(name))
