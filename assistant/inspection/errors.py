"""Errors of inspections: each message is for the user, in plain Chinese: what, why, what next."""

from __future__ import annotations


class InspectionError(Exception):
    """The inspection cannot do what was asked; `str(error)` is one Chinese sentence to show as it is."""


class RefusedError(InspectionError):
    """This event does not fit the inspection as it stands; nothing was recorded."""


class NotNowError(RefusedError):
    """The event would fit at another time: the inspection is finished, paused, or not there yet."""


class MissingError(InspectionError):
    """The inspection has no such thing."""


class KeyReusedError(InspectionError):
    """An idempotency key came back with other content; nothing was recorded."""
