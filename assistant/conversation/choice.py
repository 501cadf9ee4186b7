"""An option that the person picks from those just offered: 第二个, 2, 城乡居民的."""

from __future__ import annotations

from assistant.conversation.words import ConversationWords, found, without
from assistant.understand.facts import number
from assistant.understand.overlap import pairs

_LONGEST = 16
"""Characters; who says more tells something new."""


def chosen(text: str, options: tuple[str, ...], words: ConversationWords) -> str | None:
    """The option meant; None when none is, or when the words fit several."""
    if not options:
        return None
    if text in options:
        return text
    if m := found(words.choice, text):
        groups = m.groupdict()
        if groups.get("first"):
            return options[0]
        if groups.get("last"):
            return options[-1]
        n = number(groups.get("n") or "")
        return options[int(n) - 1] if n is not None and 1 <= n <= len(options) else None
    return _named(without(words.around_choice, text), options)


def _named(said: str, options: tuple[str, ...]) -> str | None:
    """The only option that holds the words whole; else the one that alone shares the most character pairs."""
    if not 2 <= len(said) <= _LONGEST:
        return None
    whole = [o for o in options if said in o or o in said]
    if whole:
        return whole[0] if len(whole) == 1 else None
    own = pairs(said)
    shared = sorted(((sum(1 for p in own if p in pairs(o)), -i) for i, o in enumerate(options)), reverse=True)
    clear = shared[0][0] > (shared[1][0] if len(shared) > 1 else 0)
    return options[-shared[0][1]] if clear and shared[0][0] * 2 >= max(len(own), 1) else None
