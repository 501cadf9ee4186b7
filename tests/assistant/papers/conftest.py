"""Inspections of the shipped regimes, with every other item found wanting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from assistant.inspection.beginning import inspected_regime
from assistant.inspection.compile import compile_checklist
from assistant.inspection.events import EvidenceAdded, Found
from assistant.inspection.state import Entry, InspectionState
from assistant.inspection.words import (
    Evidence,
    Finding,
    Inspector,
    MatchedViolation,
    Unit,
)
from assistant.papers.case import Case, Entered
from corpus.compile import compile_document
from corpus.records import Document
from corpus.source import Source

AT = datetime(2026, 9, 28, 2, tzinfo=UTC)
MakeCase = Callable[..., Case]


@pytest.fixture(scope="session")
def compiled() -> Callable[[str], Document]:
    return lambda text: compile_document(Source("d.txt", "0" * 64, text))


@pytest.fixture(scope="session")
def shipped(shipped_text: str, compiled: Callable[[str], Document]) -> Document:
    return compiled(shipped_text)


def _case(document: Document, regime: int, *, penalty: int | None = None, entered: Entered | None = None) -> Case:
    checklist = compile_checklist(document, document.regimes[regime])
    inspected = inspected_regime(checklist, "f")
    items = inspected.items
    entries: list[Entry] = []
    for n, item in enumerate(items):
        finding: Finding = "不符合" if n % 2 else "符合"
        matched = n == 1 and penalty is not None
        hits = (_matched(document, penalty),) if matched and penalty is not None else ()
        said = Found(item=item.id, finding=finding, note=f"记录{n}" if n % 2 else "", violations=hits)
        entries.append(Entry(seq=n + 2, at=AT, author="zhang", said=said))
    photo = Evidence(name="门头.jpg", sha256="ab" * 32, size=9, media_type="image/jpeg")
    entries.append(Entry(seq=99, at=AT, author="zhang", said=EvidenceAdded(evidence=photo)))
    state = InspectionState(
        id="i1",
        regime=inspected,
        unit=Unit(name="大河机构"),
        inspectors=(Inspector(name="张某", certificate="证一"),),
        day=date(2026, 9, 28),
        kind="日常",
        owner="zhang",
        cursor=items[0].id,
        entries=tuple(entries),
    )
    return Case(document, checklist, state, entered or Entered())


def _matched(document: Document, penalty: int) -> MatchedViolation:
    return MatchedViolation(document=document.id, penalty=penalty, text=document.penalties[penalty].violation)


@pytest.fixture(scope="session")
def make_case() -> MakeCase:
    return _case
