"""Everyday wordings of the vocabulary, found in what people say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.matters import Everyday
from assistant.understand.known_words import KnownWords
from assistant.understand.overlap import Wording

_GAP, _WIDEST = "…", 10
"""The mark for words between the two ends of a wording, and their greatest number of characters."""
_KEPT = 256
"""Texts whose wordings are kept: every act that is tried on a question asks for them again."""


class EverydayWordings:
    """A fixed list of everyday entries."""

    def __init__(self, entries: Sequence[Everyday]) -> None:
        self._entries = entries
        self._at: dict[str, list[int]] = {}
        """Places of the entries by what their wordings begin with, up to a gap."""
        for place, entry in enumerate(entries):
            for start in {s.split(_GAP)[0] for s in entry.says}:
                self._at.setdefault(start, []).append(place)
        self._starts = KnownWords(self._at)
        self.within = lru_cache(_KEPT)(self._within)
        """The wordings in a text, the longest of each entry, in the order of the entries."""

    def _within(self, text: str) -> tuple[Wording, ...]:
        out: list[Wording] = []
        for place in sorted({p for start in self._starts.within(text) for p in self._at[start]}):
            entry = self._entries[place]
            said = max((found for s in entry.says if (found := _said(s, text))), key=len, default=None)
            if said:
                out.append(Wording(said, entry.means, entry.who))
        return tuple(out)


def _said(wording: str, text: str) -> str:
    """The words of a text that a wording matches: itself, or its two ends with a few words between (无…许可证)."""
    if _GAP not in wording:
        return wording if wording in text else ""
    first, last = wording.split(_GAP)
    found = (
        re.search(f"{re.escape(first)}[^，。；？！、]{{0,{_WIDEST}}}?{re.escape(last)}", text)
        if first in text
        else None
    )
    return found[0] if found else ""
