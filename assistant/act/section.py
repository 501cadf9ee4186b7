"""Which section handles a matter: derived from the registry's own wording, never from a list of sections."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.findings import Candidate, DutySentence, Reading, Share
from assistant.knowledge import Knowledge
from assistant.matters import Matter

_STAGES = ("初审", "受理", "申报", "审核", "复审", "复核", "审批", "核准")
"""Stages of a procedure in the order in which they are passed."""
_STAGE = re.compile("|".join(_STAGES))
_HELPER = re.compile(r"^(?:\d+[、.．])?(?:负责)?(?:配合|协助|参与|会同)")
_BOOKS = re.compile(r"会计核算|[记报算]账|[记报算]帐|核对[账帐]目")
_END = re.compile(r"[，,。；;、：:\n]")


def derive(matter: Matter, knowledge: Knowledge) -> Reading:
    """The sections whose duties cover a matter: those of the most specific evidence tier that matches anything.

    A tier is tried against single sentences of duties, then against whole duties with their main duty (a bureau may
    word a task only there), and last against duties that only support others' tasks (accounting, helping).
    """
    leading, supporting = _by_role(knowledge)
    for sentences, search in ((leading, _in_sentences), (leading, _in_duties), (supporting, _in_sentences)):
        for tier in matter.evidence:
            found = search(tier, matter.avoid, sentences)
            if found:
                helpers = _in_sentences(tier, matter.avoid, supporting) if sentences is leading else []
                return Reading(matter, order([*found, *helpers]), _shares(matter, knowledge))
    return Reading(matter, (), _shares(matter, knowledge))


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
    """One candidate per section: leading ones first, in the order of stages, then helpers; ties in registry order."""
    best: dict[str, Candidate] = {}
    for c in candidates:
        known = best.get(c.section)
        if known is None or _rank(c) < _rank(known):
            best[c.section] = c
    return tuple(sorted(best.values(), key=_rank))


def _rank(candidate: Candidate) -> int:
    if candidate.role == "配合":
        return len(_STAGES) + 1
    return 1 + _STAGES.index(candidate.role[:2]) if candidate.role[:2] in _STAGES else 0


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


def _in_duties(tier: tuple[str, ...], avoid: tuple[str, ...], sentences: Iterable[DutySentence]) -> list[Candidate]:
    out: list[Candidate] = []
    seen: set[tuple[str, int]] = set()
    for s in sentences:
        key = (s.document.id, s.duty.index)
        text = s.duty.main + "\n" + s.duty.text
        if key in seen or any(w in s.passage.text for w in avoid):
            continue
        if any(_covers(a, text) for a in tier):
            seen.add(key)
            out.append(Candidate(s, "主办"))
    return out


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


def is_short_for(short: str, full: str) -> bool:
    """Whether `short` keeps characters of `full` in order, first and last included (人社局, 人力资源和社会保障局)."""
    if len(short) < 2 or short[0] != full[:1] or short[-1] != full[-1:]:
        return False
    rest = iter(full)
    return all(c in rest for c in short)
