"""The words of web pages, read from `words.yaml` beside this file."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from importlib import resources

import msgspec


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lists of words; each is explained in the file."""

    fields: tuple[str, ...]
    least_fields: int
    body_marks: tuple[str, ...]
    trails: tuple[str, ...]
    buttons: tuple[str, ...]
    alone: tuple[str, ...]
    feet: tuple[str, ...]
    links: tuple[str, ...]


@functools.cache
def words() -> Words:
    """The lists. Raises msgspec.ValidationError when the file does not have their form."""
    import yaml

    source = resources.files("corpus.noise").joinpath("words.yaml").read_text("utf-8")
    return msgspec.convert(yaml.safe_load(source), Words)


def either(choices: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; blanks between their characters do not count."""
    ordered = sorted(choices, key=len, reverse=True)
    return "|".join(r"[ \u3000]*".join(re.escape(c) for c in word) for word in ordered)
