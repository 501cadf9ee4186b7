"""Violations that running text does not punish, or punishes less: 不予处罚、免予处罚、从轻或者减轻处罚.

Read only in documents on discretion: elsewhere such words describe procedure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.records import Clause, Passage, Span, Waiver
from corpus.shapes.discretion import violation_of_step
from corpus.shapes.reading import Reading
from corpus.shapes.steps import SPARED, Step, called, items_after, steps_of
from corpus.tidy import tidy, trim
from corpus.wording import is_field

_ON_DISCRETION = re.compile(
    r"裁量|基准|免罚|不罚|不予(?:行政)?处罚|免予(?:行政)?处罚|首违|包容审慎|减免责|从轻|减轻|指导意见"
)
_KIND = re.compile(
    r"(?:可以?|应当?|可酌情|酌情|依法)*(?P<kind>(?:首违)?(?:不予|免予|免于)(?:行政)?处罚|首违不罚|首违免罚|不罚"
    r"|(?:从轻|减轻)(?:(?:、|或者?|和)(?:从轻|减轻|免于|免予|不予))*(?:行政)?处罚|(?:在同一档次[内中]?)?降低[^，。；]{2,20}|从轻|减轻)"
)
_ENDS = re.compile(rf"(?P<case>.{{4,}}?)[，,]?(?:经[^，。；]{{2,8}})?{_KIND.pattern}[。；;]?$")
_LEAD = re.compile(
    rf"(?:下列|以下)[^，。；]{{0,12}}(?:情形|行为|情况|之一)[^。；]*?{_KIND.pattern}[^。；]{{0,20}}[：:]$"
)
_SPARING = re.compile(r"首违不罚|首违免罚|(?:轻微)?(?:免罚|不罚)|(?:不予|免予|免于)(?:行政)?处罚|从轻|减轻")
_CASE = re.compile(
    r"(?:适用|免罚|不罚|不予处罚|免予处罚|从轻|减轻|具体)?(?:处罚)?(?P<field>条件|情形)(?:为)?[：:](?P<case>.+?)(?=$|(?:法律|处罚|设定|违法)?依据[：:]|(?:配套|监管|后续|处理)[^：:，。]{0,6}(?:措施|方式|要求)[：:])"
)
_RESTS_ON = re.compile(
    r"(?:法律|处罚|设定|违法)?依据[：:](?P<basis>.+?)(?=$|(?:适用|免罚|不罚|不予处罚|免予处罚|从轻|减轻|具体)?(?:处罚)?(?:条件|情形)[：:])"
)
_QUOTED = re.compile(r"依据|法律法规|法规规定")
"""A chapter that quotes the law the document rests on."""

_CITES = re.compile(r"^(?:\d{1,2}[.、．])?《[^》]+》(?:第|[：:])|依据[：:]$")
"""Begins a quotation; unnumbered paragraphs after it belong to it."""


def read_waivers_in_text(text: str, clauses: Sequence[Clause]) -> Reading:
    """One record for each circumstance that spares somebody."""
    if not _ON_DISCRETION.search("".join(c.text for c in clauses[:12]) + "".join(c.text for c in clauses if c.heading)):
        return Reading()
    waivers: list[Waiver] = []
    held: set[int] = set()
    for step in steps_of(text, clauses):
        if SPARED.search(step.name):
            waivers += _of_step(text, clauses, step, len(waivers))
        held |= {c.index for c in clauses if step.span.start <= c.span.start < step.span.end}
    listed = list(_fielded(text, clauses))
    waivers += [_waiver(len(waivers) + i, *found, basis=basis) for i, (found, basis, _) in enumerate(listed)]
    held |= {c.index for c in clauses for _, _, span in listed if span.start <= c.span.start < span.end}
    quoted = False
    for clause in clauses:
        quoted = bool(_CITES.search(clause.text)) or (quoted and not clause.label)
        if clause.index in held or quoted or any(_QUOTED.search(title) for title in clause.path):
            continue
        for found in _of_clause(text, clauses, clause):
            waivers.append(_waiver(len(waivers), *found))
    return Reading(waivers=tuple(waivers))


_Found = tuple[str, Span, str, Passage, str, tuple[str, ...]]


def _fielded(text: str, clauses: Sequence[Clause]) -> Iterator[tuple[_Found, tuple[Passage, ...], Span]]:
    """Items of a list of fields (`1.违法行为：… 法律依据：… 适用条件：…`), each with its basis and its whole extent."""
    titles = "".join(c.text for c in clauses if c.heading and not c.label)
    for clause in clauses:
        if not clause.label:
            continue
        span = Span(clause.span.start, _end_of_fields(clauses, clause))
        view = tidy(text, span)
        what, case = called(view.text), _CASE.search(view.text)
        sparing = _SPARING.search(titles) or (
            _SPARING.search(case[0][: case.start("case") - case.start()]) if case else None
        )
        if what is None or case is None or sparing is None:
            continue
        circumstances = Passage(text=case["case"], span=view.source(*case.span("case")))
        rests = _RESTS_ON.search(view.text)
        basis = (Passage(text=rests["basis"], span=view.source(*rests.span("basis"))),) if rests else ()
        at = view.source(*what.span("what"))
        yield (what["what"], at, sparing[0], circumstances, clause.label, clause.path), basis, span


def _end_of_fields(clauses: Sequence[Clause], item: Clause) -> int:
    """Where an item ends together with the lines of fields after it: those of a list's last item stand beside it."""
    end = item.extent.end
    for clause in clauses[item.index + 1 :]:
        if clause.span.start >= end and (clause.label or not is_field(clause.text)):
            break
        end = max(end, clause.extent.end) if not clause.label else end
    return end


