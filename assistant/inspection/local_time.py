"""The time where inspections take place: kept in UTC, written in papers and messages as clocks there show it."""

from __future__ import annotations

from datetime import timedelta, timezone

CHINA = timezone(timedelta(hours=8))
