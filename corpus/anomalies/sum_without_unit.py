"""Fines of a discretion standard that lack their unit (`处以200以下罚款`): whether it is 元 is not for us to say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.records import Anomaly, Document
from corpus.tidy import tidy

_UNITLESS = re.compile(r"处以?\d[\d,.]*(?:以上\d[\d,.]*)?以下的?罚款")


def sum_without_unit(document: Document) -> Iterator[Anomaly]:
    """`sum-without-unit`: the sum is not read into any record."""
    for clause in document.clauses:
        view = tidy(document.text, clause.span)
        for found in _UNITLESS.finditer(view.text):
            yield Anomaly(
                code="sum-without-unit",
                text=f"“{found[0]}”没有写单位，看不出是不是“元”，这个数额不作为依据。",
                span=view.source(*found.span()),
            )
