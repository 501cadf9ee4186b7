"""From what a person typed to a question the program can read: simplified, half-width, without stray blanks.

The wording stays the person's own; nothing is guessed here. Misspelt and pinyin words are the business of
`assistant.understand.spelling`, which knows the vocabulary.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.tidy import tidy

if TYPE_CHECKING:
    from opencc import OpenCC

MAX_CHARACTERS = 4_000
"""A question longer than this is cut: a whole letter fits, a book does not."""


def normalise(question: str) -> str:
    """Simplified Chinese, half-width digits and letters, no white space inside Chinese; at most MAX_CHARACTERS."""
    whole = (
        question[:MAX_CHARACTERS].encode("utf-8", "replace").decode("utf-8")
    )  # half a surrogate pair is no character
    return _converter().convert(tidy(whole).text)


def simplified(text: str) -> str:
    """The text in simplified characters, each where it stood; unchanged in the rare case that this would move any."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    converted = _converter().convert(whole)
    return converted if len(converted) == len(text) else whole


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    from opencc import OpenCC  # 20 ms to load its dictionaries: not for `renshe --help`

    return OpenCC("t2s")
