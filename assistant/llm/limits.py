"""How much time and how many calls one answer may take of a language model."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and counts. Past any of them the program's own words go out."""

    request_s: float = 10.0
    """One request to the endpoint."""
    total_s: float = 20.0
    """One answer, all requests and tools together."""
    retries: int = 1
    """Of a request that failed in a way that may pass (429, 5xx, a dropped connection)."""
    model_calls: int = 4
    tool_calls: int = 6
    failures: int = 3
    """In a row, after which the endpoint is left alone …"""
    rest_s: float = 30.0
    """… for so long."""
