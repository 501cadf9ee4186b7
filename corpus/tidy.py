"""A tidy view of source text that can always find its way back.

Scanned and converted documents break words with blanks (`残疾 人联 合会`) and lines, and mix full-width with half-width
digits. Matching needs clean text; quoting needs the original. `Tidy` holds both: clean text, and for each of its
characters the offset of the source character it came from.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from corpus.records import Span

_LATIN = re.compile(r"[A-Za-z0-9]")
_KEEP_FULL_WIDTH = frozenset("（）：；，。！？、《》〈〉“”‘’【】〔〕—…～·")


@dataclass(frozen=True, slots=True)
class Tidy:
    """Clean text with, for each character, its offset in the source."""

    text: str
    offsets: tuple[int, ...]
    end: int
    """Source offset just past the last character kept."""

    def source(self, start: int, end: int) -> Span:
        """Source span of the tidy slice `[start, end)`.

        An empty slice gives an empty span. Raises IndexError when the slice lies outside the text.
        """
        if start == end:
            at = self.offsets[start] if start < len(self.offsets) else self.end
            return Span(at, at)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    @property
    def span(self) -> Span:
        """Source span of the whole text."""
        return self.source(0, len(self.text))


def tidy(source: str, span: Span | None = None) -> Tidy:
    """Tidy the given span of the source (all of it by default).

    White space goes, except one blank between two Latin letters or digits that it kept apart. Full-width digits, letters
    and signs such as ％ become half-width; Chinese punctuation stays as it is; half-width `()` `:` `;` `,` next to
    Chinese stay too (quotes are verbatim; matching rules accept both).
    """
    start, end = (span.start, span.end) if span else (0, len(source))
    chars: list[str] = []
    offsets: list[int] = []
    gap = False
    for i in range(start, end):
        c = source[i]
        if c.isspace() or c in "\u200b\ufeff":
            gap = True
            continue
        if c not in _KEEP_FULL_WIDTH:
            n = unicodedata.normalize("NFKC", c)
            c = n if len(n) == 1 else c
        if gap and chars and _LATIN.match(c) and _LATIN.match(chars[-1]) and not (c.isdigit() and chars[-1].isdigit()):
            chars.append(" ")
            offsets.append(offsets[-1] + 1)
        gap = False
        chars.append(c)
        offsets.append(i)
    return Tidy("".join(chars), tuple(offsets), offsets[-1] + 1 if offsets else start)


def trim(source: str, span: Span) -> Span:
    """The span without white space at its ends."""
    start, end = span.start, span.end
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    return Span(start, end)
