"""Errors of the corpus: each message is for the user, in plain Chinese: what happened, why, what to do next."""

from __future__ import annotations


class CorpusError(Exception):
    """The documents cannot be compiled; `str(error)` is one Chinese line to show as it is."""


class SourceError(CorpusError):
    """One file cannot be read as a source document."""
