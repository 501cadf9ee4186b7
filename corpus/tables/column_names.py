"""What kind of column a header cell names: words and kinds are data, in `column_names.yaml` beside this file."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from importlib import resources

import msgspec

_ASIDE = re.compile(r"[（(【\[][^（）()【】\[\]]*[）)】\]]?")
_EDGE = re.compile(r"^[*★·\d.、]+|[:：*]+$")
_JOIN = "(?:及其?|和|与|、|/|或|以及|，|,)"


class ColumnKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of column: what its cells hold (a sort of `corpus.tables.cells`) and what it is called (regex each)."""

    holds: str
    names: tuple[str, ...]


class ColumnNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tables of words; each field is explained in the file."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    kinds: dict[str, ColumnKind]
    groups: dict[str, tuple[str, ...]]
    organ: tuple[str, ...]
    section: tuple[str, ...]
    method: tuple[str, ...]
    degree: tuple[str, ...]
    check_words: tuple[str, ...]
    power_words: tuple[str, ...]
    benefit_words: tuple[str, ...]
    disclosure_words: tuple[str, ...]
    waiver_words: tuple[str, ...]
    table_ends: tuple[str, ...]


@functools.cache
def column_names() -> ColumnNames:
    """The tables. Raises msgspec.ValidationError when the file does not have their form."""
    import yaml

    source = resources.files("corpus.tables").joinpath("column_names.yaml").read_text("utf-8")
    return msgspec.convert(yaml.safe_load(source), ColumnNames)


def plain_name(words: str) -> str:
    """A column's name without white space, what stands in brackets, and signs at its ends."""
    name = "".join(words.split())
    while (shorter := _ASIDE.sub("", name)) != name and shorter:
        name = shorter
    return _EDGE.sub("", name)


@functools.lru_cache(maxsize=4096)
def kind_of(words: str) -> str:
    """The kind of column a header cell names; empty for words that name none."""
    name = plain_name(words)
    for kind, forms in _forms():
        if any(form.fullmatch(name) for form in forms):
            return kind
    match = _grammar().fullmatch(name)
    return _kind_of_head(match["head"]) if match else ""


def holds(kind: str) -> str:
    """What cells of that kind of column hold; free words for a column of no known kind."""
    known = column_names().kinds.get(kind)
    return known.holds if known else "text"


@functools.cache
def _forms() -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    return tuple((kind, tuple(re.compile(n) for n in value.names)) for kind, value in column_names().kinds.items())


@functools.cache
def _grammar() -> re.Pattern[str]:
    names = column_names()
    heads = _choice(n for kind in names.kinds.values() for n in kind.names)
    before, after = _choice(names.before), _choice(names.after)
    tail = f"(?:{_JOIN}(?:{before})*(?:{heads})?(?:{after})*)*"
    # Lazy: 检查部门 is a name of its own before 检查 is passed over.
    return re.compile(f"(?:{before})*?(?P<head>{heads})(?:{after})*{tail}")


@functools.lru_cache(maxsize=1024)
def _kind_of_head(head: str) -> str:
    return next((kind for kind, forms in _forms() if any(form.fullmatch(head) for form in forms)), "")


def _choice(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))
