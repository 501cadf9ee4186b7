"""Unanswered questions, alike ones together: what the documents lack, by how many people ask for it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.conversation.asked import Asked, Feedback
from assistant.understand.overlap import pairs

_ALIKE = 0.5
"""Least share of character pairs that two questions must have in common (Jaccard)."""


STATUS_NAMES = {
    "not_in_corpus": "文件没有写",
    "out_of_scope": "不归本局管",
    "clarify": "没有再选",
    "unhelpful": "评价没有帮助",
}
"""Why questions count as unanswered, for people."""


@dataclass(frozen=True, slots=True)
class Group:
    """Questions of one status that are alike."""

    status: str
    """`not_in_corpus`, `out_of_scope`, `clarify`, or `unhelpful` for answers that people found so."""
    questions: tuple[str, ...]
    """Each wording once, the first asked first."""
    count: int


def grouped(asked: Iterable[Asked], unhelpful: Iterable[Feedback] = ()) -> tuple[Group, ...]:
    """The groups, largest first; of equal ones the one asked first."""
    rows = [(a.status, a.question) for a in asked] + [("unhelpful", f.question) for f in unhelpful]
    groups: list[tuple[str, frozenset[str], list[str]]] = []
    for status, question in rows:
        own = frozenset(pairs(question)) or frozenset({question})
        for known_status, known, questions in groups:
            if known_status == status and len(own & known) >= _ALIKE * len(own | known):
                questions.append(question)
                break
        else:
            groups.append((status, own, [question]))
    made = [Group(status, tuple(dict.fromkeys(questions)), len(questions)) for status, _, questions in groups]
    return tuple(sorted(made, key=lambda g: -g.count))


def eval_cases(groups: Iterable[Group]) -> str:
    """JSON lines as `evals/cases` has them, one a group, to be completed by somebody who knows the answers."""
    cases = (
        {"id": f"asked-{n:03}", "kind": "route", "audience": "citizen", "q": g.questions[0], "expect": {}}
        for n, g in enumerate(groups, 1)
    )
    return "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases)
