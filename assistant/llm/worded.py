"""What passes between a model and those who use its words."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer import Answer


class ModelError(Exception):
    """The model gave nothing usable; the message names the kind of failure, never what was asked."""


@dataclass(frozen=True, slots=True)
class Worded:
    """What a model wrote, and the tool results it had seen."""

    text: str
    answers: tuple[Answer, ...]
