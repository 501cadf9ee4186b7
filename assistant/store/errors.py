"""Errors of the store: each message is for the user, in plain Chinese: what, why, what next. Never a password."""

from __future__ import annotations


class StoreError(Exception):
    """The store cannot be opened or used; `str(error)` is one Chinese sentence to show as it is."""


class UnfitFileError(StoreError):
    """A file that is not kept: it is empty or too large."""


class DamagedError(StoreError):
    """What is stored is not what was written."""
