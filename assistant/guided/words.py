"""The words that drive an inspection: data, from `vocabulary/guided.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import msgspec

_PART = re.compile(r"<([A-Z]+)>")


class GuidedWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Regular expressions on normalised text; `<NAME>` stands for a part, `<T>` for a target, `<F>` for a finding."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    ends_asking: tuple[str, ...] = ()
    parts: dict[str, str] = {}
    targets: dict[str, tuple[str, ...]] = {}
    findings: dict[str, tuple[str, ...]] = {}
    commands: dict[str, tuple[str, ...]] = {}
    kinds: tuple[str, ...] = ()
    """Kinds of check that people name and documents need not."""
    papers: dict[str, tuple[str, ...]] = {}
    """Everyday words for papers, by the id of their form."""


@dataclass(frozen=True)
class Grammar:
    """The words, compiled."""

    words: GuidedWords

    @cached_property
    def commands(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Name and pattern of every way to say a command, in the order in which they are tried."""
        return tuple((name, re.compile(self._whole(p))) for name, ps in self.words.commands.items() for p in ps)

    @cached_property
    def findings(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Finding and pattern."""
        return self._named(self.words.findings)

    @cached_property
    def targets(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Kind of target and pattern."""
        return self._named(self.words.targets)

    @cached_property
    def check(self) -> re.Pattern[str]:
        """A word that names a kind of check."""
        return re.compile(self._whole("<CHECK>"))

    @cached_property
    def unit(self) -> re.Pattern[str]:
        """How the name of a unit ends."""
        return re.compile(self._whole("<ORG>") + "$")

    @cached_property
    def asks(self) -> re.Pattern[str]:
        """What makes a sentence a question."""
        return re.compile("|".join(self.words.asks))

    @cached_property
    def ends_asking(self) -> re.Pattern[str]:
        """How a question ends."""
        return re.compile("|".join(self.words.ends_asking))

    @cached_property
    def before(self) -> re.Pattern[str]:
        """Polite words at the front."""
        return re.compile(f"(?:{'|'.join(self.words.before)})")

    @cached_property
    def after(self) -> re.Pattern[str]:
        """Particles at the end."""
        return re.compile(f"(?:{'|'.join(self.words.after)})$")

    def _named(self, groups: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple((name, re.compile(self._whole(p))) for name, ps in groups.items() for p in ps)

    @cached_property
    def _parts(self) -> dict[str, str]:
        def either(groups: Mapping[str, tuple[str, ...]]) -> str:
            return f"(?:{'|'.join(p for ps in groups.values() for p in ps)})"

        return {**self.words.parts, "T": either(self.words.targets), "F": either(self.words.findings)}

    def _whole(self, pattern: str) -> str:
        """The pattern with its parts put in; parts may hold parts."""
        for _ in range(4):
            if not _PART.search(pattern):
                break
            pattern = _PART.sub(lambda m: self._parts.get(m[1], m[0]), pattern)
        return pattern


def first(patterns: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> str | None:
    """The name of the first pattern that matches the whole text."""
    return next((name for name, p in patterns if p.fullmatch(text)), None)
