"""The names of a service guide's fields, read from `guide_fields.yaml` beside this file."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

import msgspec

from corpus.records import GuideField


class _Fields(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    handler: tuple[str, ...]
    basis: tuple[str, ...]
    object: tuple[str, ...]
    condition: tuple[str, ...]
    material: tuple[str, ...]
    step: tuple[str, ...]
    time_limit: tuple[str, ...]
    place: tuple[str, ...]
    hours: tuple[str, ...]
    telephone: tuple[str, ...]
    fee: tuple[str, ...]
    result: tuple[str, ...]
    channel: tuple[str, ...]
    other: tuple[str, ...]
    name: tuple[str, ...]
    container: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A field's name found at `[start, end)` of a tidy text; the value begins at `value`."""

    kind: GuideField | str
    """A kind of entry, or `name` or `container`."""
    label: str
    start: int
    value: int


@functools.cache
def kinds() -> dict[str, str]:
    """Kind of each field's name."""
    import yaml

    source = resources.files("corpus.shapes").joinpath("guide_fields.yaml").read_text("utf-8")
    fields = msgspec.to_builtins(msgspec.convert(yaml.safe_load(source), _Fields))
    return {name: kind for kind, names in fields.items() for name in names}


@functools.cache
def _names() -> str:
    return "|".join(sorted(map(re.escape, kinds()), key=len, reverse=True))


@functools.cache
def _heading() -> re.Pattern[str]:
    return re.compile(rf"[【\[]?(?P<label>{_names()})(?:[（(][^）)]{{1,12}}[）)])?(?P<boxed>[】\]])?(?P<mark>[：:。]?)")


@functools.cache
def _inline() -> re.Pattern[str]:
    return re.compile(rf"(?P<label>{_names()})[：:]|[【\[](?P<boxed>{_names()})[】\]][：:]?")


def heading_of(words: str, glued: bool) -> Field | None:
    """The field a tidy text begins with. `glued`: the value may follow the name at once (`六、办理流程受理→审查`)."""
    found = _heading().match(words)
    if found is None:
        return None
    whole = found["mark"] or found["boxed"] or found.end() == len(words)
    if not whole and not (glued and len(found["label"]) >= 4):
        return None
    return Field(kinds()[found["label"]], found["label"], found.start(), found.end())


def inline_fields(words: str, start: int = 0) -> Iterator[Field]:
    """Every `name：` in a tidy text from `start` on; the value of each runs to the next."""
    for found in _inline().finditer(words, start):
        label = found["label"] or found["boxed"]
        yield Field(kinds()[label], label, found.start(), found.end())
