"""From a form and a case to a paper: each part under its own words, filled with what is known, the rest left blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.papers.blocks import BLOCKS, closing_of
from assistant.papers.case import Case
from assistant.papers.fills import LINES
from assistant.papers.forms import Form, form, part_words
from assistant.papers.paper import (
    Blank,
    Block,
    Fields,
    Heading,
    Line,
    Paper,
    Paragraph,
    Signatures,
    Text,
    or_blank,
    words,
)

_CLOSING = "closing"
_NAMES = re.compile(r"[、及和与]")
"""Between the names of several things in one part."""
_DIGITS = "一二三四五六七八九"


def make_paper(case: Case, id: str) -> Paper:
    """The paper of one kind. Raises KeyError with a sentence for the user when the regime has no such paper."""
    chosen = form(case.document, case.regime, id)
    case = replace(case, upward=chosen.upward, told=frozenset(f for p in chosen.parts for f in fillers(p)))
    blocks = _table(case, chosen) if chosen.table else _letter(case, chosen)
    if chosen.sign:
        blocks = (*blocks, Signatures(chosen.sign))
    issuer = case.issuer if chosen.issuer else ""
    return Paper(
        chosen.title, blocks, issuer=issuer, number=or_blank(case.entered.number, "发文字号") if issuer else ()
    )


def fillers(part: str) -> tuple[str, ...]:
    """Names of the fillers that the words of a part call for, in their order; `text` where none does."""
    found: list[tuple[int, int, str]] = []
    for pattern, fill in part_words():
        m = pattern.search(part)
        if m:
            found.append((m.start(), m.start() - m.end(), fill))
    out: list[str] = []
    end = 0
    for start, length, fill in sorted(found):
        if start >= end and fill not in out:
            out.append(fill)
            end = start - length
    return tuple(out) or ("text",)


def _letter(case: Case, chosen: Form) -> tuple[Block, ...]:
    """Headings numbered 一、 二、 with what stands under each; short values before the first heading and who signs stand
    unnumbered."""
    out: list[Block] = []
    n = 0
    for i, part in enumerate(chosen.parts):
        fills = fillers(part)
        note = (case.note(chosen.demand.place),) if chosen.demand and not i else ()
        if not n and all(f in LINES for f in fills):
            out += _lines(case, part, fills, note)
            continue
        if fills == (_CLOSING,):
            out.append(replace(closing_of(case), label=(Text(f"{part}："), *note)))
            continue
        n += 1
        out.append(Heading((Text(f"{_numeral(n)}、{part}"), *note)))
        out += _filled(case, part, fills)
    return tuple(out)


def _lines(case: Case, part: str, fills: tuple[str, ...], note: Line) -> Iterator[Block]:
    said = _entered(case, part)
    if said or len(fills) == 1:
        yield Paragraph((Text(f"{part}：", bold=True), *note, *(said or LINES[fills[0]](case))), indent=False)
        return
    yield Paragraph((Text(f"{part}：", bold=True), *note), indent=False)
    for fill, label in zip(fills, _NAMES.split(part), strict=False):
        yield Paragraph((Text(f"{label}："), *LINES[fill](case)))


def _filled(case: Case, part: str, fills: tuple[str, ...]) -> Iterator[Block]:
    """What was entered, then what each filler gives, under its own words where the part names several things."""
    said = _entered(case, part)
    if said:
        yield Paragraph(said)
    labels = _NAMES.split(part)
    for n, fill in enumerate(fills):
        if fill == "text" and said:
            continue
        label = labels[n] if len(fills) > 1 and len(labels) == len(fills) else ""
        yield from _labelled(label, (Paragraph(LINES[fill](case)),) if fill in LINES else BLOCKS[fill](case))


def _labelled(label: str, blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The label before the words of a lone paragraph, else in a line of its own."""
    first = blocks[0]
    if label and len(blocks) == 1 and isinstance(first, Paragraph):
        yield Paragraph((Text(f"{label}：", bold=True), *first.line))
        return
    if label:
        yield Paragraph((Text(f"{label}：", bold=True),))
    yield from blocks


def _entered(case: Case, part: str) -> Line:
    return words(case.entered.texts.get(part, ""))


def _table(case: Case, chosen: Form) -> tuple[Block, ...]:
    """A ruled form: short values side by side with their labels, longer ones under their heading."""
    out: list[Block] = []
    rows: list[tuple[str, Line]] = []
    for part in chosen.parts:
        fills = fillers(part)
        said = _entered(case, part)
        if all(f in LINES for f in fills):
            rows.append((part, said or tuple(x for f in fills for x in LINES[f](case))))
        elif fills == ("text",):
            rows.append((part, said or (Blank(),)))
        else:
            out += [Fields(tuple(rows), chosen.tall)] if rows else []
            rows = []
            out += [Heading(words(part)), *_filled(case, part, fills)]
    return (*out, Fields(tuple(rows), chosen.tall)) if rows else tuple(out)


def _numeral(n: int) -> str:
    """一 to 九十九."""
    tens, ones = divmod(n, 10)
    return ("" if not tens else "十" if tens == 1 else _DIGITS[tens - 1] + "十") + (_DIGITS[ones - 1] if ones else "")
