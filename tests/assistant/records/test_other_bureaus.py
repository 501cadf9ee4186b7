"""Everyday questions over the documents of made-up bureaus of other kinds: what is asked is answered, or said to be missing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.bootstrap import build_assistant
from assistant.settings import Settings

HERE = Path(__file__).parent
FOLDERS = {"other": HERE / "other", "example": HERE.parents[2] / "docs" / "example-bureau"}
CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "other_bureaus.yaml").read_text(encoding="utf-8"))
FIELDS = {"of", "q", "status", "text", "not", "section", "figure", "fine", "total", "known_gap"}


@pytest.fixture(scope="module")
def bureaus(home: Path) -> dict[str, Assistant]:
    return {name: build_assistant(Settings(corpus=folder, home=home)) for name, folder in FOLDERS.items()}


def _param(case: dict[str, Any]) -> Any:
    gap = case.get("known_gap")
    marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
    return pytest.param(case, id=case["q"], marks=marks)


@pytest.mark.parametrize("case", [_param(c) for c in CASES])
def test_other_bureau(
    case: dict[str, Any], bureaus: dict[str, Assistant], proved: Callable[[Assistant, str], Answer]
) -> None:
    assert set(case) <= FIELDS
    answer = proved(bureaus[case["of"]], case["q"])
    found = differences(case, answer)
    assert not found, f"{'；'.join(found)}\n{answer.text}"


def differences(case: dict[str, Any], answer: Answer) -> list[str]:
    """What the answer lacks of what the case expects."""
    shown = re.sub(r"\[\d+\]", "", answer.text)
    fines = [[p.fine.min_yuan, p.fine.max_yuan] for p in answer.penalties]
    totals = [[p.fine_total.min_yuan, p.fine_total.max_yuan] for p in answer.penalties if p.fine_total]
    checks = {
        f"status is {answer.status}": answer.status == case.get("status", "answered"),
        "the text lacks it": bool(re.search(case.get("text", ""), shown, re.DOTALL)),
        "the text has it": "not" not in case or not re.search(case["not"], shown),
        f"sections are {[s.name for s in answer.sections]}": "section" not in case
        or [s.name for s in answer.sections[:1]] == [case["section"]],
        f"figures are {[f.value for f in answer.figures]}": "figure" not in case
        or case["figure"] in [f.value for f in answer.figures],
        f"fines are {fines}": "fine" not in case or case["fine"] in fines,
        f"totals are {totals}": "total" not in case or case["total"] in totals,
    }
    return [words for words, holds in checks.items() if not holds]
