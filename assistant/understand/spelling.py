"""Words written by their sound: pinyin instead of characters, or a homophone inside a known word (工商认定 for 工伤认定).

Only words of the vocabulary are restored, and only where what stands there is not itself a known word: everything else
is left as the person wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_LATIN_WORDS = re.compile(r"[a-z']+")
_CHINESE = re.compile(r"[一-鿿]")
_SHORTEST, _LONGEST = 4, 8
"""Lengths of words in which a homophone is recognised: shorter runs sound like too many others."""
_CERTAIN = 3
"""A known word of at least so many characters stands in a text by intention."""
_MOST_CHANGED = 0.5
"""Greatest share of the characters of a word that may be wrong."""
_LONGEST_SYLLABLE = 6
_BASIC_BLOCK = (0x4E00, 0x9FA6)


@dataclass(frozen=True)
class Speller:
    """Restores vocabulary words from their sound."""

    sounds: dict[str, str]
    """Character → its usual reading without tone."""
    words: tuple[str, ...]
    """Known words, the more important first: of two that sound alike the first is meant."""

    @cached_property
    def _by_sound(self) -> dict[tuple[str, ...], str]:
        out: dict[tuple[str, ...], str] = {}
        for word in self.words:
            sound = tuple(self.sounds.get(c, "") for c in word)
            if all(sound) and len(word) >= 2:
                out.setdefault(sound, word)
        return out

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.words)

    @cached_property
    def _syllables(self) -> frozenset[str]:
        return frozenset(self.sounds.values())

    def restore(self, text: str) -> str:
        """The text with words restored; unchanged where nothing is certain."""
        if not _CHINESE.search(text):
            return self._from_pinyin(text)
        return self._from_homophones(_LATIN_WORDS.sub(lambda m: self._known_word(m.group()), text))

    def _known_word(self, latin: str) -> str:
        """The one known word that letters amid characters spell (yibao in 那yibao呢); else the letters."""
        return self._by_sound.get(tuple(self._split(latin)), latin)

    def _from_homophones(self, text: str) -> str:
        sounds = [self.sounds.get(c, "") for c in text]
        right = self._right(text)
        for length in range(_LONGEST, _SHORTEST - 1, -1):
            for i in range(len(text) - length + 1):
                word = self._by_sound.get(tuple(sounds[i : i + length]))
                written = text[i : i + length]
                if not word or written == word or written in self._known:
                    continue
                changed = [i + n for n in range(length) if written[n] != word[n]]
                if len(changed) <= _MOST_CHANGED * length and right.isdisjoint(changed):
                    text = text[:i] + word + text[i + length :]
        return text

    def _right(self, text: str) -> frozenset[int]:
        """Places inside known words of the text: what stands there is no slip (公积金 in 公积金管理)."""
        found = ((text.find(w), len(w)) for w in self.words if len(w) >= _CERTAIN and w in text)
        return frozenset(at + n for at, length in found for n in range(length))

    def _from_pinyin(self, text: str) -> str:
        syllables = [s for word in _LATIN_WORDS.findall(text.lower()) for s in self._split(word)]
        if not syllables or not all(s in self._syllables for s in syllables):
            return text
        return "".join(self._words(syllables)) or text

    def _split(self, word: str) -> list[str]:
        """Syllables of pinyin written without blanks, longest first with backtracking; the word itself if it has none."""
        word = word.replace("'", "")

        def parts(rest: str) -> list[str] | None:
            if not rest:
                return []
            for n in range(min(_LONGEST_SYLLABLE, len(rest)), 0, -1):
                if rest[:n] in self._syllables and (tail := parts(rest[n:])) is not None:
                    return [rest[:n], *tail]
            return None

        return parts(word[:40]) or [word]

    def _words(self, syllables: list[str]) -> Iterator[str]:
        """Known words for the longest runs of syllables; a syllable in no known word is passed over."""
        i = 0
        while i < len(syllables):
            for n in range(min(_LONGEST, len(syllables) - i), 1, -1):
                word = self._by_sound.get(tuple(syllables[i : i + n]))
                if word:
                    yield word
                    i += n
                    break
            else:
                i += 1


def usual_sounds() -> dict[str, str]:
    """The usual toneless reading of every character of the basic CJK block."""
    from pypinyin import lazy_pinyin  # 0.5 s: only when the vocabulary is compiled

    return {chr(c): lazy_pinyin(chr(c))[0] for c in range(*_BASIC_BLOCK)}
