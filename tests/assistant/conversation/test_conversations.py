"""Conversations held with the assistant, turn by turn; every answer still passes the number lock."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.verify import verify

TALKS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "conversations.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk["why"])
def test_conversation(talk: dict[str, Any], assistant: Assistant) -> None:
    for turn in talk["turns"]:
        answer = assistant.ask(turn["q"], session=talk["why"])
        assert verify(answer, assistant.corpus) is answer
        assert not differences(turn, answer), f"{turn['q']} → {answer.read_as}\n{answer.text}"


def test_sessions_do_not_mix(assistant: Assistant) -> None:
    assistant.ask("评职称找谁", session="one")
    assistant.ask("工伤认定找谁", session="two")
    assert assistant.ask("他们电话多少", session="one").sections[0].name == "职称股"
    assert assistant.ask("他们电话多少", session="two").sections[0].name == "工伤保险所"


def test_without_a_session_nothing_is_remembered(assistant: Assistant) -> None:
    assistant.ask("评职称找谁")
    answer = assistant.ask("他们电话多少")
    assert answer.read_as is None
    assert not answer.sections


def differences(turn: dict[str, Any], a: Answer) -> list[str]:
    """Which expectations of a turn the answer does not meet."""
    met = {
        "read": lambda w: (a.read_as is None) if w is None else a.read_as is not None and bool(re.search(w, a.read_as)),
        "status": lambda w: a.status == w,
        "intent": lambda w: a.intent == w,
        "section": lambda w: bool(a.sections) and a.sections[0].name == w,
        "fine": lambda w: any([p.fine.min_yuan, p.fine.max_yuan] == w for p in a.penalties),
        "total": lambda w: any(
            p.fine_total and [p.fine_total.min_yuan, p.fine_total.max_yuan] == w for p in a.penalties
        ),
        "figures": lambda w: set(w) <= {f.value for f in a.figures},
        "text": lambda w: re.search(w, a.text) is not None,
    }
    assert set(turn) - {"q"} <= set(met)
    return [name for name, wanted in turn.items() if name != "q" and not met[name](wanted)]
