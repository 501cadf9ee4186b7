"""One thing in the place of another of its kind: 那城乡居民呢 after a question on 企业职工."""

from __future__ import annotations

import re

from assistant.conversation.words import ConversationWords

_WHO = re.compile("^[我俺咱他她].{0,5}是")


def exchanged(before: str, new: str, words: ConversationWords, more: int) -> str | None:
    """The earlier question with the new word where another of its group stood; None where no group has both.

    `more`: how many characters the new words may have beside it.
    """
    for group in words.alternatives:
        place = next(((i, w) for i, names in enumerate(group) if (w := _longest(names, new))), None)
        if place is None or len(new.replace(place[1], "")) > more:
            continue
        for i, names in enumerate(group):
            stood = _longest(names, before)
            if stood and i != place[0] and not _longest(group[place[0]], before):
                return _told_anew(before, stood, new) or before.replace(stood, place[1], 1)
    return None


def _told_anew(before: str, stood: str, new: str) -> str | None:
    """我是厂里的职工，… with 我妈是农村的: who somebody is, told in a clause of its own, is told anew as a whole."""
    clauses = re.split("(?<=[，,])", before)
    at = next(i for i, clause in enumerate(clauses) if stood in clause)
    if len(clauses) == 1 or not (_WHO.match(clauses[at]) and _WHO.match(new)):
        return None
    mark = clauses[at][-1:] if clauses[at][-1:] in "，," else ""
    return "".join((*clauses[:at], new, mark, *clauses[at + 1 :]))


def _longest(names: tuple[str, ...], text: str) -> str:
    return max((n for n in names if n in text), key=len, default="")
