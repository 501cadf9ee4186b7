"""Records found in a document, by the names that the counts by eye bear, and how they compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from corpus.records import Document


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of record of one document: how many were counted by eye and how many found."""

    file: str
    name: str
    counted: int
    found: int

    @property
    def suspects(self) -> int:
        """Records found beyond those counted: perhaps invented."""
        return max(0, self.found - self.counted)


def counts() -> dict[str, dict[str, int]]:
    """The counts by eye, by file name. Raises yaml.YAMLError where the file is damaged."""
    import yaml

    return yaml.safe_load(resources.files("evals.shapes").joinpath("counts.yaml").read_text("utf-8"))


def found(document: Document) -> Mapping[str, int]:
    """How many records of each kind a document gave."""
    return {
        "duties": len(document.duties),
        "sections": len(document.sections),
        "checks": len(document.checks),
        "waivers": len(document.waivers),
        "penalties": len(document.penalties),
        "fines": sum(penalty.fine.kind != "none" for penalty in document.penalties),
        "tiers": len(document.tiers),
        "guides": len(document.guides),
        "questions": len(document.questions),
        "subsidies": len(document.subsidies),
        "boundaries": len(document.boundaries),
        "shares": sum(len(boundary.shares) for boundary in document.boundaries),
        "tables": len(document.tables),
        "unclear": sum(len(table.unsure) for table in document.tables),
        "indicators": sum(quantity.kind != "deadline" for quantity in document.quantities),
        "deadlines": sum(quantity.kind == "deadline" for quantity in document.quantities),
    }


def lines(document: Document, counted: Mapping[str, int]) -> list[Line]:
    """A line for each kind that was counted."""
    have = found(document)
    return [Line(document.file, name, count, have[name]) for name, count in counted.items()]
