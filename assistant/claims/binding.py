"""Which violation a statement speaks of: by the conduct it tells, by the place of the law it names, by what went before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.claims.holdings import Group, Holdings
from assistant.claims.laws import nearest
from assistant.claims.scene import CLEAR, Bound, Reference, Scene
from assistant.claims.tiers import met
from assistant.question import Place
from assistant.understand.overlap import pairs
from corpus.fines import find_fines
from corpus.penalties.parts import CONDITION, SANCTION, parts_of

_LITTLE = 3
"""Characters of conduct below which a statement tells none."""
_TELLS, _BOTH = 0.62, 0.42
"""Share of a violation's words that the statement must say; or mean of that and of what the violation covers of it …"""
_AT_LEAST = 0.25
"""… while at least this share of the violation is said."""
_RIVAL = 0.82
"""A second violation with this share of the first one's score leaves it open which is meant."""
_WELL = 0.4
"""Share of what is told that a violation must have, where neither its law nor its regime is named."""
_SEVERAL = 4
"""Violations that one statement may tell."""
_EVERYDAY = 0.8
_HERE, _ELSEWHERE = 0.08, -0.12
_FRAME = re.compile(
    r"(?:根据|依据|依照|按照)[^，；。]*?规定|当事人|行政处罚|(?:决定|拟|现|将)(?:对[^，；。]{0,12})?(?:作出|给予|处以?)|经查|经调查|查明|[你我该本]?(?:单位|公司|局)(?=[^，；。]|$)|(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日)?"
)
_FINED = re.compile(
    r"(?:并|可以?|应当?|将|依法)*(?:处以?|罚款?|被罚|最[高低]罚)(?=[^，；。]{0,12}?(?:元|倍|罚))|罚款|处罚|怎么罚"
)


_OWN_CONDUCT = re.compile(r"[^，；。]{8,}的(?:，|$)")


@dataclass(frozen=True, slots=True)
class Told:
    """The words of a statement that tell a conduct, and those that set a condition."""

    conduct: str
    conditions: tuple[tuple[int, str], ...]
    """With where each stands in the statement."""


def told(text: str, references: tuple[Reference, ...]) -> Told:
    """Conduct and conditions of a folded statement; references to laws say neither."""
    for r in references:
        for named in (r.mention, r.member):
            if named:
                text = text[: named.start] + "，" * (named.end - named.start) + text[named.end :]
    conduct: list[str] = []
    conditions: list[tuple[int, str]] = []
    for part in parts_of(text):
        words = part.text[: _consequence(part.text)]
        if CONDITION.match(part.text):
            conditions.append((part.start, words))
        elif words:
            conduct.append(_FRAME.sub("，", words))
    return Told("，".join(conduct), tuple(conditions))


def _consequence(part: str) -> int:
    """Where in a comma part the sanction begins; its length where it states none."""
    starts = [m.start() for m in (SANCTION.search(part), _FINED.search(part)) if m]
    starts += [f.start for f in find_fines(part)[:1] if "罚" in part]
    return min(starts, default=len(part))


def bind(words: Told, references: tuple[Reference, ...], scene: Scene, named: Place | None, h: Holdings) -> Bound:
    """The violations meant; of several that a list of items names, all."""
    law = next((r.law for r in references if r.law), scene.law)
    clear = scene.regime if scene.regime_share >= CLEAR else None
    by_conduct = _by_conduct(words.conduct, clear, named, law, h)
    if any(_foreign(r.law, h) for r in references if r.mention):
        by_conduct = replace(by_conduct, sure=False)
    if by_conduct.groups and by_conduct.sure:
        return by_conduct
    placed = [g for r in references if r.member for g in h.of_place(r.law, r.article, r.paragraph, r.item) if r.article]
    if placed:
        told_here = [g for g in placed if g in by_conduct.groups]
        chosen = told_here or placed
        return Bound(tuple(dict.fromkeys(chosen)), len(dict.fromkeys(chosen)) <= 3, bool(told_here), bool(told_here))
    if by_conduct.groups:
        return by_conduct
    if _OWN_CONDUCT.search(words.conduct):
        return Bound()  # it tells a conduct, and not one that the documents know
    return _under_conditions(words, replace(scene.bound, told=False), h)


