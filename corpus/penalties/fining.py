"""The fine and the measures of one consequence; two fines for two addressees are two."""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec

from corpus.fines import FoundFine, find_fines
from corpus.penalties.consequences import Consequence
from corpus.penalties.parts import Part
from corpus.penalties.wording import measures_of
from corpus.records import Fine
from corpus.tidy import Tidy

_TO_WHOM = re.compile(r"(?:并)?(?P<whom>对[^，；。]{2,30}?)(?:可以?|应当?|并)?处以?")

_PERSONALLY = re.compile(
    r"对(?:其)?(?:直接负责的)?(?:主管人员|(?:主要|直接)?(?:负责人|责任人员?)|法定代表人|当事人|个人)"
)
"""Persons who are fined instead of, or beside, the unit that broke the rule."""


@dataclass(frozen=True, slots=True)
class Fining:
    """One fine (kind `none` without an amount) with the other measures that go with it."""

    fine: Fine
    measures: tuple[str, ...]
    when: str | None = None
    """Whom it falls on, where one sentence fines several (`对直接负责的主管人员`)."""


def finings(consequence: Consequence, body: Tidy) -> tuple[Fining, ...]:
    """What a consequence amounts to; the fines carry source spans."""
    measures = _measures(consequence.parts)
    found = [(part, fine) for part in _fining_parts(consequence.parts) for fine in find_fines(part.text)]
    if not found:
        return (Fining(Fine(kind="none"), measures),) if measures else ()
    several = len(found) > 1
    return tuple(
        Fining(_placed(part, fine, body), () if i else measures, _whom(part, fine, first=not i, several=several))
        for i, (part, fine) in enumerate(found)
    )


def _placed(part: Part, found: FoundFine, body: Tidy) -> Fine:
    span = body.source(part.start + found.start, part.start + found.end)
    return msgspec.structs.replace(found.fine, span=span)


def _fining_parts(parts: tuple[Part, ...]) -> list[Part]:
    """Parts whose amount is a fine: 罚款 or 处 in the part itself or, for a rate (`每人100元…的标准计算`), in the next."""
    following = [*(part.text for part in parts[1:]), ""]
    return [
        part
        for part, after in zip(parts, following, strict=True)
        if re.search(r"罚款|处以?", part.text) or ("标准" in part.text and "罚款" in after)
    ]


def _whom(part: Part, found: FoundFine, *, first: bool, several: bool) -> str | None:
    """Whom a fine falls on: said of each of several, and of a single one only where it opens the part."""
    named = _TO_WHOM.search(part.text[: found.start])
    if named is None or not (several or (first and _PERSONALLY.match(named["whom"]))):
        return None
    return named["whom"]


def _measures(parts: tuple[Part, ...]) -> tuple[str, ...]:
    """The other measures in order; one for a named addressee keeps it (`对派遣单位，吊销其许可证`)."""
    found: list[str] = []
    addressee = ""
    fined = {part.text for part in parts if find_fines(part.text)}
    for part in parts:
        if part.role == "addressee":
            addressee = part.text + "，"
            continue
        named = [m for m in measures_of(part.text) if m not in {"罚款", "处以罚款"} or not fined]
        found += [addressee + m if i == 0 else m for i, m in enumerate(named)]
        addressee = ""
    return tuple(dict.fromkeys(found))
