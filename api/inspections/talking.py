"""What carries inspections on by the words of those who ask over HTTP."""

from __future__ import annotations

from api.inspections.desk import Desk
from api.ports import Assistant
from assistant.assistant import Assistant as OurAssistant
from assistant.bootstrap import build_guide
from assistant.guided.guide import Guide
from assistant.journaled import JournaledAssistant


def guide_of(assistant: Assistant, desk: Desk) -> Guide | None:
    """None for an assistant that is not ours (a test's): it has no documents to inspect by."""
    inner = assistant.assistant if isinstance(assistant, JournaledAssistant) else assistant
    return build_guide(inner, desk.office) if isinstance(inner, OurAssistant) else None
