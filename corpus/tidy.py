"""A tidy view of source text that can always find its way back.

Scanned and converted documents break words with blanks (`残疾 人联 合会`) and lines, and mix full-width with half-width
digits. Matching needs clean text; quoting needs the original. `Tidy` holds both: clean text, and for each of its
characters the offset of the source character it came from.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from corpus.records import Span

_LATIN = re.compile(r"[A-Za-z0-9]")
_KEEP_FULL_WIDTH = "（）：；，。！？、《》〈〉“”‘’【】〔〕—…～·"
_RUN = re.compile(rf"(?P<plain>[!-~一-鿿{_KEEP_FULL_WIDTH}]+)|[^\s\u200b\ufeff]")
"""What stays as it is, as long as it goes on, or one other character; white space stands between. Nearly all text is
plain, so runs are copied whole: documents are tidied dozens of times while they are compiled."""


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
    parts: list[str] = []
    offsets: list[int] = []
    for run in _RUN.finditer(source, start, end):
        words = run[0] if run["plain"] else _half_width(run[0])
        begin = run.start()
        if offsets and offsets[-1] + 1 < begin and _blank_between(parts[-1][-1], words[0]):
            parts.append(" ")
            offsets.append(offsets[-1] + 1)
        parts.append(words)
        offsets.extend(range(begin, run.end()))
    return Tidy("".join(parts), tuple(offsets), offsets[-1] + 1 if offsets else start)


def _blank_between(before: str, after: str) -> bool:
    """Whether white space between two characters keeps words of Latin letters and digits apart."""
    latin = _LATIN.match(after) and _LATIN.match(before)
    return bool(latin) and not (after.isdigit() and before.isdigit())


@lru_cache(4096)
def _half_width(character: str) -> str:
    n = unicodedata.normalize("NFKC", character)
    return n if len(n) == 1 else character


def trim(source: str, span: Span) -> Span:
    """The span without white space at its ends."""
    start, end = span.start, span.end
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    return Span(start, end)
