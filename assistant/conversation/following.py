"""A question beside the turn before it, with what the steps of `follow_up` want to know of both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from assistant.conversation.subject import wish_of, without_words
from assistant.conversation.turn import Turn
from assistant.conversation.words import ConversationWords, found, without
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from assistant.understand.overlap import pairs
from assistant.understand.reader import Reader

_CONFIDENT = 0.35
_FUNCTION = re.compile(
    r"[，,。？?！!、的了呢吗吧啊是在要会得该应我你请问被又再就都还也]|怎么样|怎样|多少|什么|一下|可以|需要|大概"
)
_CHECKS = ("检查|巡查|督查|抽查|稽核|监督|监管|核查",)
"""What every kind of check may be called: no subject of its own."""


@dataclass(frozen=True)
class FollowUp:
    """A question beside the turn before it."""

    u: Understanding
    last: Turn
    k: Knowledge
    reader: Reader

    @property
    def words(self) -> ConversationWords:
        return self.k.vocabulary.conversation

    @cached_property
    def core(self) -> str:
        """The question without the words that only link it."""
        return without(self.words.closer, without(self.words.opener, self.u.text))

    @cached_property
    def supposes(self) -> bool:
        """Whether it opens by supposing a case (如果…)."""
        return re.match("如果|要是|假如|假设|万一|倘若|若|换成|改成|换作|变成", self.u.text) is not None

    @cached_property
    def linked(self) -> bool:
        """Whether it opens or closes as one that goes on."""
        return found(self.words.opener, self.u.text) is not None or found(self.words.closer, self.u.text) is not None

    @cached_property
    def wish(self) -> str:
        """The words of its own that say what is wanted."""
        return wish_of(self.core, self.k)

    @cached_property
    def content(self) -> str:
        """What it speaks of, beside wish and function words."""
        return spoken(without_words(self.core, self.k))

    @cached_property
    def thing(self) -> str:
        """What is left of `content` without words that name no subject and words every check may be called by."""
        return without(_CHECKS, spoken(without(self.words.light, self.content)))

    @cached_property
    def wants(self) -> frozenset[str]:
        """The kinds of cue in the wish of the turn before."""
        cues = self.k.vocabulary.cues
        return frozenset(kind for kind, ws in cues.items() if any(w in self.last.wish for w in ws))

    @cached_property
    def belief(self) -> float:
        """Belief, 0–1, that it is about this program's business at all, whichever matter it is."""
        return sum(t.score for t in self.u.topics.ranked if t.label.startswith("in:"))

    @cached_property
    def own_subject(self) -> bool:
        """Whether it names by itself something this program knows."""
        best = self.u.topics.best("in")
        named = bool(self.u.regimes or self.u.sections or self.u.departments)
        return len(self.content) >= 2 and (named or (best is not None and best.score >= _CONFIDENT))


@dataclass(frozen=True, slots=True)
class Completed:
    """What a follow-up stands for."""

    text: str
    """The complete question."""
    kept: Turn | None = None
    """What the next question builds on, where that is not just `text`."""


def spoken(text: str) -> str:
    """A text without punctuation and function words."""
    return _FUNCTION.sub("", text)


def share_within(words: str, text: str) -> float:
    """The share of the character pairs of some words that a text has, 0–1."""
    own = pairs(words)
    return len(own & pairs(text)) / len(own) if own else 0.0
