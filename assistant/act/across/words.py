"""The words of a question by what they do in it: longest word first from the left; what no word covers is left over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_STOP = re.compile(r"[^一-鿿A-Za-z0-9%《》]+")
_JOINED = re.compile(r"[或和与及、跟]|或者|以及|还是|还有")


@dataclass(frozen=True, slots=True)
class Words:
    """A question cut into known words."""

    roles: Mapping[str, tuple[str, ...]]
    """Words found, by role, in order."""
    left: tuple[str, ...]
    """Runs of characters that no word covers; `Cutter.readings` takes the particles off their ends."""
    maybe: tuple[str, ...]
    """Runs of which particles leave a single character: 要查 says nothing, 中介 is a word after all."""
    before: Mapping[str, str]
    """For a run, the known word right before it: 检查 and 通知 may be one word of the documents."""

    def has(self, role: str) -> bool:
        """Whether a word of this role occurs."""
        return bool(self.roles.get(role))


@dataclass(frozen=True)
class Cutter:
    """Cuts questions by a fixed list of words."""

    roles: Mapping[str, tuple[str, ...]]
    """Role → words. A word may have several."""
    by_word: dict[str, list[str]] = field(init=False, default_factory=dict[str, list[str]])
    firsts: dict[str, tuple[str, ...]] = field(init=False, default_factory=dict[str, tuple[str, ...]])

    def __post_init__(self) -> None:
        for role, words in self.roles.items():
            for word in words:
                self.by_word.setdefault(word, []).append(role)
        firsts: dict[str, list[str]] = {}
        for word in self.by_word:
            firsts.setdefault(word[0], []).append(word)
        self.firsts.update({c: tuple(sorted(ws, key=lambda w: (-len(w), w))) for c, ws in firsts.items()})

    def cut(self, text: str) -> Words:
        """The words of a text. Single characters never break a run: 会 in 社会 is no particle."""
        found: dict[str, list[str]] = {}
        left: list[str] = []
        before: dict[str, str] = {}
        run, i, last = "", 0, ""
        while i < len(text):
            word = next((w for w in self.firsts.get(text[i], ()) if len(w) > 1 and text.startswith(w, i)), "")
            if not word:
                run, i = run + text[i], i + 1
                continue
            left.append(run)
            before.setdefault(run, last)
            run, i, last = "", i + len(word), word
            for role in self.by_word[word]:
                found.setdefault(role, []).append(word)
        left.append(run)
        before.setdefault(run, last)
        runs = [r for part in left for piece in _STOP.split(part) for r in _JOINED.split(piece)]
        for r in runs:
            for c in r:
                for role in self.by_word.get(c, ()):
                    if role != "noise":
                        found.setdefault(role, []).append(c)
        kept = tuple(r for r in runs if len(self.readings(r)[-1]) > 1)
        maybe = tuple(r for r in runs if len(r) > 1 and len(self.readings(r)[-1]) == 1)
        return Words({role: tuple(ws) for role, ws in found.items()}, kept, maybe, before)

    def readings(self, run: str) -> tuple[str, ...]:
        """A run with ever fewer of the particles at its ends, the whole first: 用人单位 is tried before 人单位."""
        starts = [0]
        while starts[-1] < len(run) and run[starts[-1]] in self.by_word:
            starts.append(starts[-1] + 1)
        ends = [len(run)]
        while ends[-1] > 0 and run[ends[-1] - 1] in self.by_word:
            ends.append(ends[-1] - 1)
        cuts = sorted({(s, e) for s in starts for e in ends if s < e}, key=lambda c: (c[0] - c[1], c))
        return tuple(run[s:e] for s, e in cuts) or ("",)
