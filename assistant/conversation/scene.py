"""Ways of going on within what the answer before was read from: its regime, its shared matter, its consequences, its dates."""

from __future__ import annotations

import re

from assistant.conversation.figures import carried, figures
from assistant.conversation.following import FollowUp
from assistant.conversation.subject import only_conditions
from assistant.conversation.words import found

_CONSEQUENCES = frozenset({"penalty", "handling"})
_FEW = 4
"""Characters of content up to which a question names at most one thing."""
_OF_REGIMES = frozenset(
    {"frequency", "procedure", "checklist", "supervisor", "headcount", "contents", "methods", "measures", "objects"}
)
"""What is asked of a regime's checks."""
_FITTING = {
    "date": "deadline",
    "persons": "penalty",
    "count": "penalty",
    "money": "penalty",
    "gains": "penalty",
    "units": "frequency",
}
"""The kind of wish that a kind of figure is a fact for."""
_BY_THEMSELVES = frozenset({"corpus", "list_sections", "injection", "phone", "address", "hours"})
"""Kinds of cue with which a question that is not a bare wish says itself what it is about."""
_WEAK = 0.35
"""Belief in the likeliest topic under which a question is about nothing this program knows."""
_SPREAD = 0.7
"""Belief in all matters together from which a question is about one of them, though it may be unclear which."""
_TERM = 5
"""Characters of a question that, standing in one regime only, tell which one is meant."""
_STAYS = 12
"""Characters; who says more says what it is about."""
_DAY = re.compile(r"哪一?天|几[月号]|什么时候|何时|最晚|最迟")


def by_department(f: FollowUp) -> str | None:
    """财政局呢: another department of the matter that several share."""
    others = f.u.departments and f.last.intent == "boundary"
    return f"{f.last.read_as}，{f.core}" if others and len(_without(f.content, f.u.departments)) <= _FEW else None


def by_start(f: FollowUp) -> str | None:
    """要是发现违规，哪天前送达: another deadline, counted from the day already told."""
    if "deadline" not in f.u.cues or _dated(f.core, f) or not _DAY.search(f.core):
        return None
    told = next((c for c in re.split("[，,。；;]", f.last.read_as) if _dated(c, f)), None)
    return f"{told}，{f.core}" if told and f.last.intent == "deadline" else None


def by_fact(f: FollowUp) -> str | None:
    """稽核是6月1日结束的: a fact by itself, told for the answer before."""
    kinds = {_FITTING.get(x.kind) for x in figures(f.core, f.words)}
    titles = {f.k.regime(hit.place)[1].title for hit in f.u.regimes}
    fits = not f.wish and kinds & f.wants and (not titles or f.last.regime in titles)
    return carried(f.last.read_as, f.core, f.words) if fits else None


def by_proposal(f: FollowUp) -> str | None:
    """那6万呢: after an answer on a fine, a sum by itself is what somebody means to impose."""
    kinds = {x.kind for x in figures(f.core, f.words)}
    old = {x.kind for x in figures(f.last.read_as, f.words)}
    if f.last.intent != "penalty" or kinds not in ({"money"}, {"bare"}) or kinds & old or found(("罚",), f.core):
        return None
    return f"{f.last.read_as}，拟罚{f.core}" if only_conditions(f.core, f.k, f.words) else None


def by_consequence(f: FollowUp) -> str | None:
    """那许可证会怎么样: what else follows, asked of the case told before."""
    if f.u.regimes or len(f.content) > _FEW or not (f.last.regime_words or f.last.consequences):
        return None
    if f.linked and _CONSEQUENCES & f.u.cues:
        return f"{f.last.read_as}，{f.core}"
    measures = "，".join(m for _, p in f.k.penalties for m in p.measures)
    named = len(f.content) >= 2 and f.content in measures and f.last.intent == "penalty"
    return f"{f.last.read_as}，{f.core}" if named and not f.u.cues & {"where", "reference"} else None


def by_regime(f: FollowUp) -> str | None:
    """检查人数有要求吗: something of the checks just spoken of."""
    lead = f.last.regime or f.last.regime_words
    asked = _OF_REGIMES & f.u.cues or (f.last.intent == "supervision" and _CONSEQUENCES & f.u.cues)
    if not lead or f.u.regimes or not asked or "penalty" in f.u.cues or len(f.thing) > 2:
        return None
    return f"{lead}{f.core}"


def by_again(f: FollowUp) -> str | None:
    """再说一遍, 原文怎么写的: the same answer, whose quotes are the documents' own words."""
    return f.last.read_as if found(f.words.again, f.u.text) and len(f.thing) <= _FEW and not f.u.regimes else None


def by_thing_to_bring(f: FollowUp) -> str | None:
    """要带身份证吗: what to bring to the office just named, whatever that thing is about by itself."""
    return f"{f.last.subject}带什么" if f.last.intent == "route" and found(f.words.bring, f.u.text) else None


def by_staying(f: FollowUp) -> str | None:
    """可以网上办吗, 能从轻吗: a short question that is about nothing by itself is about what was spoken of."""
    first = f.u.topics.ranked[0].score if f.u.topics.ranked else 0.0
    about = f.u.sections or f.u.regimes or f.u.departments or f.u.cues & _BY_THEMSELVES or _of_the_field(f)
    if first >= _WEAK or about or _whole(f) or not 2 <= len(f.core) <= _STAYS or not f.last.subject:
        return None
    match f.last.intent:
        case "route":
            return f"{f.last.subject}，{f.core}"
        case "supervision" | "checklist":
            return f"{f.last.regime or f.last.regime_words}{f.core}"
        case "penalty" | "plan" | "deadline" | "boundary":
            return f"{f.last.read_as}，{f.core}"
        case _:
            return None


def _whole(f: FollowUp) -> bool:
    """Whether it says by itself what it is about, though it fits several matters or none of this program."""
    if found(f.words.whole, f.u.text) or (len(f.thing) > 1 and f.belief >= _SPREAD):
        return True
    texts = ["".join(d.text[r.span.start : r.span.end].split()) for d, r in f.k.regimes]
    runs = (f.core[i : i + n] for n in range(len(f.core), _TERM - 1, -1) for i in range(len(f.core) - n + 1))
    where = next((w for run in runs if (w := [t for t in texts if run in t])), ())
    return len(where) == 1


def _of_the_field(f: FollowUp) -> bool:
    """Whether it says a word of the field that was not said before, or speaks to the assistant."""
    own = (w for w in f.k.vocabulary.cues.get("common", ()) if w in f.core)
    to_the_assistant = "你" in f.core and f.u.topics.best("talk") == f.u.topics.ranked[0]
    return to_the_assistant or any(w not in f.last.read_as for w in own)


def _dated(clause: str, f: FollowUp) -> bool:
    return any(x.kind == "date" for x in figures(clause, f.words))


def _without(text: str, words: tuple[str, ...]) -> str:
    for w in words:
        text = text.replace(w, "")
    return text
