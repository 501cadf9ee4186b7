"""Which of many known words occur in a text: looked up by their first two characters instead of searched one by one."""

from __future__ import annotations

from collections.abc import Iterable


class KnownWords:
    """A fixed list of words."""

    def __init__(self, words: Iterable[str]) -> None:
        self._at: dict[str, list[tuple[int, str]]] = {}
        for place, word in enumerate(dict.fromkeys(words)):
            self._at.setdefault(word[:2], []).append((place, word))

    def within(self, text: str) -> list[str]:
        """The words that occur in a text, in the order of the list."""
        starts = {text[i : i + n] for i in range(len(text)) for n in (1, 2)}
        hits = (hit for start in starts for hit in self._at.get(start, ()))
        return [word for _, word in sorted(hit for hit in hits if len(hit[1]) <= 2 or hit[1] in text)]
