"""A conversation as text to read and to keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta, timezone

from api.cli.answer_lines import answer_as_lines
from assistant.answer import Answer
from assistant.conversation.asked import Asked

_CHINA = timezone(timedelta(hours=8))
_RULE = "—" * 20


def conversation_text(talk: Iterable[Asked]) -> str:
    """Each question with the day and time it was asked, its answer, and the quotes that rests on."""
    return "\n".join(_lines(talk)) + "\n"


def _lines(talk: Iterable[Asked]) -> Iterator[str]:
    for n, turn in enumerate(talk, 1):
        if n > 1:
            yield from ("", _RULE, "")
        yield f"{n}. 问：{turn.question}"
        yield f"（{turn.at.astimezone(_CHINA):%Y-%m-%d %H:%M}，北京时间）"
        yield ""
        if turn.answer:
            yield from (line.text for line in answer_as_lines(Answer.model_validate_json(turn.answer)))
