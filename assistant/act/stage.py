"""A procedure in stages (初审, 复审): the section of the stage that is asked for comes first."""

from __future__ import annotations

from dataclasses import replace

from assistant.findings import Candidate, Reading


def asked_stage(reading: Reading, text: str) -> Reading:
    """The reading with the section of the last stage that the question names in front (初审过了，复审在哪；谁配合发放)."""
    asked = max(reading.candidates, key=lambda c: _position(c, text), default=None)
    if asked is None or _position(asked, text) < 0:
        return reading
    return replace(reading, candidates=(asked, *(c for c in reading.candidates if c is not asked)))


def _position(candidate: Candidate, text: str) -> int:
    """Where the question last names the stage of a candidate; -1 when it does not."""
    return text.rfind(candidate.role[:2]) if candidate.role != "主办" else -1
