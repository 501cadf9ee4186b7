"""A compiled corpus as JSON for scripts: every record with its span, in the shape the contract fixes."""

from __future__ import annotations

from typing import Any

import msgspec

from api.lines import line_number
from corpus.records import Anomaly, Boundary, Corpus, Document, Quantity, Record, Span


def corpus_json(corpus: Corpus) -> dict[str, Any]:
    """`{"documents": [{"file", "sha256", "title", "shapes", "characters", "unread", "sections", …}]}`."""
    return {"documents": [document_json(document) for document in corpus.documents]}


def document_json(document: Document) -> dict[str, Any]:
    """One document. Spans are `start` and `end`, character offsets into its decoded text; further spans are pairs."""
    return {
        "id": document.id,
        "file": document.file,
        "sha256": document.sha256,
        "title": document.title,
        "bureau": document.bureau,
        "shapes": list(document.shapes),
        "characters": len(document.text),
        "unread": [_pair(span) for span in document.unread],
        "sections": [_plain(section) for section in document.sections],
        "duties": [_plain(duty) for duty in document.duties],
        "boundaries": [_boundary(boundary) for boundary in document.boundaries],
        "regimes": [_plain(regime) for regime in document.regimes],
        "indicators": [_quantity(document, q) for q in document.quantities if q.kind != "deadline"],
        "penalties": [_plain(penalty) for penalty in document.penalties],
        "deadlines": [_quantity(document, q) for q in document.quantities if q.kind == "deadline"],
        "clauses": [_plain(clause) for clause in document.clauses],
        "tiers": [_plain(tier) for tier in document.tiers],
        "waivers": [_plain(waiver) for waiver in document.waivers],
        "checks": [_plain(check) for check in document.checks],
        "guides": [_plain(guide) for guide in document.guides],
        "questions": [_plain(question) for question in document.questions],
        "subsidies": [_plain(subsidy) for subsidy in document.subsidies],
        "tables": [_plain(table) for table in document.tables],
        "in_force": _plain(document.in_force),
        "references": [_plain(reference) for reference in document.references],
        "anomalies": [_anomaly(document, anomaly) for anomaly in document.anomalies],
        "set_aside": [[*_pair(span), reason] for span, reason in document.set_aside],
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _plain(value: Any) -> Any:
    """A record as a dict: its own span as `start` and `end`, spans of its parts as pairs, records inside likewise."""
    if isinstance(value, Span):
        return _pair(value)
    if isinstance(value, Record):
        fields: dict[str, Any] = {}
        for name in value.__struct_fields__:
            part = getattr(value, name)
            if name == "span":
                fields |= {"start": part.start if part else None, "end": part.end if part else None}
            else:
                fields[name] = _plain(part)
        return fields
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return msgspec.to_builtins(value)


def _boundary(boundary: Boundary) -> dict[str, Any]:
    return _plain(boundary) | {"departments": [share.department for share in boundary.shares]}


def _quantity(document: Document, quantity: Quantity) -> dict[str, Any]:
    regime = None if quantity.regime is None else document.regimes[quantity.regime].title
    return _plain(quantity) | {"regime_title": regime, "quote": document.quote(quantity.span)}


def _anomaly(document: Document, anomaly: Anomaly) -> dict[str, Any]:
    return _plain(anomaly) | {
        "line": line_number(document.text, anomaly.span.start),
        "quote": document.quote(anomaly.span),
    }
