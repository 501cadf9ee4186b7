"""Ask the assistant every question of the cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Protocol

from assistant.answer import Answer
from evals.case import Case


class Assistant(Protocol):
    """Whoever answers."""

    def ask(
        self, question: str, *, id: str | None = None, session: str | None = None, as_of: date | None = None
    ) -> Answer: ...


def ask_all(assistant: Assistant, cases: Iterable[Case]) -> Iterator[Answer]:
    """An answer per case, in order. What the assistant raises goes on up, with the case's id noted on it."""
    for case in cases:
        try:
            yield assistant.ask(case.q, id=case.id, session=case.session, as_of=case.as_of)
        except Exception as error:
            error.add_note(f"while answering case {case.id}: {case.q}")
            raise


def write_answers(answers: Iterable[Answer], file: Path) -> None:
    """One JSON answer a line, as `renshe ask --batch` prints them."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(a.model_dump_json() + "\n" for a in answers), "utf-8")


def read_answers(file: Path) -> dict[str, Answer]:
    """Answers by id."""
    lines = file.read_text("utf-8").splitlines()
    answers = [Answer.model_validate_json(line) for line in lines if line.strip()]
    return {a.id: a for a in answers}
