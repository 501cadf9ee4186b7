"""The copies of the document that the cases are asked of: as shipped, with other figures, with other figures and names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import yaml

import corpus
from assistant.answer import Answer
from assistant.bootstrap import build_assistant
from assistant.settings import Settings
from evals.computed.inventory import read_anchors
from evals.computed.mutate import changed, renamed
from evals.computed.places import Place, find_places
from evals.computed.records import RecordCoverage, record_coverage
from evals.computed.render import Renderer
from evals.computed.template import Template
from evals.generate import ask_all
from evals.score import Verdict, failures

SHIPPED = Path(corpus.__file__).parent / "documents"
NAMES = Path(__file__).parent / "names.yaml"
EDITIONS = ("shipped", "other-figures", "other-names")


@dataclass(frozen=True, slots=True)
class Edition:
    """One copy of the document and how it names things."""

    name: str
    text: str
    names: Mapping[str, str]
    places: Mapping[str, Place]

    def rename(self, words: str) -> str:
        return renamed(words, self.names)


@dataclass(frozen=True, slots=True)
class Measured:
    """The cases of one edition, judged."""

    edition: Edition
    verdicts: tuple[Verdict, ...]
    coverage: RecordCoverage


def shipped_text() -> str:
    """The document that the inventory describes: the first that ships."""
    return min(SHIPPED.glob("*.txt")).read_text("utf-8")


def edition(name: str, source: str) -> Edition:
    """One of EDITIONS. Raises PlaceError where the text is not the one that the inventory describes."""
    text, names = source, dict[str, str]()
    if name != "shipped":
        places = find_places(source, read_anchors())
        text = changed(source, places.values(), EDITIONS.index(name))
    if name == "other-names":
        names = cast(dict[str, str], yaml.safe_load(NAMES.read_text("utf-8")))
        text = renamed(text, names)
    return Edition(name, text, names, find_places(text, read_anchors(lambda words: renamed(words, names))))


def measure(copy: Edition, templates: Sequence[Template], folder: Path) -> Measured:
    """Write the copy into an empty folder, ask its cases of an assistant over it, judge the answers."""
    documents = folder / "documents"
    documents.mkdir()
    (documents / "a.txt").write_text(copy.text, "utf-8", newline="")
    assistant = build_assistant(Settings(corpus=documents, home=folder / "home"))
    renderer = Renderer(copy.places, copy.rename)
    cases = [renderer.case(t) for t in templates]
    (document,) = assistant.corpus.documents
    sources = {document.file: document.text}
    verdicts = tuple(
        Verdict(case, (*failures(case, answer, sources), *_uncited(template, answer, copy.places)))
        for template, case, answer in zip(templates, cases, ask_all(assistant, cases), strict=True)
    )
    return Measured(copy, verdicts, record_coverage(document, copy.places, templates))


def _uncited(template: Template, answer: Answer, places: Mapping[str, Place]) -> tuple[str, ...]:
    """The places that the case covers and no citation of the answer touches; of a rule laid down twice, one is enough."""
    return tuple(
        f"not cited {cover}"
        for cover in template.covers
        if not any(_cited(name, answer, places) for name in cover.split("|"))
    )


def _cited(name: str, answer: Answer, places: Mapping[str, Place]) -> bool:
    place_name, _, slot = name.partition(".")
    place = places[place_name]
    spans = place.slots[slot].spans if slot else (place.span,)
    return any(c.start < s.end and s.start < c.end for c in answer.citations for s in spans)
