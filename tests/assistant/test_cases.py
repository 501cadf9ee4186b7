"""Tables of questions a lawyer can read, each held against the shipped documents.

Fields of a case: `q` the question, `as_of` the day it is asked on, `why` the rule it holds to; expected values, all optional: `status` (default
`answered`), `intent`, `sections` (the first ones, in order), `roles` (their first two characters), `also` (anywhere
among the sections), `fine` `[min, max]`, `per`, `multiple`, `total`, `no_fine`, `measure`, `law`, `article`, `figures`
(values, each as often as written), `steps_min`, `quote` and `text` (patterns; quotes without white space), `warning`
(a code, or true for any), `option`, `no_digits`, `no_yuan`. `known_gap` says why a case is not met yet: such a case
must fail, and the field goes once it holds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.answer import Answer
from assistant.assistant import Assistant

Case = dict[str, Any]
FIELDS = {
    *("q", "as_of", "why", "known_gap", "status", "intent", "sections", "roles", "also", "option"),
    *("fine", "per", "multiple", "total", "no_fine", "measure", "law", "article"),
    *("figures", "steps_min", "quote", "text", "warning", "no_digits", "no_yuan"),
}
FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def cases() -> Iterator[Any]:
    for file in FILES:
        for number, case in enumerate(yaml.safe_load(file.read_text(encoding="utf-8")), 1):
            gap = case.get("known_gap")
            marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
            yield pytest.param(case, id=f"{file.stem}-{number}", marks=marks)


@pytest.mark.parametrize("case", list(cases()))
def test_case(case: Case, assistant: Assistant, proved: Callable[..., Answer]) -> None:
    answer = proved(assistant, case["q"], case.get("as_of"))
    found = differences(case, answer)
    assert not found, f"{case['q']}（{case['why']}）：{'；'.join(found)}\n{answer.text}"


def test_tables_are_whole() -> None:
    """No misspelt field silently checks nothing, no question stands twice, each case expects something."""
    table = [c for f in FILES for c in yaml.safe_load(f.read_text(encoding="utf-8"))]
    assert len(table) >= 120
    assert not [c["q"] for c in table if set(c) - FIELDS or not c.get("why") or len(set(c) - {"q", "why"}) < 1]
    assert not [q for q, n in Counter(c["q"] for c in table).items() if n > 1]


def differences(case: Case, answer: Answer) -> list[str]:
    """What the answer lacks of what the case expects, in words."""
    checks = (_outcome, _sections, _penalties, _figures, _words, _warnings)
    return [words for check in checks for words in check(case, answer)]


def _outcome(case: Case, answer: Answer) -> Iterator[str]:
    status, intent = case.get("status", "answered"), case.get("intent", answer.intent)
    if (answer.status, answer.intent) != (status, intent):
        yield f"status and intent are {answer.status} {answer.intent}"
    if not any(case.get("option", "") in o for o in answer.options or [""]):
        yield f"options are {answer.options}"


def _sections(case: Case, answer: Answer) -> Iterator[str]:
    names = [s.name for s in answer.sections]
    first = case.get("sections", [])
    roles = case.get("roles", [])
    if names[: len(first)] != first or not set(case.get("also", [])) <= set(names):
        yield f"sections are {names}"
    if [s.role[:2] for s in answer.sections][: len(roles)] != roles:
        yield f"roles are {[s.role for s in answer.sections]}"


def _penalties(case: Case, answer: Answer) -> Iterator[str]:
    fines = [p.fine for p in answer.penalties if p.fine.kind != "none"]
    totals = [[p.fine_total.min_yuan, p.fine_total.max_yuan] for p in answer.penalties if p.fine_total]
    if "fine" in case and case["fine"] not in [[f.min_yuan, f.max_yuan] for f in fines]:
        yield f"fines are {fines}"
    if "multiple" in case and case["multiple"] not in [[f.min_times, f.max_times] for f in fines]:
        yield f"fines are {fines}"
    if "per" in case and case["per"] not in [f.per for f in fines]:
        yield f"no fine is per {case['per']}"
    if "total" in case and case["total"] not in totals:
        yield f"totals are {totals}"
    if case.get("no_fine") and (fines or re.search(r"[\d万千百]\s*元", answer.text)):
        yield "an amount appears"
    for field in ("law", "article"):
        if field in case and case[field] not in [getattr(p, field) for p in answer.penalties]:
            yield f"no penalty has the {field} {case[field]}"
    if "measure" in case and not any(case["measure"] in m for p in answer.penalties for m in p.measures):
        yield f"no measure {case['measure']}"


def _figures(case: Case, answer: Answer) -> Iterator[str]:
    missing = Counter(case.get("figures", [])) - Counter(f.value for f in answer.figures)
    if missing:
        yield f"figures are {[f.value for f in answer.figures]}"
    if len(answer.steps) < case.get("steps_min", 0):
        yield f"{len(answer.steps)} steps"


def _words(case: Case, answer: Answer) -> Iterator[str]:
    quotes = [re.sub(r"\s", "", c.quote) for c in answer.citations]
    if "quote" in case and not any(re.search(case["quote"], q) for q in quotes):
        yield f"no quote has {case['quote']}"
    if "text" in case and not re.search(case["text"], answer.text):
        yield f"the text lacks {case['text']}"
    if case.get("no_digits") and re.search(r"\d", re.sub(r"\[\d+\]", "", answer.text)):
        yield "a digit appears"
    if case.get("no_yuan") and re.search(r"[\d万千百]\s*元", answer.text):
        yield "an amount appears"


def _warnings(case: Case, answer: Answer) -> Iterator[str]:
    codes = [w.code for w in answer.warnings]
    wanted = case.get("warning")
    if wanted is not None and not (codes if wanted is True else wanted in codes):
        yield f"warnings are {codes}"
