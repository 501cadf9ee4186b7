"""What the page for inspectors says that one may say is understood."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.guided.read import read
from assistant.guided.said import hear
from assistant.guided.words import Grammar
from assistant.matters import load_vocabulary

PAGE = (Path(__file__).parents[2] / "docs" / "for-inspectors.md").read_text(encoding="utf-8")
ROWS = re.search(r"(?<=\| 说法 \| 作用 \|\n\| --- \| --- \|\n)(?:\|.*\n)+", PAGE)
SAYINGS = [s for row in (ROWS.group() if ROWS else "").splitlines() for s in row.split("|")[1].strip().split("、")]
GRAMMAR = Grammar(load_vocabulary().guided)


def test_there_are_sayings() -> None:
    assert len(SAYINGS) > 25


@pytest.mark.parametrize("saying", SAYINGS)
def test_a_saying_of_the_page_is_a_command(saying: str) -> None:
    assert read(hear(saying), GRAMMAR) is not None
