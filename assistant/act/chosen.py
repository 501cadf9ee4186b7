"""A matter named just as it is named in the vocabulary: an option of an earlier answer, chosen."""

from __future__ import annotations

from assistant.act.results import Result, RouteResult
from assistant.act.section import derive
from assistant.knowledge import Knowledge
from assistant.question import Understanding


def chosen(u: Understanding, k: Knowledge) -> Result | None:
    """The sections of the matter whose name is the whole question."""
    matter = next((m for m in k.vocabulary.matters if m.name == u.text), None)
    if matter is None:
        return None
    reading = k.reading(matter.id, derive)
    return RouteResult((reading,), ask_back=False, silent=(), where=True) if reading.candidates else None
