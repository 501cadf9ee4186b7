"""Every violation of the shipped document is found from everyday questions, and every record has such questions."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from assistant.assistant import Assistant

TABLE = yaml.safe_load((Path(__file__).parent / "cases" / "found" / "violations.yaml").read_text(encoding="utf-8"))
QUESTIONS = [(q, row["finds"]) for row in TABLE for q in row["asked"]]
LEAST = 4


@pytest.mark.parametrize(("question", "finds"), QUESTIONS, ids=[q for q, _ in QUESTIONS])
def test_found(question: str, finds: list[str], assistant: Assistant) -> None:
    found = [p.violation for p in assistant.ask(question).penalties]
    assert any(words in violation for words in finds for violation in found), found


def test_every_violation_is_asked_for(assistant: Assistant) -> None:
    violations = {p.violation for d in assistant.corpus.documents for p in d.penalties}
    asked = {v for v in violations for row in TABLE if any(words in v for words in row["finds"])}
    assert violations == asked
    assert all(len(row["asked"]) >= LEAST for row in TABLE)
