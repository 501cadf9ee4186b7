"""The checks, one function each: None when it holds or is not asked for, else the name of what failed."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.answer import Answer, FineAnswer
from evals.case import Expectation
from evals.numerals import numbers, plain, spoken, squeeze

Check = Callable[[Expectation, Answer], str | None]

_SUM_OF_MONEY = re.compile(r"(\d|[一二两三四五六七八九十百千万])\s*(万)?元")


def status(e: Expectation, a: Answer) -> str | None:
    return f"status {a.status}" if e.status is not None and a.status not in e.status else None


def section(e: Expectation, a: Answer) -> str | None:
    first = a.sections[0].name if a.sections else None
    return f"section {first}" if e.sections_any is not None and first not in e.sections_any else None


def fine(e: Expectation, a: Answer) -> str | None:
    if e.fine is None:
        return None
    hits = [f for f in _fines(a) if (f.min_yuan or 0, f.max_yuan) == e.fine]
    if not hits:
        return "fine"
    return "per" if e.per is not None and all(f.per != e.per for f in hits) else None


def multiple(e: Expectation, a: Answer) -> str | None:
    missing = e.multiple is not None and all((f.min_times, f.max_times) != e.multiple for f in _fines(a))
    return "multiple" if missing else None


def total(e: Expectation, a: Answer) -> str | None:
    totals = [(p.fine_total.min_yuan, p.fine_total.max_yuan) for p in a.penalties if p.fine_total]
    return "total" if e.total is not None and e.total not in totals else None


def no_amount(e: Expectation, a: Answer) -> str | None:
    if not e.no_fine_amount:
        return None
    amount = any(f.max_yuan or f.max_times for f in _fines(a))
    return "amount invented" if amount or _SUM_OF_MONEY.search(squeeze(a.text)) else None


def figures(e: Expectation, a: Answer) -> str | None:
    text = squeeze(a.text)
    have = {plain(f.value) for f in a.figures if f.value is not None} | numbers(text)
    missing = [
        plain(wanted)
        for wanted in e.figures or ()
        if plain(wanted) not in have and not any(s in text for s in spoken(wanted))
    ]
    return f"figure {', '.join(missing)}" if missing else None


def text_any(e: Expectation, a: Answer) -> str | None:
    return "text_any" if e.text_any is not None and not any(_says(a, x) for x in e.text_any) else None


def text_all(e: Expectation, a: Answer) -> str | None:
    return "text_all" if e.text_all is not None and not all(_says(a, x) for x in e.text_all) else None


def text_not(e: Expectation, a: Answer) -> str | None:
    return "text_not" if any(re.search(x, a.text) for x in e.text_not or ()) else None


def quote(e: Expectation, a: Answer) -> str | None:
    if e.quote is None:
        return None
    pattern = squeeze(e.quote)
    return None if any(re.search(pattern, squeeze(c.quote)) for c in a.citations) else "quote"


def steps(e: Expectation, a: Answer) -> str | None:
    return "steps" if len(a.steps) < e.steps_min else None


def options(e: Expectation, a: Answer) -> str | None:
    if e.options_any is None:
        return None
    places = (*a.options, a.text)
    return None if any(word in place for word in e.options_any for place in places) else "options"


def warning(e: Expectation, a: Answer) -> str | None:
    return "no warning" if e.warning and not a.warnings else None


def telephone(e: Expectation, a: Answer) -> str | None:
    return "phone invented" if e.no_digits_phone and re.search(r"\d{7,}", squeeze(a.text)) else None


CHECKS: tuple[Check, ...] = (
    status,
    section,
    fine,
    multiple,
    total,
    no_amount,
    figures,
    text_any,
    text_all,
    text_not,
    quote,
    steps,
    options,
    warning,
    telephone,
)


def _fines(answer: Answer) -> list[FineAnswer]:
    return [p.fine for p in answer.penalties]


def _says(answer: Answer, pattern: str) -> bool:
    return re.search(squeeze(pattern), squeeze(answer.text)) is not None
