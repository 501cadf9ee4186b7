"""How a regime supervises: its objects, contents, indicators, methods, measures, procedure, handling, or all as a list."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.act.closest import meant_outside_the_indicators
from assistant.act.conductors import conductors
from assistant.act.results import Result, SupervisionResult
from assistant.knowledge import Knowledge
from assistant.question import Hit, Understanding
from assistant.understand.overlap import Matcher
from corpus.records import Clause, PartKind, Quantity

_CUE_PARTS: tuple[tuple[str, PartKind], ...] = (
    ("frequency", "indicators"),
    ("procedure", "procedure"),
    ("contents", "contents"),
    ("methods", "methods"),
    ("measures", "measures"),
    ("objects", "objects"),
    ("handling", "handling"),
    ("penalty", "handling"),
)
_SELF = "我"
_LONGEST = 40
_OURS, _SAID = 0.3, 0.6
"""Belief that the question is ours, or share of the regime's name that it says: one of them must be reached."""
_FOCUS = 0.5
"""Least share of what is asked beside the regime's name that a clause must cover to be shown first."""
_NAME = 4
"""Characters from which a word that names a regime is no word for a kind of check."""
_EACH_COURSE = re.compile(r"每(?:一|个)?(?:班|期|次开班)")
_KIND_OF_WORK = re.compile(r"(?:监督)?(?:检查|巡查|督查|抽查|监督|监管|稽核|核查|审计)+$")
_PART_CUES = frozenset({cue for cue, _ in _CUE_PARTS}) - {"handling", "penalty"}
_CHECKING = re.compile(r"监督|检查|监管|抽查|稽核|巡查|督查|执法|日常|专项|[，的]")
_BARE = 2
"""Characters besides words of checking up to which a question names no object."""
_CHECKLIST_PARTS: tuple[PartKind, ...] = ("contents", "indicators", "procedure", "handling")


def supervision(u: Understanding, k: Knowledge) -> Result | None:
    """The parts of a regime that the question asks for; all of them when it asks for none in particular."""
    u = _on_the_only_regime(u, k)
    if not u.regimes or ({"where", "amount"} & u.cues and "check" not in u.cues):
        return None
    if u.topics.inside < _OURS and u.regimes[0].score < _SAID:
        return None  # everyday words alone (a hospital, a school) do not make it this bureau's regime
    asked: set[PartKind] = {part for cue, part in _CUE_PARTS if cue in u.cues}
    checklist = "checklist" in u.cues
    if not (asked or checklist or {"check", "headcount", "conductor"} & u.cues):
        return None
    if not (asked or checklist or "headcount" in u.cues) and (
        "where" in u.cues or len(u.text) > _LONGEST or _SELF in u.text
    ):
        return None  # checks are only mentioned by someone who tells his case or asks the way to an office
    if not (asked or checklist or {"headcount", "conductor"} & u.cues) and {"phone", "address", "hours"} & u.cues:
        return None  # a number or a place is asked for, and only in passing a check
    document, regime = k.regime(u.regimes[0].place)
    if "supervisor" in u.cues and regime.supervisor_span:
        return SupervisionResult(document, regime, (), (), (), checklist=False, supervisor=True)
    if "conductor" in u.cues and (acting := conductors(u, document, regime)):
        return SupervisionResult(document, regime, (), (), acting, checklist=False)
    focus = _focus(u, k)
    if focus and not asked and not checklist:
        return None  # a single clause answers: `provision` finds it
    wanted = set(_CHECKLIST_PARTS) if checklist else asked
    parts = tuple(p for p in regime.parts if p.kind in wanted) or regime.parts
    quantities: tuple[Quantity, ...] = ()
    if "headcount" in u.cues:
        quantities = tuple(q for q in document.quantities if q.regime == regime.index and q.kind == "headcount")
        if quantities:
            return SupervisionResult(document, regime, (), quantities, (), checklist=False)
    if any(p.kind == "indicators" for p in parts):
        quantities = meant_outside_the_indicators(document, regime, u, k) or indicators(
            u, k, document.quantities, regime.index
        )
    shown = {c for p in parts for c in p.clauses}
    figures = {q.clause for q in quantities}
    focus = tuple(c for c in focus if c.index not in (figures if quantities else shown))
    return SupervisionResult(document, regime, parts, quantities, () if checklist else focus, checklist)


def _on_the_only_regime(u: Understanding, k: Knowledge) -> Understanding:
    """The question as one on the only regime there is, where it names nothing else: 检查程序是什么."""
    if u.regimes or len(k.regimes) != 1 or not _PART_CUES & u.cues or len(_CHECKING.sub("", u.content)) > _BARE:
        return u
    document, regime = k.regimes[0]
    return replace(u, regimes=(Hit((k.document_index(document), regime.index), 1.0),))


def _focus(u: Understanding, k: Knowledge) -> tuple[Clause, ...]:
    """The clause of the regime that speaks of just what is asked, beside the regime's name."""
    found = k.provision_matcher.rank(u.rest, k.wordings(u.rest), limit=30)
    for i, score in found:
        document, clause, regime, _ = k.provisions[i]
        if score < _FOCUS:
            break
        if (k.document_index(document), regime) == u.regimes[0].place:
            return (clause,)
    return ()


def indicators(u: Understanding, k: Knowledge, quantities: tuple[Quantity, ...], regime: int) -> tuple[Quantity, ...]:
    """The regime's frequencies, shares and head-counts; only those of the kind of check that the question names."""
    own = [q for q in quantities if q.regime == regime and q.part == "indicators"] or [
        q for q in quantities if q.regime == regime and q.kind in ("frequency", "share")
    ]
    labels = sorted({_lead(q.label) for q in own if q.label})
    text = _without_names(u)
    ranked = Matcher(tuple(labels)).rank(u.content, k.wordings(u.text))
    named = {labels[i] for i, _ in ranked if any(t in text for t in _terms(labels[i], labels, u, k))}
    if _EACH_COURSE.search(text):
        courses = [q for q in quantities if q.regime == regime and _EACH_COURSE.search(q.period or "")]
        own += [q for q in courses if q.part not in ("contents", "handling") and q not in own]
        named |= {_lead(q.label) for q in courses}
    return tuple(q for q in own if not named or _lead(q.label) in named)


def _without_names(u: Understanding) -> str:
    """The question without the words that name regimes: 专项 in 专项资金 names no kind of check."""
    text = u.text
    for word in sorted({w for n in u.named for w in n.words}, key=lambda w: (-len(w), w)):
        text = text.replace(word, "，") if len(word) >= _NAME else text
    return text


def _lead(label: str) -> str:
    """The kind of check that a label begins with (`专项督查 抽查面` → `专项督查`)."""
    return label.split(" ")[0]


def _terms(label: str, labels: list[str], u: Understanding, k: Knowledge) -> tuple[str, ...]:
    """Wordings that name this kind of check: the label, pairs of it that neither another label nor the regime's title
    has, everyday words.
    """
    said = tuple(w.said for w in k.wordings(u.text) if label in w.means)
    key = _KIND_OF_WORK.sub("", label) or label
    others = "，".join(other for other in labels if other != label)
    others += "，".join(
        ("", *(w for n in u.named for w in n.words), *(k.regime(h.place)[1].title for h in u.regimes[:1]))
    )
    own = tuple(key[i : i + 2] for i in range(len(key) - 1) if key[i : i + 2] not in others)
    return (label, *own, *said)