def _under_conditions(words: Told, carried: Bound, h: Holdings) -> Bound:
    """What is carried on; where only another violation beside it knows the condition stated, that one."""
    stated = "，".join(c for _, c in words.conditions)

    def knows(g: Group) -> bool:
        return any(p.when and met(p.when, stated, h) for p in g.penalties)

    if not stated or not carried.groups or any(knows(g) for g in carried.groups):
        return carried
    first = carried.groups[0]
    beside = [g for g in h.groups if g.document is first.document and g.law == first.law and knows(g)]
    return Bound(tuple(beside), len(beside) == 1, told=True) if beside else carried


def _by_conduct(conduct: str, regime: Place | None, named: Place | None, law: str, h: Holdings) -> Bound:
    if len(conduct.replace("，", "")) < _LITTLE:
        return Bound()
    wordings = h.knowledge.wordings(conduct)
    cover = dict(h.conduct.rank(conduct, wordings, limit=1000))
    literal = pairs(conduct)
    everyday = pairs("，".join(m for w in wordings for m in w.means))
    scored: list[tuple[float, int, bool]] = []
    full: set[int] = set()
    for g in h.groups:
        back = _said(h.conduct_weights[g.index], literal, everyday)
        c = cover.get(g.index, 0.0)
        strong = back >= _TELLS or ((c + back) / 2 >= _BOTH and back >= _AT_LEAST)
        near = _near(g, regime, named, h)
        full |= {g.index} if back >= _TELLS else set()
        scored.append(((back + c) / 2 + near, -g.index, strong))
    scored.sort(key=lambda x: (-round(x[0], 6), -x[1]))
    best = [s for s in scored if s[2]][:2]
    if not best:
        return Bound()
    first = h.groups[-best[0][1]]
    rivals = [
        h.groups[-i]
        for score, i, strong in scored[:_SEVERAL]
        if strong and (score >= _RIVAL * best[0][0] or (-i in full and h.groups[-i].law == first.law))
    ]
    own = _context(first, regime, named, law, h)
    same = [g for g in rivals if g.first.violation == first.first.violation]
    return Bound(
        tuple(rivals),
        len(same) == len(rivals) and (own or _full_cover(first, literal, everyday, h) >= _WELL),
        told=True,
        conduct=True,
    )


def _foreign(law: str, h: Holdings) -> bool:
    """Whether a law is neither one of the documents' nor named like one."""
    return bool(law) and law not in h.known_laws and not nearest(law, h.known_laws)


def _full_cover(g: Group, literal: dict[str, int], everyday: dict[str, int], h: Holdings) -> float:
    """Share of what is told that the violation has, words that no violation has weighing in full (营业执照)."""
    own = h.conduct_weights[g.index]
    known = {p: w for p in literal if (w := h.conduct.weight(p))}
    rest = [p for p in literal if p not in known]
    top = max(known.values(), default=1.0)
    has = sum(w for p, w in known.items() if p in own) + sum(w for p, w in own.items() if p in everyday)
    all_ = sum(known.values()) + top * len(rest)
    return min(1.0, has / all_) if all_ else 0.0


def _context(g: Group, regime: Place | None, named: Place | None, law: str, h: Holdings) -> bool:
    """Whether the regime or the law that the text is about is the violation's own."""
    here = (h.knowledge.document_index(g.document), g.first.regime)
    return here in (regime, named) or bool(law and g.law == law)


def _said(weights: dict[str, float], literal: dict[str, int], everyday: dict[str, int]) -> float:
    """Share of a violation's words that are said, literally or in an everyday wording."""
    total = sum(weights.values())
    said = sum(w if p in literal else _EVERYDAY * w if p in everyday else 0.0 for p, w in weights.items())
    return said / total if total else 0.0


def _near(g: Group, regime: Place | None, named: Place | None, h: Holdings) -> float:
    place = named or regime
    if place is None or g.first.regime is None:
        return 0.0
    here = (h.knowledge.document_index(g.document), g.first.regime) == place
    return _HERE if here else _ELSEWHERE if named else 0.0
