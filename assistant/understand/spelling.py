"""Words written by their sound: pinyin instead of characters, or a homophone inside a known word (工商认定 for 工伤认定).

Only words of the vocabulary are restored, and only where what stands there is not itself a known word: everything else
is left as the person wrote it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from assistant.understand.known_words import KnownWords

_LATIN_WORDS = re.compile(r"[a-z']+")
_TONE_DIGIT = re.compile(r"(?<=[a-z])[1-5](?![0-9])")
_TONE_MARKS = "\u0300\u0301\u0304\u030c"
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
    texts: tuple[str, ...] = ()
    """Texts of the documents: what stands there is no slip, whatever it sounds like (监察内容)."""

    @cached_property
    def _by_sound(self) -> dict[tuple[str, ...], str]:
        out: dict[tuple[str, ...], str] = {}
        for word in self.words:
            sound = tuple(self.sounds.get(c, "") for c in word)
            if all(sound) and len(word) >= 2:
                out.setdefault(sound, word)
        return out

    @cached_property
    def _certain(self) -> KnownWords:
        return KnownWords(w for w in self.words if len(w) >= _CERTAIN)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.words)

    @cached_property
    def _syllables(self) -> frozenset[str]:
        return frozenset(self.sounds.values())

    def restore(self, text: str) -> str:
        """The text with words restored; unchanged where nothing is certain."""
        plain = without_tones(text)
        if not _CHINESE.search(plain):
            restored = self._from_pinyin(plain)
            return text if restored == plain else restored
        return self._from_homophones(self._from_mixed(plain) if _LATIN_WORDS.search(plain) else text)

    def _from_mixed(self, text: str) -> str:
        """Pinyin amid characters (gongzi一直没发), where it spells a known word, alone or with the characters after it."""

        def word(match: re.Match[str]) -> str:
            syllables = self._split(match.group())
            sounds = [*syllables, *(self.sounds.get(c, "") for c in text[match.end() : match.end() + _LONGEST])]
            for n in range(len(sounds), len(syllables), -1):
                found = self._by_sound.get(tuple(sounds[:n]))
                if found and text.startswith(found[len(syllables) :], match.end()):
                    return found[: len(syllables)]
            return self._by_sound.get(tuple(syllables), match.group())

        return _LATIN_WORDS.sub(word, text)

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
                if len(changed) > _MOST_CHANGED * length or not right.isdisjoint(changed):
                    continue
                if not any(written in t for t in self.texts):
                    text = text[:i] + word + text[i + length :]
        return text

    def _right(self, text: str) -> frozenset[int]:
        """Places inside known words of the text: what stands there is no slip (公积金 in 公积金管理)."""
        found = ((text.find(w), len(w)) for w in self._certain.within(text))
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

    def _words(self, syllables: list[str]) -> list[str]:
        """Known words that together cover the most syllables, the fewest of them; other syllables are passed over."""
        best: list[tuple[int, int, tuple[str, ...]]] = [(0, 0, ())]  # covered, minus words, words; up to each place
        for end in range(1, len(syllables) + 1):
            options = [best[end - 1]]
            for start in range(max(0, end - _LONGEST), end - 1):
                if word := self._by_sound.get(tuple(syllables[start:end])):
                    covered, words, before = best[start]
                    options.append((covered + end - start, words - 1, (*before, word)))
            best.append(max(options, key=lambda o: (o[0], o[1])))
        return list(best[-1][2])


def without_tones(text: str) -> str:
    """Pinyin without its tones: gōngzī and gong1zi1 become gongzi, ü becomes v."""
    parts = unicodedata.normalize("NFD", text)
    if len(parts) == len(text) and not _TONE_DIGIT.search(text):
        return text
    plain = "".join(c for c in parts if c not in _TONE_MARKS).replace("u\u0308", "v")
    plain = unicodedata.normalize("NFC", plain)
    return plain if _CHINESE.search(plain) else _TONE_DIGIT.sub("", plain)


def usual_sounds() -> dict[str, str]:
    """The usual toneless reading of every character of the basic CJK block."""
    from pypinyin import lazy_pinyin  # 0.5 s: only when the vocabulary is compiled

    return {chr(c): lazy_pinyin(chr(c))[0] for c in range(*_BASIC_BLOCK)}
