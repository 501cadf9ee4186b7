"""Failures a way in reports in one Chinese sentence."""

from __future__ import annotations


class WorkError(Exception):
    """The work could not be done; the message says what, why and what to do next. Exit status 1."""
