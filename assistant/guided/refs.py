"""The inspection beside an answer: a reference for programs, the words read as a complete sentence, a refusal."""

from __future__ import annotations

import re

from assistant.answer import Figure, InspectionRef, PaperRef
from assistant.compose.draft import Draft
from assistant.guided.scene import Scene
from assistant.guided.starting import day_words
from assistant.guided.tools import Tools
from assistant.guided.writer import Writer

_NUMBER = re.compile(r"\d+")


def inspection_ref(scene: Scene, tools: Tools) -> InspectionRef:
    """The inspection as it stands, with the latest paper of each kind."""
    state = scene.state
    latest = {p.kind: p.sha256 for p in state.papers}
    return InspectionRef(
        id=state.id,
        unit=state.unit.name,
        regime=state.regime.title,
        status=state.status,
        item=state.regime.items[scene.here].id,
        papers=[
            PaperRef(
                kind=k, title=tools.papers.title(state, k), sha256=h, link=f"/v1/inspections/{state.id}/papers/{k}/file"
            )
            for k, h in latest.items()
        ],
    )


def read_as(question: str, w: Writer) -> str:
    """The words with the inspection they belong to, and what was entered before that the answer repeats."""
    state = w.scene.state
    said = f"对“{state.unit.name}”的检查（{state.kind}，{day_words(state.day)}）：{question.strip()}"
    entered = "；".join(dict.fromkeys(e for e in w.entered if e and e not in said))
    return f"{said}（已录：{entered}）" if entered else said


def refusal(sentence: str) -> Draft:
    """A sentence that says what was not done, and why; its numbers are those of the program's own limits."""
    numbers = [int(n) for n in _NUMBER.findall(sentence)]
    figures = tuple(
        Figure(label="限度", value=n, unit="", relation="=", citation=None, working=sentence) for n in numbers
    )
    return Draft("answered", "checklist", sentence, figures=figures)
