"""Two sections whose registered duties claim the same task: the same act on the same uncommon object."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from corpus.anomalies.pieces import phrases
from corpus.anomalies.wording import Wording, wording
from corpus.records import Anomaly, Document, Passage

_HANZI = re.compile(r"[\u4e00-\u9fff]+")
_EDGE_HEAD = re.compile(
    r"^(?:负责|配合|统筹|协调|会同|牵头|参与|协助|上级部门|有关部门|相关部门|做好|承担|承办|办理|组织|实施|开展|进行|管理|指导|监督|"
    r"检查|贯彻|落实|执行|拟[定订]|全[县市区省]|本级|辖区|片区|区域|内|各类|有关|相关|对|的|和|与|及|等|或|并)+"
)

_EDGE_TAIL = re.compile(r"(?:的|和|与|及|等|工作|管理|审核|审批|监督|指导|服务|事项|业务|政策|进行)+$")
_LEAST = 6
"""Characters of an object's name: shorter ones (工伤保险) name a field, not a task."""


@dataclass(frozen=True, slots=True)
class _Claim:
    section: str
    phrase: Passage
    words: str
    """The phrase with the object names of the table made one."""


def two_sections_claim(document: Document) -> Iterator[Anomaly]:
    """One anomaly for each object and pair of sections. `subject` is the object, `other` the second section's words."""
    table = wording()
    claims = [
        _Claim(duty.section, phrase, _same_names(phrase.text, table))
        for duty in document.duties
        for item in duty.items
        for phrase in phrases(document.text, item.span)
        if len(phrase.text) >= _LEAST
    ]
    told: set[tuple[str, str, str]] = set()
    for first, second in _with_common_words(claims):
        thing = _shared_object(first.words, second.words)
        if not thing or thing in table.generic_objects or (thing, first.section, second.section) in told:
            continue
        act = _shared_act(first.words, second.words, thing, table)
        holders = {claim.section for claim in claims if thing in claim.words and act in claim.words}
        if act and len(holders) == 2:
            told.add((thing, first.section, second.section))
            yield _anomaly(thing, act, first, second)


def _with_common_words(claims: list[_Claim]) -> Iterator[tuple[_Claim, _Claim]]:
    """Pairs of two sections' claims that share a run of characters long enough for an object, in reading order.

    Found by the runs, not by comparing each with each: a registry of a thousand phrases has half a million pairs.
    """
    holders: dict[str, list[int]] = {}
    for i, claim in enumerate(claims):
        for run in {claim.words[at : at + _LEAST] for at in range(len(claim.words) - _LEAST + 1)}:
            holders.setdefault(run, []).append(i)
    pairs = {pair for held in holders.values() for pair in combinations(held, 2)}
    for i, j in sorted(pairs):
        if claims[i].section != claims[j].section:
            yield claims[i], claims[j]


def _anomaly(thing: str, act: str, first: _Claim, second: _Claim) -> Anomaly:
    return Anomaly(
        code="two-sections-claim",
        text=f"{first.section}（“{first.phrase.text}”）和{second.section}（“{second.phrase.text}”）都管“{thing}”的{act}，"
        "登记表没有说怎样分工，办理前先问清找哪一个。",
        span=first.phrase.span,
        other=second.phrase.span,
        subject=thing,
    )


def _same_names(words: str, table: Wording) -> str:
    for name, others in table.same_object.items():
        for other in others:
            words = words.replace(other, name)
    return words


def _shared_object(first: str, second: str) -> str:
    """The longest run of characters both phrases hold, without verbs and particles at its ends; empty when short."""
    match = SequenceMatcher(None, first, second, autojunk=False).find_longest_match()
    run = first[match.a : match.a + match.size]
    parts = [_EDGE_TAIL.sub("", _EDGE_HEAD.sub("", part)) for part in _HANZI.findall(run)]
    best = max(parts, key=len, default="")
    return best if len(best) >= _LEAST else ""


def _shared_act(first: str, second: str, thing: str, table: Wording) -> str:
    """An act that both phrases name outside of the object; the table's order decides between several."""
    rests = [words.replace(thing, "·") for words in (first, second)]
    return next((verb for verb in table.claim_verbs if all(verb in rest for rest in rests)), "")
