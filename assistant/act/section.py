"""Which section handles a matter: derived from the registry's own wording, never from a list of sections."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.findings import Candidate, DutySentence, Reading, Share
from assistant.knowledge import Knowledge
from assistant.matters import Matter
from corpus.records import Passage

STAGES = ("初审", "受理", "申报", "审核", "复审", "复核", "审批", "核准")
"""Stages of a procedure in the order in which they are passed."""
_STAGE = re.compile("|".join(STAGES))
_HELPER = re.compile(r"^(?:\d+[、.．])?(?:负责)?(?:配合|协助|参与|会同)")
_BOOKS = re.compile(r"会计核算|[记报算]账|[记报算]帐|核对[账帐]目")
_POLICY = re.compile(
    r"^(?:[（(]?[\d一二三四五六七八九十]+[）)、.．])?(?:负责|承担)?(?:牵头|会同有关部门|综合)?"
    r"(?:拟[订定]|起草|制[订定]|研究(?:拟|制)|指导|统筹|协调|推动)(?!.*(?:组织实施|审批|审核|受理|办理))"
)
"""A duty that makes or steers policy: people's cases are handled by whoever carries the task out."""
_HARD = ("会计核算",)
"""Wording to avoid that makes the whole sentence another task, however many tasks it lists."""
_PART = re.compile(r"[、，,；;和及与]")
_SPECIFIC = 2
"""Tiers, the most specific ones, whose wording counts beside other tasks in one sentence."""
_CLAUSE = re.compile(r"[^。；;]+[。；;]?")
_END = re.compile(r"[，,。；;、：:\n]")


def derive(matter: Matter, knowledge: Knowledge) -> Reading:
    """The sections whose duties cover a matter: those of the most specific evidence tier that matches anything.

    Each tier is tried against single sentences of duties, then against sentences of main duties (a bureau may word a
    task only there); duties that only support others' tasks (accounting, helping) are tried last, and at the very last
    the names of sections (劳动保障监察大队), which are the registry's wording too.
    """
    leading, supporting = _by_role(knowledge)
    mains = _mains(leading)
    for n, tier in enumerate(matter.evidence):
        found = (
            _in_sentences(tier, matter.avoid, leading)
            or (_beside_others(tier, matter.avoid, leading) if n < _SPECIFIC else [])
            or _in_mains(tier, matter.avoid, mains)
        )
        if found:
            helpers = _in_sentences(_helping(matter, tier), matter.avoid, supporting)
            return Reading(matter, order([*found, *helpers]), _shares(matter, knowledge))
    for tier in matter.evidence:
        found = _in_sentences(tier, matter.avoid, supporting)
        if found:
            return Reading(matter, order(found), _shares(matter, knowledge))
    return Reading(matter, order(_in_names(matter, leading)), _shares(matter, knowledge))


def _helping(matter: Matter, tier: tuple[str, ...]) -> tuple[str, ...]:
    """The wording that proves help with a matter: that of the tier found, and single terms of the two most specific."""
    return tuple(dict.fromkeys((*tier, *(a for t in matter.evidence[:2] for a in t if " " not in a))))


def _by_role(knowledge: Knowledge) -> tuple[list[DutySentence], list[DutySentence]]:
    """Duty sentences that lead a task, and those that only support one."""
    leading: list[DutySentence] = []
    supporting: list[DutySentence] = []
    for s in knowledge.duties:
        (supporting if supports(s) else leading).append(s)
    return leading, supporting


def supports(s: DutySentence) -> bool:
    """Whether a duty sentence only helps with a task: it, or the duty it stands in, begins with 配合; or it is bookkeeping."""
    return bool(_HELPER.match(s.passage.text) or _HELPER.match(s.duty.text) or _BOOKS.search(s.passage.text))


