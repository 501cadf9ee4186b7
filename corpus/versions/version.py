"""A version: which documents there were, since when, and who put them in."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal

import msgspec

from corpus.records import Record

VersionKind = Literal["first", "change", "rollback", "folder", "dates"]
"""first: the documents as they lay there. folder: changed in the folder by hand. dates: only when they apply."""


class Kept(Record, frozen=True, kw_only=True):
    """One document of a version. The dates are those set by hand; ISO, inclusive; they outweigh what the text states."""

    sha256: str
    start: str | None = None
    end: str | None = None


class Version(Record, frozen=True, kw_only=True):
    """One entry of the ledger."""

    n: int
    """From 1."""
    at: datetime
    by: str
    kind: VersionKind
    note: str = ""
    files: dict[str, Kept]
    """By path inside the corpus folder, POSIX."""
    of: int | None = None
    """For a rollback: the version gone back to."""

    @property
    def tree(self) -> str:
        """What names the set of documents: see `tree_key`."""
        return tree_key({name: kept.sha256 for name, kept in self.files.items()})


def tree_key(files: Mapping[str, str]) -> str:
    """SHA-256 over names and hashes, sorted: two equal sets of documents have one key."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\t{files[name]}\n".encode())
    return digest.hexdigest()


def day_of(version: Version) -> date:
    """The day on which a version was put in, in the machine's time zone."""
    return version.at.astimezone().date()


def encode(version: Version) -> bytes:
    """One line of JSON without its end."""
    return msgspec.json.encode(version)


def decode(line: bytes) -> Version:
    """Raises msgspec.DecodeError or ValidationError for what is no version."""
    return msgspec.json.decode(line, type=Version)
