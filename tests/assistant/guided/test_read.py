"""Words of inspectors and the commands they are: a table that a lawyer can read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from assistant.guided import commands as c
from assistant.guided.read import read
from assistant.guided.said import hear
from assistant.guided.words import Grammar
from assistant.matters import load_vocabulary

TABLE: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8"))
GRAMMAR = Grammar(load_vocabulary().guided)


def described(command: c.Command | None) -> str:
    match command:
        case None:
            return "none"
        case c.Do(what=what):
            words = [what]
        case c.GoTo(number=number, words=said):
            words = ["goto", str(number or said)]
        case c.Find():
            words = ["find", _target(command.target), command.finding, "onward" * command.onward, _note(command.note)]
        case c.Correct(finding=None):
            words = ["withdraw", _target(command.target)]
        case c.Correct():
            words = ["correct", _target(command.target), str(command.finding), _note(command.note)]
        case c.Remark():
            words = ["remark", _target(command.target) if command.target else "whole", _note(command.text)]
        case c.Resume(unit=unit):
            words = ["resume", unit]
        case c.Reopen(reason=reason):
            words = ["reopen", _note(reason)]
        case c.MakePaper(words=said):
            words = ["make", said]
        case c.Share(name=name):
            words = ["share", name]
        case c.Choose(text=text):
            words = ["choose", text]
        case c.Begin():
            words = ["begin", command.unit, _note(command.rest)]
    return " ".join(filter(None, words))


def _target(target: c.Target) -> str:
    return ",".join(map(str, target.numbers)) or target.which


def _note(note: str) -> str:
    return f"/ {note}" if note else ""


@pytest.mark.parametrize(
    ("says", "expected"), [(s, row["is"]) for row in TABLE for s in row["says"]], ids=lambda x: str(x)
)
def test_words_are_the_command(says: str, expected: str) -> None:
    assert described(read(hear(says), GRAMMAR)) == expected


@given(st.text(max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    read(hear(text), GRAMMAR)


@given(st.text(alphabet="是都记录为查了检结果一二三第项条、到符合不适用错改", max_size=300))
def test_words_of_commands_in_any_order_are_read_quickly(text: str) -> None:
    read(hear(text), GRAMMAR)
