"""The forms of papers: data in `forms/*.yaml`, overruled by what the documents demand of a paper and how they name it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from assistant.inspection.demands import Demand, Demanded, demands
from assistant.papers.names import NamedPaper, named_papers
from corpus.records import Document, Regime

_FOLDER = Path(__file__).parent / "forms"
_PARTS = "parts"
_ORDER = ("plan", "notice", "record", "correction", "talk", "opinion", "handling", "major", "decision")


@dataclass(frozen=True, slots=True)
class Form:
    """What one kind of paper is called and consists of."""

    id: str
    """`plan`, `record` …; for a paper that only a document knows, its name."""
    title: str
    named: str
    """Expression that a document's own name for it matches."""
    parts: tuple[str, ...]
    issuer: bool = False
    """Whether it goes out under the bureau's name, with number and seal."""
    table: bool = False
    """Whether it is a ruled form rather than a letter."""
    sign: tuple[str, ...] = ()
    tall: tuple[str, ...] = ()
    """Parts of a ruled form that need room to write."""
    upward: bool = False
    """Whether it goes to a higher authority, not to the unit inspected."""
    prefer: str = ""
    """Which of several names to take (实地)."""
    context: str = ""
    """Words that must stand before a name that says little by itself (报告)."""
    demanded: tuple[Demanded, ...] = ()
    """Where the documents demand its parts; empty where the parts are a general layout."""
    demand: Demand | None = None
    name: NamedPaper | None = None
    """Where the regime names it."""


@cache
def general_forms() -> tuple[Form, ...]:
    """The forms as the data files have them, in the order in which an inspection needs them."""
    return tuple(_read(name) for name in _ORDER)


def _read(name: str) -> Form:
    data: dict[str, Any] = yaml.safe_load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    lists = {k: tuple(str(x) for x in data.pop(k, ())) for k in ("parts", "sign", "tall")}
    return Form(id=name, **lists, **data)


@cache
def part_words() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Words of parts with the filler they call for."""
    rows: list[dict[str, str]] = yaml.safe_load((_FOLDER / f"{_PARTS}.yaml").read_text(encoding="utf-8"))
    return tuple((re.compile(r["words"]), r["fill"]) for r in rows)


def forms(document: Document, regime: Regime) -> tuple[Form, ...]:
    """All forms for one regime, named and laid out as its document wants them.

    Another regime's demand holds for a paper of just that name (监督意见书), not for one that is only alike. A paper whose
    contents are demanded and that no data file knows is a form of its own.
    """
    own = demands(document, regime)
    others = [d for r in document.regimes if r.index != regime.index for d in demands(document, r)]
    names = named_papers(document, regime)
    found = [_adapted(f, document, own, others, names) for f in general_forms()]
    used = {id(f.demand) for f in found}
    extra = (d for d in own if id(d) not in used)
    return (*found, *(_of_demand(d) for d in extra))


def form(document: Document, regime: Regime, id: str) -> Form:
    """One form. Raises KeyError with the ids there are when there is none."""
    known = {f.id: f for f in forms(document, regime)}
    if id not in known:
        raise KeyError(f"没有“{id}”这种文书；可用的有：{'、'.join(known)}。")
    return known[id]


def _adapted(
    form: Form, document: Document, own: Sequence[Demand], others: Sequence[Demand], names: Sequence[NamedPaper]
) -> Form:
    named = [n for n in names if re.search(form.named, n.name) and not form.context]
    name = next((n for n in named if form.prefer and re.search(form.prefer, n.name)), next(iter(named), None))
    demand = next((d for d in own if _fits(form, document, d)), None)
    title = demand.paper if demand and not form.context else name.name if name else form.title
    if demand is None:
        demand = next((d for d in others if _fits(form, document, d) and (form.context or d.paper == form.title)), None)
    if demand is None:
        return replace(form, title=title, name=name)
    parts = tuple(p.text for p in demand.parts)
    return replace(form, title=title, name=name, parts=parts, demanded=demand.parts, demand=demand)


def _fits(form: Form, document: Document, demand: Demand) -> bool:
    if not re.search(form.named, demand.paper):
        return False
    before = document.clauses[demand.place.clause].text.split(demand.paper)[0]
    return not form.context or form.context in before


def _of_demand(demand: Demand) -> Form:
    parts = tuple(p.text for p in demand.parts)
    return Form(
        id=demand.paper, title=demand.paper, named="", parts=parts, issuer=True, demanded=demand.parts, demand=demand
    )
