"""A talk: the turns of one conversation, each with its checks. Files are YAML lists; a lawyer can read them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from assistant.answer import Intent
from evals.case import Audience, CaseError, Expectation

TALKS = Path(__file__).parent
_SHORT = {"section": "sections_any", "text": "text_all"}
"""Short names of the two checks that nearly every turn has."""
_SEVERAL = ("status", "sections_any", "text_all", "text_any", "text_not", "options_any")
"""Checks whose single value may be written without a list."""


class Turn(Expectation):
    """One question, and the checks on its answer; those given must all hold."""

    q: str
    intent: Intent | None = None
    read_as: str | None = None
    """A regular expression on the complete question that a follow-up was taken for."""
    alone: bool = False
    """It must stand by itself: nothing of the conversation is read into it."""

    @model_validator(mode="before")
    @classmethod
    def _written_short(cls, fields: Any) -> Any:
        if not isinstance(fields, dict):
            return fields
        written = {_SHORT.get(str(k), str(k)): v for k, v in cast(dict[object, Any], fields).items()}
        return {k: (v,) if k in _SEVERAL and isinstance(v, str) else v for k, v in written.items()}


class Talk(BaseModel):
    """One conversation."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    audience: Audience
    turns: tuple[Turn, ...]
    held_out: bool = False
    """Every third of its file: kept unread while rules are written."""


def read_talks(folder: Path = TALKS) -> tuple[Talk, ...]:
    """All talks of a folder's `*.yaml`, in order of file name and place.

    Raises CaseError for an entry that is no talk, and for an id used twice.
    """
    talks = [talk for file in sorted(folder.glob("*.yaml")) for talk in _talks(file)]
    if len({t.id for t in talks}) < len(talks):
        raise CaseError(f"{folder}: two talks have the same id")
    return tuple(talks)


def _talks(file: Path) -> list[Talk]:
    entries: list[dict[str, Any]] = yaml.safe_load(file.read_text("utf-8"))
    try:
        return [Talk.model_validate({**entry, "held_out": n % 3 == 0}) for n, entry in enumerate(entries, 1)]
    except ValidationError as error:
        raise CaseError(f"{file}: {error}") from error
