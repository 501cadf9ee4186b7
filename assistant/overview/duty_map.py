"""Sections and matters side by side: which section the registry gives each matter, by which duty, at which stage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.act.section import STAGES, derive
from assistant.findings import Candidate, Reading
from assistant.knowledge import Knowledge
from assistant.matters import Matter
from corpus.records import Document, Duty


@dataclass(frozen=True, slots=True)
class Link:
    """One matter that a section handles, with the duty sentence that says so."""

    matter: Matter
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure that passes several sections, stage by stage."""

    matters: tuple[Matter, ...]
    """Matters with the very same stages, in the vocabulary's order."""
    steps: tuple[Candidate, ...]
    """In the order in which they are passed; who helps comes last."""


@dataclass(frozen=True, slots=True)
class FoundDuty:
    """A duty with the matters that its sentences prove."""

    document: Document
    duty: Duty
    matters: tuple[Matter, ...]


def links(k: Knowledge) -> tuple[Link, ...]:
    """Every matter of the vocabulary with each section that the registry gives it, in the vocabulary's order."""
    return tuple(Link(m, c) for m in k.vocabulary.matters for c in k.reading(m.id, derive).candidates)


def procedures(k: Knowledge) -> tuple[Procedure, ...]:
    """Matters whose duties name at least two sections with a stage each (初审, 复审); same stages, one procedure."""
    found: dict[tuple[tuple[str, str, int], ...], list[tuple[Matter, Reading]]] = {}
    for m in k.vocabulary.matters:
        reading = k.reading(m.id, derive)
        staged = [c for c in reading.candidates if stage_of(c)]
        if len({c.section for c in staged}) > 1 and len({stage_of(c) for c in staged}) > 1:
            key = tuple((c.section, c.role, c.sentence.passage.span.start) for c in reading.candidates)
            found.setdefault(key, []).append((m, reading))
    return tuple(Procedure(tuple(m for m, _ in same), same[0][1].candidates) for same in found.values())


def stage_of(candidate: Candidate) -> str:
    """The stage that a duty names (`初审`); empty for 主办 and 配合."""
    return candidate.role[:2] if candidate.role[:2] in STAGES else ""


def find_duties(k: Knowledge, words: str = "", section: str = "") -> tuple[FoundDuty, ...]:
    """Duties in document order that have every word: in their text, their section's name, or a matter they prove.

    A matter counts by its name and by every everyday word for it (公伤 finds the duty on 工伤认定).
    """
    proves = _proves(links(k))
    out: list[FoundDuty] = []
    for document in k.corpus.documents:
        for duty in document.duties:
            matters = proves.get((document.id, duty.index), ())
            if (not section or duty.section == section) and _has(words.split(), duty, matters):
                out.append(FoundDuty(document, duty, matters))
    return tuple(out)


def matters_named(k: Knowledge, words: str) -> tuple[Matter, ...]:
    """Matters that every word fits, by their names and everyday words."""
    wanted = words.split()
    return tuple(m for m in k.vocabulary.matters if wanted and all(_names(m, w) for w in wanted))


def _proves(found: Iterable[Link]) -> dict[tuple[str, int], tuple[Matter, ...]]:
    out: dict[tuple[str, int], dict[str, Matter]] = {}
    for link in found:
        s = link.candidate.sentence
        out.setdefault((s.document.id, s.duty.index), {})[link.matter.id] = link.matter
    return {place: tuple(matters.values()) for place, matters in out.items()}


def _has(words: list[str], duty: Duty, matters: tuple[Matter, ...]) -> bool:
    own = (duty.main, duty.text, duty.section)
    return all(any(w in text for text in own) or any(_names(m, w) for m in matters) for w in words)


def _names(matter: Matter, word: str) -> bool:
    return word in matter.name or any(word in said for said in matter.says)
