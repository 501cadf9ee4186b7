"""Places of the document and the figures read there: words around a number, found in the source text, white space ignored.

Read apart from the compiler: what it makes of a number is what these cases measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.records import Span
from evals.computed.inventory import Anchor
from evals.numerals import squeeze, worth

_SLOT = re.compile(r"\{(\w+)\}")
_NUMERAL = r"\d+|[零一二两三四五六七八九十百千万]+"
_HEADING_END = "单位名称："


class PlaceError(Exception):
    """An anchor does not fit the text; the message names it and says why."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One figure: everywhere the anchor repeats it, how it is written, its value, the words that follow it."""

    spans: tuple[Span, ...]
    written: str
    value: int
    after: str


@dataclass(frozen=True, slots=True)
class Place:
    """An anchor found in a text."""

    name: str
    span: Span
    slots: Mapping[str, Slot]
    penalty: bool
    """A consequence; else figures only."""
    when: str | None
    """The condition of the consequence, as this text writes it."""


class Text:
    """A source text without white space, with the way back to the source's offsets."""

    def __init__(self, source: str) -> None:
        self._offsets = [i for i, c in enumerate(source) if not c.isspace()]
        self.tight = squeeze(source)

    def span(self, start: int, end: int) -> Span:
        """Source span of a stretch of the tight text."""
        return Span(self._offsets[start], self._offsets[end - 1] + 1)


def find_places(source: str, anchors: Iterable[Anchor]) -> dict[str, Place]:
    """Every anchor's place, by name, in the order given. Raises PlaceError for one that is absent or ambiguous."""
    text = Text(source)
    return {a.name: _find(text, a) for a in anchors}


def _find(text: Text, anchor: Anchor) -> Place:
    start, end = _region(text.tight, anchor.region)
    found = list(re.compile(_pattern(anchor.at)).finditer(text.tight, start, end))
    if len(found) != 1:
        raise PlaceError(f"{anchor.name}: its words stand {len(found)} times in the text, not once: {anchor.at}")
    match = found[0]
    slots = {name: _slot(text, match, anchor.at, name) for name in dict.fromkeys(_SLOT.findall(anchor.at))}
    when = anchor.when and _SLOT.sub(lambda m: slots[m[1]].written, anchor.when)
    return Place(anchor.name, text.span(match.start(), match.end()), slots, anchor.penalty, when)


def _region(tight: str, title: str) -> tuple[int, int]:
    """From a regime's heading to the next one."""
    heading = squeeze(title) + _HEADING_END
    start = tight.find(heading)
    if start < 0:
        raise PlaceError(f"no heading “{title}” stands before “{_HEADING_END}”")
    end = tight.find(_HEADING_END, start + len(heading))
    return start, end if end >= 0 else len(tight)


def _pattern(at: str) -> str:
    """The anchor as a regular expression: the n-th mention of slot x is the group x_n, all read alike."""
    counts: dict[str, int] = {}
    out: list[str] = []
    for n, part in enumerate(_SLOT.split(squeeze(at))):
        if n % 2 == 0:
            out.append(re.escape(part))
            continue
        counts[part] = counts.get(part, 0) + 1
        again = counts[part] > 1
        out.append(f"(?P<{part}_{counts[part]}>{f'(?P={part}_1)' if again else _NUMERAL})")
    return "".join(out)


def _slot(text: Text, match: re.Match[str], at: str, name: str) -> Slot:
    mentions = sum(1 for m in _SLOT.findall(at) if m == name)
    spans = tuple(text.span(*match.span(f"{name}_{n}")) for n in range(1, mentions + 1))
    written = match[f"{name}_1"]
    after = squeeze(at).split("{" + name + "}", 1)[1]
    return Slot(spans, written, int(written) if written.isdigit() else worth(written), after)
