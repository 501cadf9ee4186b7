"""Supervision regimes: a title over headings that name the parts 对象、内容、指标、方式、措施、程序、处理.

The form is that of 事中事后监管制度 in county duty lists: `一、监督检查对象 二、监督检查内容和指标 …`. A regime is
recognised by at least three different parts among the headings directly below one title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.records import Clause, PartKind, Passage, Regime, RegimePart, Span
from corpus.shapes.part_split import share_out
from corpus.tidy import Tidy, tidy, trim

PART_WORDS: dict[str, PartKind] = {
    "处理措施": "handling",
    "处理方式": "handling",
    "处置措施": "handling",
    "对象": "objects",
    "内容": "contents",
    "事项": "contents",
    "指标": "indicators",
    "频次": "indicators",
    "方式": "methods",
    "方法": "methods",
    "措施": "measures",
    "程序": "procedure",
    "流程": "procedure",
    "步骤": "procedure",
    "处理": "handling",
    "处罚": "handling",
    "处置": "handling",
    "罚则": "handling",
    "法律责任": "handling",
    "责任追究": "handling",
    "频率": "indicators",
}
_PART = "|".join(PART_WORDS)
_PART_TITLE = re.compile(
    rf"(?P<lead>[^，。；：]*?)(?P<parts>(?:{_PART})(?:(?:和|及|与|以及|、)(?:检查|监督)?(?:{_PART}))*)$"
)
_LEAD = re.compile(r"(监督|检查|监管|督查|稽核|抽查|巡查|执法|管理|主要|结果|违规|违法|情况|后续)*$")
_LEAST_PARTS = 3
_RUN_IN = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,12})：")
_FIELD = re.compile(r"(?:单位|部门|机构)名称[：:](?P<name>.+?)(?:[（(](?:公章|盖章)[）)])?$")


def part_kinds(title: str) -> tuple[PartKind, ...]:
    """The parts a heading names (`监督检查措施及处理` → measures, handling); none for other headings."""
    match = _PART_TITLE.match(title)
    if match is None or not _LEAD.fullmatch(match["lead"]):
        return ()
    return tuple(dict.fromkeys(PART_WORDS[word] for word in re.findall(_PART, match["parts"])))


def read_regimes(text: str, clauses: Sequence[Clause]) -> tuple[Regime, ...]:
    """All regimes of a document, in order."""
    regimes: list[Regime] = []
    for holder, headings in _candidates(clauses):
        kinds = {kind for heading in headings for kind in part_kinds(_heading(heading))}
        if len(kinds) >= _LEAST_PARTS and _title_of(clauses, holder, headings) is not None:
            regimes.append(_regime(text, clauses, len(regimes), holder, headings))
    return tuple(regimes)


def read_contents(clauses: Sequence[Clause], regimes: Sequence[Regime]) -> tuple[Passage, ...]:
    """The entries of a contents list: the run of childless titles of one kind right before the first regime.

    A list counts as contents when at least one entry names a regime that follows.
    """
    if not regimes:
        return ()
    first = regimes[0].span.start
    entries: list[Clause] = []
    for clause in reversed([c for c in clauses if c.span.end <= first]):
        if not clause.label or clause.parent is not None or clause.extent != clause.span:
            break
        entries.append(clause)
    entries.reverse()
    titles = {regime.title for regime in regimes}
    if not any(_title(entry) in titles for entry in entries):
        return ()
    return tuple(Passage(text=entry.text, span=entry.span) for entry in entries)


def _candidates(clauses: Sequence[Clause]) -> list[tuple[Clause | None, list[Clause]]]:
    """Part headings grouped by the title directly above them; those without one are grouped in runs."""
    groups: list[tuple[Clause | None, list[Clause]]] = []
    for clause in clauses:
        if not clause.label or not part_kinds(_heading(clause)):
            continue
        if clause.extent == clause.span and not clause.heading and _heading(clause) == _title(clause):
            continue
        holder = clauses[clause.parent] if clause.parent is not None else None
        group = next((headings for above, headings in reversed(groups) if above is holder), None)
        if group is not None and (holder is not None or _later(group[-1], clause)):
            group.append(clause)
        else:
            groups.append((holder, [clause]))
    return groups


def _later(before: Clause, clause: Clause) -> bool:
    """Whether a heading without a title above goes on with the same run: its number has not started again."""
    return clause.label[0] not in "一1" or before.label == clause.label


def _title(clause: Clause) -> str:
    return clause.text.removeprefix(clause.label)


def _heading(clause: Clause) -> str:
    """A clause's title, or the part's name it begins with (`监管方式：每季度抽查…`)."""
    words = _title(clause)
    run_in = _RUN_IN.match(words)
    return run_in["name"] if run_in else words


def _title_of(clauses: Sequence[Clause], holder: Clause | None, headings: Sequence[Clause]) -> Clause | None:
    """The title clause of a regime: the one above its headings, else the nearest unnumbered title before them."""
    if holder is not None:
        return holder
    before = [c for c in clauses[: headings[0].index] if c.heading and not c.label]
    return before[-1] if before else None


def _regime(text: str, clauses: Sequence[Clause], index: int, holder: Clause | None, heads: Sequence[Clause]) -> Regime:
    titled = _title_of(clauses, holder, heads)
    assert titled is not None  # read_regimes asked before
    span = holder.extent if holder else Span(titled.span.start, max(head.extent.end for head in heads))
    between = [c for c in clauses if span.start <= c.span.start < heads[0].span.start and not c.label]
    supervisor, supervisor_span = _supervisor(text, between)
    parts = [part for head in heads for part in _parts(text, clauses, head)]
    return Regime(
        index=index,
        label=titled.label,
        title=_title(titled),
        title_span=_after_label(text, titled),
        span=span,
        supervisor=supervisor,
        supervisor_span=supervisor_span,
        parts=tuple(parts),
    )


def _parts(text: str, clauses: Sequence[Clause], head: Clause) -> list[RegimePart]:
    below = [c for c in clauses if head.extent.start < c.span.start < head.extent.end]
    below = [head, *below] if _heading(head) != _title(head).rstrip("：") else below
    kinds = part_kinds(_heading(head))
    named = _named_subheads(below, head, kinds) if len(kinds) > 1 else []
    if named:
        parts = [_part(text, sub, [c for c in below if _inside(c, sub)], kind) for sub, kind in named]
        loose = [c for c in below if not c.heading and not any(_inside(c, sub) for sub, _ in named)]
        held = {part.kind for part in parts}
        open_kinds: tuple[PartKind, ...] = tuple(kind for kind in kinds if kind not in held) or kinds[-1:]
        return [*parts, *(_part(text, head, loose, kind) for kind in open_kinds if loose)]
    return [_part(text, head, chosen, kind) for kind, chosen in share_out(kinds, below)]


def _named_subheads(
    below: Sequence[Clause], head: Clause, kinds: tuple[PartKind, ...]
) -> list[tuple[Clause, PartKind]]:
    """The sub-headings directly below a heading of several parts that say which part they hold."""
    found: list[tuple[Clause, PartKind]] = []
    for sub in below:
        kind = _part_inside(_title(sub), kinds) if sub.parent == head.index and sub.heading and sub.label else None
        if kind is not None:
            found.append((sub, kind))
    return found


def _part_inside(title: str, kinds: tuple[PartKind, ...]) -> PartKind | None:
    """Which of a heading's parts a sub-heading is about, by its last part word (`定点医疗机构监督检查内容`)."""
    words = [word for word in re.findall(_PART, title) if PART_WORDS[word] in kinds]
    return PART_WORDS[words[-1]] if words else None


def _inside(clause: Clause, heading: Clause) -> bool:
    return heading.extent.start < clause.span.start < heading.extent.end


def _part(text: str, head: Clause, below: Sequence[Clause], kind: PartKind) -> RegimePart:
    return RegimePart(
        kind=kind,
        title=_heading(head),
        title_span=_name_span(text, head),
        span=head.extent,
        clauses=tuple(c.index for c in below if not c.heading),
    )


def _name_span(text: str, head: Clause) -> Span:
    view = tidy(text, head.span)
    at = len(head.label)
    return trim(text, view.source(at, at + len(_heading(head))))


def _after_label(text: str, clause: Clause) -> Span:
    view = tidy(text, clause.span)
    return trim(text, view.source(len(clause.label), len(view.text)))


def _supervisor(text: str, clauses: Sequence[Clause]) -> tuple[str, Span | None]:
    for clause in clauses:
        name = field_name(tidy(text, clause.span))
        if name is not None:
            return name
    return "", None


def field_name(view: Tidy) -> tuple[str, Span] | None:
    """The name in a line `单位名称：…`, without a trailing (公章), and its span; None for other lines."""
    match = _FIELD.match(view.text)
    return (match["name"], view.source(*match.span("name"))) if match else None
