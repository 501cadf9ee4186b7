"""Many passages out of a few: as many as a measurement of size needs, hardly two alike, the same every time.

Each made-up passage keeps the punctuation of a given one; some of its phrases are taken from other passages, a few more
are added (a passage of one phrase would else come again and again, and equal vectors tell nothing about a graph of
neighbours), and its digits are drawn anew. The words stay those of the given passages, so their postings grow in step with
the number of passages: for the lexical index that is harder than real text, whose vocabulary grows too.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from index.records import PassageText

SWAPPED = 0.4
"""Share of phrases taken from elsewhere."""
ADDED = 2
"""Phrases from elsewhere at the end of a passage."""
_PHRASE = re.compile(r"[^，。；：、！？\s]+")
_DIGIT = re.compile(r"\d")


def perturbed(given: Sequence[PassageText], size: int, seed: int = 0) -> Iterator[PassageText]:
    """`size` passages: the given ones as they are (every n-th of them when there are more), then perturbed ones.

    Ids are whole numbers from 0. Raises ValueError when nothing is given.
    """
    if not given:
        raise ValueError("no passages to start from")
    phrases = sorted({m.group() for p in given for m in _PHRASE.finditer(p.text)}) or [""]
    chance = random.Random(seed)
    for n in range(size):
        if n < len(given):
            like = given[n * len(given) // size if size < len(given) else n]
            yield PassageText(n, like.text, like.title)
        else:
            like = given[n % len(given)]
            yield PassageText(n, _perturb(like.text, phrases, chance), like.title)


def _perturb(text: str, phrases: Sequence[str], chance: random.Random) -> str:
    def phrase(m: re.Match[str]) -> str:
        return chance.choice(phrases) if chance.random() < SWAPPED else m.group()

    longer = "，".join((_PHRASE.sub(phrase, text), *chance.choices(phrases, k=ADDED)))
    return _DIGIT.sub(lambda _: str(chance.randrange(10)), longer)