def order(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """One candidate per section: by stage, then who makes policy, then helpers, then duties that name no section."""
    best: dict[str, Candidate] = {}
    for c in candidates:
        known = best.get(c.section)
        if known is None or _rank(c) < _rank(known):
            best[c.section] = c
    return tuple(sorted(best.values(), key=_rank))


def _rank(candidate: Candidate) -> int:
    if not candidate.section:
        return len(STAGES) + 3
    if candidate.role == "配合":
        return len(STAGES) + 2
    if _POLICY.match(candidate.sentence.passage.text):
        return len(STAGES) + 1
    return 1 + STAGES.index(candidate.role[:2]) if candidate.role[:2] in STAGES else 0


def _words(alternative: str) -> list[str]:
    return alternative.split()


def _covers(alternative: str, text: str) -> bool:
    return all(w in text for w in _words(alternative))


def _in_sentences(tier: tuple[str, ...], avoid: tuple[str, ...], sentences: Iterable[DutySentence]) -> list[Candidate]:
    out: list[Candidate] = []
    for s in sentences:
        text = s.passage.text
        hit = next((a for a in tier if _covers(a, text)), None)
        if hit and not any(w in text for w in avoid):
            role = "配合" if supports(s) else role_of(text, _words(hit)[0])
            out.append(Candidate(s, role))
    return out


def _beside_others(tier: tuple[str, ...], avoid: tuple[str, ...], sentences: Iterable[DutySentence]) -> list[Candidate]:
    """Sentences that list a task to avoid beside others, when the others alone still cover the matter."""
    out: list[Candidate] = []
    for s in sentences:
        text = s.passage.text
        if any(w in text for w in avoid if w in _HARD) or not any(w in text for w in avoid):
            continue
        rest = "、".join(part for part in _PART.split(text) if not any(w in part for w in avoid))
        hit = next((a for a in tier if _covers(a, rest)), None)
        if hit:
            out.append(Candidate(s, role_of(text, _words(hit)[0])))
    return out


def _in_names(matter: Matter, sentences: Iterable[DutySentence]) -> list[Candidate]:
    """The first duty of each section whose name says the wording of the most specific tier that any name says."""
    firsts = list({s.duty.section: s for s in reversed(list(sentences))}.values())[::-1]
    for tier in matter.evidence:
        found = [s for s in firsts if any(" " not in a and a in s.duty.section for a in tier)]
        if found:
            return [Candidate(s, "主办") for s in found]
    return []


def _mains(sentences: Iterable[DutySentence]) -> list[DutySentence]:
    """The sentences of the main duties that these sentences stand under, each once."""
    from corpus.tidy import tidy

    duties = {(s.document.id, s.duty.index): s for s in sentences if s.duty.main_span}
    out: list[DutySentence] = []
    for s in duties.values():
        if s.duty.main_span:
            view = tidy(s.document.text, s.duty.main_span)
            pieces = (Passage(text=m.group(), span=view.source(*m.span())) for m in _CLAUSE.finditer(view.text))
            out += [DutySentence(s.document, s.duty, p) for p in pieces]
    return out


def _in_mains(tier: tuple[str, ...], avoid: tuple[str, ...], sentences: Iterable[DutySentence]) -> list[Candidate]:
    covering = (s for s in sentences if any(_covers(a, s.passage.text) for a in tier))
    return [Candidate(s, "主办") for s in covering if not any(w in s.passage.text for w in avoid)]


def role_of(sentence: str, word: str) -> str:
    """Role that a duty sentence gives its section in the task named by `word`: the stage that follows the word, or 主办."""
    at = sentence.find(word)
    tail = sentence[at + len(word) :] if at >= 0 else ""
    end = _END.search(tail)
    tail = tail[: end.start()] if end else tail
    stage = _STAGE.search(tail)
    if not stage or len(tail) > 12:
        return "主办"
    return tail[stage.start() :] if len(tail) - stage.start() <= 5 else stage.group()


def _shares(matter: Matter, knowledge: Knowledge) -> tuple[Share, ...]:
    """Shares of other departments, by the matter's most specific wording only."""
    return tuple(
        s
        for s in knowledge.shares
        if any(_covers(a, s.share.text) for a in matter.evidence[0]) and not is_bureau(s.share.department, knowledge)
    )


def is_bureau(department: str, knowledge: Knowledge) -> bool:
    """Whether a department of the boundary table is the bureau itself, in full or in short (人社局), with or without place."""
    name = knowledge.bureau
    return any(is_short_for(name[i:], department) or is_short_for(department, name[i:]) for i in range(len(name) - 2))


_ASSOCIATION = re.compile(r"(?:联合会|协会)$")


def is_short_for(short: str, full: str) -> bool:
    """Whether `short` keeps characters of `full` in order, first and last included (人社局, 人力资源和社会保障局).

    An association's short form ends in the first character of its kind (残联, 残疾人联合会; 科协, 科学技术协会).
    """
    kind = _ASSOCIATION.search(full)
    if len(short) < 2 or short[0] != full[:1] or short[-1] not in (full[-1:], kind[0][0] if kind else ""):
        return False
    rest = iter(full)
    return all(c in rest for c in short)
