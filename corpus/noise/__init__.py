"""Noise: what stored web pages, page breaks and converters put between the words of a document.

A stretch of noise is set aside with its reason and never dropped. Readers get the text with noise blanked out, character
by character, so that every offset stays that of the source.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.noise.breaks import page_breaks
from corpus.noise.code import page_code
from corpus.noise.contents import contents_lists
from corpus.noise.heads import page_heads
from corpus.noise.page import page_furniture
from corpus.noise.repeats import repeats
from corpus.noise.stretch import Noise
from corpus.records import Span

__all__ = ["Noise", "blanked", "find_noise", "set_aside"]


def find_noise(text: str, known: Sequence[tuple[Span, str]] = ()) -> tuple[Noise, ...]:
    """All noise of a source text in reading order, without overlaps; `known` stretches were told apart by the format."""
    found = [
        *(Noise(span, reason) for span, reason in known),
        *page_heads(text),
        *page_code(text),
        *page_furniture(text),
        *page_breaks(text),
    ]
    first = _apart(found)
    clean = blanked(text, first)
    return _apart([*first, *contents_lists(clean), *repeats(clean)])


def blanked(text: str, noise: Sequence[Noise]) -> str:
    """The text with blanks for noise, as long as before.

    A line ends where noise stood, except at a page break: there the sentence goes on.
    """
    parts: list[str] = []
    at = 0
    for stretch in noise:
        parts.append(text[at : stretch.span.start])
        length = stretch.span.end - stretch.span.start
        # A plain blank may part a title from its text; this one never does.
        parts.append("\xa0" * length if stretch.joins else " " * (length - 1) + "\n")
        at = stretch.span.end
    parts.append(text[at:])
    return "".join(parts)


def set_aside(noise: Sequence[Noise]) -> list[tuple[Span, str]]:
    """The stretches as a document lists them."""
    return [(stretch.span, stretch.reason) for stretch in noise]


def _apart(found: Sequence[Noise]) -> tuple[Noise, ...]:
    """Sorted; of two that overlap the one that begins first keeps its place, the other what is left of it."""
    kept: list[Noise] = []
    at = 0
    for stretch in sorted(found, key=lambda s: (s.span.start, -s.span.end)):
        start = max(at, stretch.span.start)
        if start < stretch.span.end:
            kept.append(Noise(Span(start, stretch.span.end), stretch.reason, stretch.joins))
            at = stretch.span.end
    return tuple(kept)
