"""What was typed, held to the same rules as what is sent over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from api.failures import WorkError

if TYPE_CHECKING:
    from api.inspections.requests import Sent

S = TypeVar("S", bound="Sent")


def sent(kind: type[S], /, **fields: object) -> S:
    """The request. Raises WorkError naming every fault."""
    from pydantic import ValidationError

    from api.problem_words import validation_detail

    try:
        return kind.model_validate(fields)
    except ValidationError as error:
        raise WorkError(validation_detail([dict(e) for e in error.errors()])[1]) from error
