"""One thing in the place of another of its kind: 那城乡居民呢 after a question on 企业职工."""

from __future__ import annotations

from assistant.conversation.words import ConversationWords


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
                return before.replace(stood, place[1], 1)
    return None


def _longest(names: tuple[str, ...], text: str) -> str:
    return max((n for n in names if n in text), key=len, default="")
