"""What a section does; all sections; two sections side by side."""

from __future__ import annotations

from assistant.act.results import Result, SectionListResult, SectionResult
from assistant.knowledge import Knowledge
from assistant.question import Understanding


def profile(u: Understanding, k: Knowledge) -> Result | None:
    """Profiles of the sections that the question names, when it asks what they do (or says nothing else)."""
    if "list_sections" in u.cues and not u.sections:
        return SectionListResult(k.sections) if k.sections else None
    if not u.sections:
        return None
    bare = len(u.content) <= len("".join(u.sections)) + 2
    if not ("section" in u.cues or bare) or {"phone", "address", "hours"} & u.cues:
        return None
    return SectionResult(tuple((d, s) for name in u.sections for d, s in k.sections if s.name == name))
