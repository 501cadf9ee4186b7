"""A figure or an article whose number the document leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.anomalies.pieces import regime_title, stretches
from corpus.records import Anomaly, Document, Span
from corpus.tidy import tidy

_SAME_DAY = re.compile(r"当[日天]")
_COMPARED = r"(?:不[得应]?(?:少|低|多|高|超)(?:于|过)|至少|至多)"
_BLANK = re.compile(
    rf"{_COMPARED}(?P<unit>次|名(?!额)|家(?!庭)|%|个(?!人|体|税|月平均)|元(?!器|素)|天(?!数|然)|工作日)(?=[，。；、,;）)]|的|以|内|$)"
)
_ARTICLE = re.compile(r"(?<=[》法例定])第[条款](?=[，。；、,;：:规）)的]|$)")


def missing_number(document: Document) -> Iterator[Anomaly]:
    """Quantities without value, `不少于次`, `《…》第条`. `当日` is a deadline by itself and needs no number."""
    told: list[Span] = []
    for quantity in document.quantities:
        words = tidy(document.text, quantity.span).text
        if quantity.value is None and not _SAME_DAY.match(words):
            told.append(quantity.span)
            yield _anomaly(document, quantity.span, f"“{words}”没有写明是几{_measure(quantity.unit)}，期限无法计算。")
    for stretch in stretches(document):
        view = tidy(document.text, stretch)
        for match in (*_BLANK.finditer(view.text), *_ARTICLE.finditer(view.text)):
            span = view.source(*match.span())
            if not any(span.start < seen.end and seen.start < span.end for seen in told):
                what = "条款的编号" if match.group().startswith("第") else "数字"
                yield _anomaly(document, span, f"“{match.group()}”这里缺{what}，要求是多少无法确定。")


def _measure(unit: str) -> str:
    return f"个{unit}" if unit in {"工作日", "月", "小时"} else unit


def _anomaly(document: Document, span: Span, text: str) -> Anomaly:
    return Anomaly(code="missing-number", text=text, span=span, subject=regime_title(document, span.start))
