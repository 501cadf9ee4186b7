"""Matters that the question names beyond doubt: what is said of them must speak of them; nearness in wording is not enough."""

from __future__ import annotations

from assistant.knowledge import Knowledge
from assistant.matters import Matter
from assistant.question import Understanding

_CERTAIN, _AT_MOST = 0.8, 3
"""Belief in so few matters together from which the question is about one of them and nothing else."""


def certain_matters(u: Understanding, k: Knowledge) -> tuple[Matter, ...]:
    """The few matters that nearly all belief rests on, likeliest first; none when more are possible."""
    belief, found = 0.0, list[Matter]()
    for topic in u.topics.ranked[:_AT_MOST]:
        if not topic.label.startswith("in:"):
            return ()
        belief += topic.score
        found.append(k.matters[topic.label.removeprefix("in:")])
        if belief >= _CERTAIN:
            return tuple(found)
    return ()


def speaks_of(matters: tuple[Matter, ...], text: str) -> bool:
    """Whether a text says a word of one of the matters, everyday or registered; any text does of no particular matter."""
    return not matters or any(w in text for m in matters for w in _words(m))


def _words(matter: Matter) -> tuple[str, ...]:
    registered = (a for tier in matter.evidence for a in tier if " " not in a)
    return (matter.name, *matter.says, *registered)
