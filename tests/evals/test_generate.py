"""Asking the cases of a made-up assistant."""

from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from evals.case import Case
from evals.generate import ask_all, read_answers, write_answers


class Parrot:
    """Answers with the question; has no answer to silence."""

    def ask(
        self, question: str, *, id: str | None = None, session: str | None = None, as_of: date | None = None
    ) -> Answer:
        if not question:
            raise ValueError("silence")
        return Answer(
            question=question, id=id or "", session=session, status="answered", intent="other", text=str(as_of)
        )


def case(id: str, q: str, **more: object) -> Case:
    return Case.model_validate({"id": id, "kind": "route", "audience": "citizen", "q": q, "expect": {}, **more})


def test_answers_carry_id_session_and_day():
    (answer,) = ask_all(Parrot(), [case("a", "问", session="s", as_of="2026-03-02")])
    assert (answer.id, answer.session, answer.text) == ("a", "s", "2026-03-02")


def test_answers_come_back_as_written(tmp_path: Path):
    answers = list(ask_all(Parrot(), [case("a", "问"), case("b", "再问")]))
    write_answers(answers, tmp_path / "new" / "answers.jsonl")
    assert read_answers(tmp_path / "new" / "answers.jsonl") == {a.id: a for a in answers}


def test_a_failure_names_its_case():
    with pytest.raises(ValueError, match="silence") as caught:
        list(ask_all(Parrot(), [case("a", "问"), case("b", "")]))
    assert "case b" in caught.value.__notes__[0]
