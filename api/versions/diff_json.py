"""A comparison as JSON: the same for the command line and over HTTP."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from assistant.compared import AnswerChange
from corpus.versions.diff.diff import Difference, Place


def diff_json(differences: Iterable[Difference], answers: Sequence[AnswerChange]) -> dict[str, Any]:
    """Changed records, and questions that are answered differently."""
    return {
        "changes": [
            {
                "change": d.change,
                "record": d.record,
                "name": d.name,
                "text": d.text,
                "old": _place(d.old),
                "new": _place(d.new),
            }
            for d in differences
        ],
        "answers": [a.model_dump(mode="json") for a in answers],
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {"file": place.file, "start": place.span.start, "end": place.span.end, "quote": place.quote}
