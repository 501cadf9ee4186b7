"""What a question means after the one before it: the complete question, or None where it stands by itself.

Each step knows one way of going on (an option picked, a correction, a word that stands for what was said, a changed
case, another thing of the same kind, a bare wish, a new subject with the old wish); the first that applies decides.
Nothing is guessed into a question that names its own subject and says what it wants.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from msgspec.structs import replace

from assistant.conversation.alternatives import exchanged
from assistant.conversation.choice import chosen
from assistant.conversation.figures import carried, figures
from assistant.conversation.subject import only_conditions, wish_of, without_words
from assistant.conversation.turn import Turn
from assistant.conversation.words import ConversationWords, found, without
from assistant.knowledge import Knowledge
from assistant.question import Understanding

_LONGEST = 60
"""Characters; who writes more tells the whole case again."""
_SHORT = 10
_CONFIDENT = 0.35
_FEW = 4
_CONSEQUENCES = frozenset({"penalty", "handling"})
_CHECKS = ("检查|巡查|督查|抽查|稽核|监督|监管|核查",)
"""What every kind of check may be called: no subject of its own."""
_SILENT = frozenset({"phone", "address", "hours"})
_FUNCTION = re.compile(
    r"[，,。？?！!、的了呢吗吧啊是在要会得该应我你请问又再就都还也]|怎么样|怎样|多少|什么|一下|可以|需要|大概"
)


@dataclass(frozen=True)
class FollowUp:
    """A question beside the turn before it."""

    u: Understanding
    last: Turn
    k: Knowledge

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
        return _FUNCTION.sub("", without_words(self.core, self.k))

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


def complete(u: Understanding, last: Turn, k: Knowledge) -> Completed | None:
    """The complete question that a follow-up stands for; None when it stands by itself."""
    if len(u.text) > _LONGEST:
        return None
    f = FollowUp(u, last, k)
    found_ = (step(f) for step in STEPS)
    text = next((t for t in found_ if t), None)
    return Completed(text) if isinstance(text, str) else text


def _by_choice(f: FollowUp) -> str | Completed | None:
    option = chosen(f.u.text, f.last.options, f.words)
    if option is None:
        return None
    if any(option == m.name for m in f.k.vocabulary.matters):
        kinds = f.k.vocabulary.cues
        silent = [w for kind in sorted(_SILENT) for w in kinds.get(kind, ()) if w in f.last.wish]
        text = f"{option}{max(silent, key=len)}" if silent else option
        return Completed(text, replace(f.last, subject=option))  # the other options can still be chosen
    return carried(f.last.read_as, option, f.words)


def _by_correction(f: FollowUp) -> str | None:
    m = found(f.words.correction, f.u.text)
    if m is None:
        return None
    but = without(f.words.closer, m["but"])
    wrong = (m.groupdict().get("not") or "").strip("的")
    if not _FUNCTION.sub("", without_words(but, f.k)):
        return f.last.subject + but
    if wrong and wrong in f.last.read_as:
        return f.last.read_as.replace(wrong, but.removesuffix("的"))
    if figures(but, f.words) and only_conditions(but, f.k, f.words):
        return carried(f.last.read_as, but, f.words)
    return exchanged(f.last.read_as, but, f.words) or (but if wish_of(but, f.k) else but + f.last.wish)


def _by_pronoun(f: FollowUp) -> str | Completed | None:
    office, matter = found(f.words.office, f.u.text), found(f.words.matter, f.u.text)
    m = office or matter
    if m is None:
        return None
    rest = without(f.words.closer, without(f.words.opener, f.u.text.replace(m.group(), "")))
    if len(_FUNCTION.sub("", without_words(rest, f.k))) > 3 and f.own_subject:
        return None
    if office and f.last.section:
        return Completed(f"{f.last.section}{rest}", replace(f.last, read_as=f.last.subject + rest, wish=f.wish))
    return f"{f.last.subject}{rest}" if f.last.subject else None


def _by_case(f: FollowUp) -> str | None:
    return carried(f.last.read_as, f.core, f.words) if only_conditions(f.core, f.k, f.words) else None


def _by_exchange(f: FollowUp) -> str | None:
    if not (f.linked or len(f.core) <= _SHORT):
        return None
    if not f.wish:
        return exchanged(f.last.read_as, f.core, f.words)
    subject = exchanged(f.last.subject, f.core.replace(f.wish, ""), f.words)
    return subject + f.wish if subject else None


def _by_wish(f: FollowUp) -> str | Completed | None:
    if len(without(_CHECKS, f.content)) > 1 or not f.wish or not f.last.subject:
        return None
    text = f"{f.last.subject}{f.core}"
    if _SILENT & f.u.cues and f.last.section:
        return Completed(f"{f.last.section}{f.core}", replace(f.last, read_as=text, wish=f.wish))
    return text


def _by_consequence(f: FollowUp) -> str | None:
    """那许可证会怎么样: what else follows, asked of the case told before."""
    follows = f.linked and _CONSEQUENCES & f.u.cues and not f.u.regimes and len(f.content) <= _FEW
    return f"{f.last.read_as}，{f.core}" if follows and f.last.regime_words else None


def _by_supposition(f: FollowUp) -> str | None:
    return f"{f.last.read_as}，{f.core}" if f.supposes and not (f.wish and f.own_subject) else None


def _by_subject(f: FollowUp) -> str | None:
    if not f.linked or f.wish or not f.content:
        return None
    if not f.last.wish:
        return None if f.own_subject else f"{f.last.read_as}，{f.core}"
    if f.u.regimes and f.last.regime_words:
        return f"{f.core}{f.last.read_as.replace(f.last.regime_words, '', 1)}"
    lead = f.last.regime_words if f.last.regime_words and not f.u.regimes and not f.own_subject else ""
    return f"{lead}{f.core}{f.last.wish}"


STEPS: tuple[Callable[[FollowUp], str | Completed | None], ...] = (
    _by_choice,
    _by_correction,
    _by_pronoun,
    _by_case,
    _by_exchange,
    _by_wish,
    _by_consequence,
    _by_supposition,
    _by_subject,
)
