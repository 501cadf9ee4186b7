"""Short values for the parts of a paper: one line each, what is not known as a blank."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from assistant.inspection.local_time import CHINA
from assistant.papers.case import Case
from assistant.papers.paper import Blank, Line, Note, Text, or_blank, words
from corpus.tidy import tidy


def chinese_date(day: date) -> str:
    """`2026年9月28日`, as official papers write it."""
    return f"{day.year}年{day.month}月{day.day}日"


def day_or_blank(day: date | None, what: str = "") -> Line:
    """The date, or a blank."""
    return words(chinese_date(day)) if day else (Blank(what),)


def unit(case: Case) -> Line:
    """被检查单位."""
    return or_blank(case.inspection.unit.name)


def sent_to(case: Case) -> Line:
    """主送单位."""
    return or_blank(case.addressee)


def copied_to(case: Case) -> Line:
    """抄送单位."""
    return or_blank(case.entered.copied_to)


def basis(case: Case) -> Line:
    """检查依据: the regime, with a note that names the document and, by its hash, the version of it."""
    title, document = case.regime.title, case.document
    where = f"{document.title}，{case.regime.label}{title}（文件 {document.file}，SHA-256 {document.sha256}）"
    return (Text(f"“{title}”制度"), Note(where))


def scope(case: Case) -> Line:
    """检查范围: the regime's objects."""
    lines: list[Text] = []
    for part in case.regime.parts:
        if part.kind == "objects" and part.clauses:
            clauses = [case.document.clauses[i] for i in part.clauses]
            lines += [Text(tidy(case.document.text, c.span).text.removeprefix(c.label)) for c in clauses]
            return (*lines, case.cite(clauses[0].span, clauses[0].path))
    return (Blank(),)


def inspectors(case: Case) -> Line:
    """检查人员 with their certificates; a blank for each that the text demands and that is missing."""
    people = case.inspection.inspectors
    least = max((r.least or 0 for r in case.checklist.preparation if r.kind == "inspectors"), default=0)
    line: list[Text | Blank] = []
    for person in people:
        line += [Text(("、" if line else "") + f"{person.name}（执法证号：")]
        line += [Text(person.certificate) if person.certificate else Blank(), Text("）")]
    for _ in range(max(least - len(people), 0)):
        line += [Text("、")] if line else []
        line += [Blank("检查人员")]
    return tuple(line) or (Blank(),)


def day(case: Case) -> Line:
    """检查时间; where the paper tells the results too, with the hours between which entries were noted on the spot."""
    inspection = case.inspection
    noted = [x.said.noted_at.astimezone(CHINA) for x in inspection.entries if x.said.noted_at]
    times = sorted(f"{at:%H:%M}" for at in noted if at.date() == inspection.day)
    hours = (
        f"（现场录入{'至'.join(dict.fromkeys((times[0], times[-1])))}）" if times and "findings" in case.told else ""
    )
    return words(chinese_date(inspection.day) + hours)


def kind(case: Case) -> Line:
    """检查种类."""
    return or_blank(case.inspection.kind)


def deadline(case: Case) -> Line:
    """期限 as entered, with a note on what the documents say about corrections."""
    found = [case.document.quantities[q] for q in case.checklist.corrections]
    notes = (case.cite(q.sentence, case.document.clauses[q.clause].path) for q in found if q.clause is not None)
    return (*day_or_blank(case.entered.deadline), *notes)


LINES: dict[str, Callable[[Case], Line]] = {
    "unit": unit,
    "sent_to": sent_to,
    "copied_to": copied_to,
    "basis": basis,
    "scope": scope,
    "inspectors": inspectors,
    "day": day,
    "kind": kind,
    "deadline": deadline,
}
"""Fillers that give one line, by the name that `forms/parts.yaml` calls them by."""
