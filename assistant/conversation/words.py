"""The words that make a question go on from the one before: data, from `vocabulary/conversation.yaml`."""

from __future__ import annotations

import re
from functools import cache

import msgspec


class ConversationWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Regular expressions on normalised text, and groups of words that take each other's place."""

    restart: tuple[str, ...] = ()
    opener: tuple[str, ...] = ()
    closer: tuple[str, ...] = ()
    office: tuple[str, ...] = ()
    matter: tuple[str, ...] = ()
    correction: tuple[str, ...] = ()
    """With a group `but` (what is meant) and possibly `not` (what is not)."""
    choice: tuple[str, ...] = ()
    """With one of the groups `n`, `first`, `last`."""
    around_choice: tuple[str, ...] = ()
    alternatives: tuple[tuple[tuple[str, ...], ...], ...] = ()
    no_gains: tuple[str, ...] = ()
    gains: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    """Words that name no subject."""
    again: tuple[str, ...] = ()
    bring: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()


@cache
def compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """The patterns, compiled once."""
    return tuple(re.compile(p) for p in patterns)


def found(patterns: tuple[str, ...], text: str) -> re.Match[str] | None:
    """The first match of the first pattern that matches anywhere."""
    return next((m for p in compiled(patterns) if (m := p.search(text))), None)


def without(patterns: tuple[str, ...], text: str) -> str:
    """The text without what the patterns match."""
    for p in compiled(patterns):
        text = p.sub("", text)
    return text.strip("，,。？?！! ")
