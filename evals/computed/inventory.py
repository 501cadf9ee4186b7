"""`inventory.yaml`: what the document lays down, named by its own words, typed once and by nobody's program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml

INVENTORY = Path(__file__).parent / "inventory.yaml"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of the document with `{slots}` where its numbers stand."""

    name: str
    region: str
    """Title of the regime it stands in."""
    at: str
    penalty: bool = False
    when: str | None = None


def read_anchors(rename: Callable[[str], str] = lambda words: words, file: Path = INVENTORY) -> tuple[Anchor, ...]:
    """The anchors, with every name put through `rename`: a copy of the document may call things otherwise."""
    regions = cast(list[dict[str, Any]], yaml.safe_load(file.read_text("utf-8")))
    return tuple(a for region in regions for a in _anchors(region, rename))


def _anchors(region: dict[str, Any], rename: Callable[[str], str]) -> Iterator[Anchor]:
    title = rename(region["regime"])
    for kind in ("figures", "penalties"):
        for name, entry in cast(dict[str, Any], region.get(kind) or {}).items():
            at, when = (entry, None) if isinstance(entry, str) else (entry["at"], entry.get("when"))
            yield Anchor(name, title, rename(at), kind == "penalties", when)
