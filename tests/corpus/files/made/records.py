"""A document's records by their tidy words: what two files of the same text must share, wherever their words stand."""

from __future__ import annotations

from corpus.records import Document, Fine


def records_of(document: Document) -> dict[str, object]:
    """Sections, duties, boundaries, regimes, figures, penalties, clauses and anomalies, without positions."""
    clauses = document.clauses
    return {
        "names": (document.title, document.bureau, document.shapes),
        "sections": [(s.name, s.duties) for s in document.sections],
        "duties": [(d.number, d.main, d.text, d.section, d.path, [i.text for i in d.items]) for d in document.duties],
        "boundaries": [
            (
                b.number,
                b.matter,
                [(s.department, s.text) for s in b.shares],
                [p.text for p in b.basis],
                [p.text for p in b.case],
            )
            for b in document.boundaries
        ],
        "regimes": [
            (r.label, r.title, r.supervisor, [(p.kind, p.title, [clauses[i].text for i in p.clauses]) for p in r.parts])
            for r in document.regimes
        ],
        "quantities": [
            (q.kind, q.relation, q.value, q.upper, q.unit, q.period, q.object, q.label, q.regime, q.part, q.trigger)
            for q in document.quantities
        ],
        "penalties": [
            (p.violation, p.when, p.measures, p.law, p.article, p.item, p.referral, p.path, p.regime, _fine(p.fine))
            for p in document.penalties
        ],
        "clauses": [(c.label, c.path, c.text, c.level) for c in clauses],
        "anomalies": [(a.code, a.text) for a in document.anomalies],
    }


def _fine(fine: Fine) -> dict[str, object]:
    return {name: getattr(fine, name) for name in fine.__struct_fields__ if name != "span"}
