"""Every kind of result has one who words it, and no composer waits for a kind that no act finds."""

from __future__ import annotations

from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

import pytest

from assistant.act.results import Result
from assistant.compose.composer import COMPOSERS


def _kinds(union: object) -> set[object]:
    if get_origin(union) in (Union, UnionType):
        return {kind for part in get_args(union) for kind in _kinds(part)}
    return {union}


def test_every_result_is_worded() -> None:
    assert set(COMPOSERS) == _kinds(Result)


@pytest.mark.parametrize("kind", COMPOSERS, ids=lambda kind: kind.__name__)
def test_the_composer_of_a_kind_takes_that_kind(kind: type) -> None:
    assert get_type_hints(COMPOSERS[kind])["result"] is kind
