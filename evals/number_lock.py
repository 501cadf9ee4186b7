"""The number lock: each number in an answer's text comes from a quote, the question, a figure or a shown computation."""

from __future__ import annotations

import re

from assistant.answer import Answer, FineAnswer, FineTotal
from evals.numerals import numbers, plain, stated

_NUMBERING = re.compile(r"\[\d+\]|（\d+）|\(\d+\)|第\d+[条款项]|^\s*\d+[.、]|\n\s*\d+[.、]")
"""Citation marks, list numbers and article numbers: they count, they are no figures."""


def loose_numbers(answer: Answer) -> frozenset[str]:
    """Numbers in the text that nothing accounts for; empty for an honest answer."""
    text = _NUMBERING.sub(" ", answer.text)
    return numbers(text) - _sourced(answer) - {str(s.n) for s in answer.steps}


def _sourced(answer: Answer) -> frozenset[str]:
    cited = " ".join(c.quote + " ".join(c.path) for c in answer.citations)
    found = stated(answer.question + cited)
    for figure in answer.figures:
        found |= numbers(str(figure.value)) | numbers(figure.working or "")
    for penalty in answer.penalties:
        found |= _fine(penalty.fine)
        if penalty.fine_total:
            found |= _total(penalty.fine_total)
    return found


def _fine(fine: FineAnswer) -> frozenset[str]:
    bounds = (fine.min_yuan, fine.max_yuan, fine.min_times, fine.max_times)
    return frozenset(plain(b) for b in bounds if b is not None) | _in_ten_thousands(fine.min_yuan, fine.max_yuan)


def _total(total: FineTotal) -> frozenset[str]:
    written = numbers(f"{total.min_yuan} {total.max_yuan} {total.working}")
    return written | _in_ten_thousands(total.min_yuan, total.max_yuan)


def _in_ten_thousands(*yuan: float | None) -> frozenset[str]:
    return frozenset(plain(y / 10_000) for y in yuan if y)
