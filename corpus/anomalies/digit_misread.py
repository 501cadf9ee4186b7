"""A letter where a digit must stand, as recognised scans have it (`处1O00元罚款`): what the number is is not for us to say."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.misread import misread_numbers
from corpus.records import Anomaly, Document
from corpus.tidy import tidy


def digit_misread(document: Document) -> Iterator[Anomaly]:
    """`digit-misread`: no number of that part of the sentence is read into a record."""
    for clause in document.clauses:
        view = tidy(document.text, clause.span)
        for start, end in misread_numbers(view.text):
            yield Anomaly(
                code="digit-misread",
                text=f"“{view.text[start:end]}”里像是有字母代替了数字，看不准是多少，这里的数不作为依据；请对照原件改正。",
                span=view.source(start, end),
            )
