"""The rules' tables of words, read from `wording.yaml` beside this file."""

from __future__ import annotations

import functools
from importlib import resources

import msgspec


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Tables of words; each field is explained in the file."""

    same_object: dict[str, tuple[str, ...]]
    narrower: dict[str, tuple[str, ...]]
    claim_verbs: tuple[str, ...]
    sole_acts: tuple[tuple[str, ...], ...]
    generic_objects: tuple[str, ...]


@functools.cache
def wording() -> Wording:
    """The tables. Raises msgspec.ValidationError when the file does not have their form."""
    import yaml

    source = resources.files("corpus.anomalies").joinpath("wording.yaml").read_text("utf-8")
    return msgspec.convert(yaml.safe_load(source), Wording)
