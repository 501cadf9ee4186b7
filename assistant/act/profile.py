"""What a section does; all sections; two sections side by side."""

from __future__ import annotations

from assistant.act.results import Result, SectionListResult, SectionResult
from assistant.knowledge import Knowledge
from assistant.question import Understanding

_ABOUT_ALL = 8
"""Characters besides the cue up to which a question on the sections is on all of them, and not on one matter's."""
_ENOUGH = 0.5
"""Least share of the question that a duty of the named section must cover."""


def profile(u: Understanding, k: Knowledge) -> Result | None:
    """Profiles of the sections that the question names, when it asks what they do (or says nothing else)."""
    if "list_sections" in u.cues and not u.sections and len(u.content) <= _ABOUT_ALL:
        return SectionListResult(k.sections) if k.sections else None
    if not u.sections:
        return None
    bare = len(u.content) <= len("".join(u.sections)) + 2
    if {"phone", "address", "hours", "person"} & u.cues:
        return None
    if not ("section" in u.cues or bare or _on_its_duties(u, k)):
        return None
    return SectionResult(tuple((d, s) for name in u.sections for d, s in k.sections if s.name == name))


def _on_its_duties(u: Understanding, k: Knowledge) -> bool:
    """Whether the question, beside naming a section, uses the words of that section's duties."""
    content = u.content
    for name in u.sections:
        content = content.replace(name, "，")
    found = k.duty_matcher.rank(content, k.wordings(u.text), limit=3)
    return any(s >= _ENOUGH and k.duties[i].duty.section in u.sections for i, s in found)
