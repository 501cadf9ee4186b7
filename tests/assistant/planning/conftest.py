"""One planner over the shipped documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.bootstrap import build_planner
from assistant.planning.planner import Planner
from corpus.folder import load_corpus

SHIPPED = Path(__file__).parents[3] / "corpus" / "documents"


@pytest.fixture(scope="session")
def planner(home: Path) -> Planner:
    return build_planner(load_corpus(SHIPPED, home / "cache"), home)