def _of_step(text: str, clauses: Sequence[Clause], step: Step, index: int) -> list[Waiver]:
    """A step that spares: each of its items, or its circumstances as a whole."""
    violation, at = violation_of_step(text, clauses, step)
    items = [c for c in clauses if c.parent == step.clause.index and c.label]
    if items:
        cases = [(c.label, _passage(text, c)) for c in items]
    else:
        whole = step.circumstances if step.circumstances.text else step.consequence
        cases = [("", Passage(text=whole.text, span=trim(text, whole.span)))]
    return [
        _waiver(index + i, violation, at, step.name, case, number, step.clause.path)
        for i, (number, case) in enumerate(cases)
    ]


def _of_clause(text: str, clauses: Sequence[Clause], clause: Clause) -> list[_Found]:
    words = clause.text.removeprefix(clause.label)
    if lead := _LEAD.search(words):
        items = [c for c in clauses if c.parent == clause.index and c.label] or items_after(clauses, clause)
        return [
            (case.text, case.span, lead["kind"], case, c.label, c.path) for c in items if (case := _passage(text, c))
        ]
    view = tidy(text, clause.span)
    found: list[_Found] = []
    for sentence in re.finditer(r"[^。；;]+[。；;]?", view.text[len(clause.label) :]):
        ended = _ENDS.match(sentence[0])
        if ended is None or re.search(r"不得|不适用|行政处罚的行为|行政处罚的$", sentence[0]):
            continue
        start = len(clause.label) + sentence.start()
        case = Passage(text=ended["case"], span=view.source(start + ended.start("case"), start + ended.end("case")))
        found.append((case.text, case.span, ended["kind"], case, clause.label, clause.path))
    return found


def _passage(text: str, clause: Clause) -> Passage:
    view = tidy(text, Span(clause.span.start, clause.extent.end))
    at = len(clause.label)
    return Passage(text=view.text[at:], span=view.source(at, len(view.text)))


def _waiver(
    index: int,
    violation: str,
    at: Span,
    kind: str,
    case: Passage,
    number: str,
    path: tuple[str, ...],
    basis: tuple[Passage, ...] = (),
) -> Waiver:
    return Waiver(
        index=index,
        number=number.strip("（）()、．. "),
        violation=violation,
        violation_span=at,
        kind=kind,
        circumstances=case,
        basis=basis,
        measures=(),
        path=path,
    )
