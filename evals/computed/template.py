"""Templates of cases: questions and expectations as expressions over the figures of `inventory.yaml`, typed nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, cast

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from evals.case import CaseError, Kind

CASES = Path(__file__).parent / "cases"

Fact = Literal["people", "gains", "proposed", "units", "start", "score", "checks", "age", "term", "capital", "stage"]
"""What a question tells of a case: heads counted, 违法所得, a proposed fine, units, a start date, points, checks made or
missed, an age, the length of a contract, registered capital, how far a payment or a sum at stake has come."""
Expected = Mapping[str, Any]
"""Fields of an Expectation (and the shorthands of `verdicts`), their numbers as expressions and their words as templates."""
_OWN = ("q", "facts", "covers")


class Template(BaseModel):
    """One question; covers records of the inventory by name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: Kind
    covers: tuple[str, ...]
    q: str
    facts: Fact | None = None
    expect: dict[str, Any]

    @property
    def with_facts(self) -> bool:
        return self.facts is not None


def read_templates(folder: Path = CASES) -> tuple[Template, ...]:
    """All templates, file by file; the n-th question of group x has the id x-n.

    Raises CaseError for a group used twice and for one that is no template.
    """
    out: list[Template] = []
    for file in sorted(folder.glob("*.yaml")):
        groups = cast(dict[str, dict[str, Any]], yaml.safe_load(file.read_text("utf-8")))
        try:
            out += [t for name, group in groups.items() for t in _group(name, group)]
        except (ValidationError, KeyError, TypeError) as error:
            raise CaseError(f"{file}: {error}") from error
    _once(t.id for t in out)
    return tuple(out)


def _group(name: str, group: dict[str, Any]) -> Iterator[Template]:
    """`covers` and `ask` of a group, its kind, and what is expected of each of its questions unless one says otherwise."""
    shared = {k: v for k, v in group.items() if k not in ("covers", "ask", "kind")}
    for n, asked in enumerate(cast(list[str | dict[str, Any]], group["ask"]), 1):
        own: dict[str, Any] = {"q": asked} if isinstance(asked, str) else asked
        expect = shared | {k: v for k, v in own.items() if k not in _OWN}
        yield Template(
            id=f"{name}-{n}",
            kind=group.get("kind", "penalty"),
            covers=tuple(own.get("covers", group.get("covers", [name]))),
            q=own["q"],
            facts=own.get("facts"),
            expect={k: v for k, v in expect.items() if v is not None},
        )


def _once(ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for id in ids:
        if id in seen:
            raise CaseError(f"case {id} stands in two files")
        seen.add(id)
