"""What a question means after the one before it: the complete question, or None where it stands by itself.

Each step knows one way of going on (an option picked, a correction, a word that stands for what was said, a changed
case, another thing of the same kind, a bare wish, a new subject with the old wish); the first that applies decides.
Nothing is guessed into a question that names its own subject and says what it wants.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from assistant.conversation.alternatives import exchanged
from assistant.conversation.choice import chosen
from assistant.conversation.figures import carried, figures
from assistant.conversation.following import Completed, FollowUp, share_within, spoken
from assistant.conversation.scene import (
    by_again,
    by_consequence,
    by_department,
    by_fact,
    by_proposal,
    by_regime,
    by_start,
    by_staying,
    by_thing_to_bring,
)
from assistant.conversation.subject import only_conditions, regime_words, wish_of, without_words
from assistant.conversation.turn import Turn
from assistant.conversation.words import found, without
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from assistant.understand.reader import Reader

_LONGEST = 60
"""Characters; who writes more tells the whole case again."""
_SHORT = 10
_MOSTLY = 0.6
_MORE = 4
"""Characters that a linked question may have beside the word that takes another's place."""
_OF_FINES = frozenset({"penalty", "handling", "reference", "amount"})
_SURE = 0.5
_SILENT = frozenset({"phone", "address", "hours"})


def complete(u: Understanding, last: Turn, k: Knowledge, reader: Reader) -> Completed | None:
    """The complete question that a follow-up stands for; None when it stands by itself."""
    if len(u.text) > _LONGEST:
        return None
    f = FollowUp(u, last, k, reader)
    found_ = (step(f) for step in (STEPS[:1] if _is_talk(f) else STEPS))
    text = next((t for t in found_ if t), None)
    return Completed(text) if isinstance(text, str) else text


def _is_talk(f: FollowUp) -> bool:
    """Whether it is thanks or a greeting and nothing else: that goes on from nothing."""
    best = f.u.topics.best("talk")
    sure = best is not None and best.score >= _SURE and best == f.u.topics.ranked[0]
    return sure and not (f.wish or figures(f.u.text, f.words) or found(f.words.correction, f.u.text))


def _by_choice(f: FollowUp) -> str | Completed | None:
    option = chosen(f.u.text, f.last.options, f.words)
    if option is None:
        return None
    # Once one was chosen, 那企业职工的呢 is its other kind, not another item of the list.
    going_on = f.linked and f.last.subject in f.last.options and option not in f.u.text
    if going_on and (other := exchanged(f.last.subject, f.core, f.words, _MORE)):
        return other + f.last.wish
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
    if not spoken(without_words(but, f.k)):
        return f.last.subject + but
    if wrong and wrong in f.last.read_as:
        return f.last.read_as.replace(wrong, but.removesuffix("的"))
    if figures(but, f.words) and only_conditions(but, f.k, f.words):
        return carried(f.last.read_as, but, f.words)
    return exchanged(f.last.read_as, but, f.words, _MORE) or (but if wish_of(but, f.k) else but + f.last.wish)


def _by_pronoun(f: FollowUp) -> str | Completed | None:
    office, matter = found(f.words.office, f.u.text), found(f.words.matter, f.u.text)
    m = office or matter
    if m is None:
        return None
    rest = without(f.words.closer, without(f.words.opener, f.u.text.replace(m.group(), "")))
    if len(spoken(without_words(rest, f.k))) > 3 and f.own_subject:
        return None
    if office and f.own_subject and len(spoken(without_words(f.u.text[: m.start()], f.k))) > 1:
        return None  # 工伤那边: the place of what is named right before it
    if office and f.last.section:
        return Completed(f"{f.last.section}{rest}", replace(f.last, read_as=f.last.subject + rest, wish=f.wish))
    return f"{f.last.subject}{rest}" if f.last.subject else None


def _by_case(f: FollowUp) -> str | None:
    return carried(f.last.read_as, f.core, f.words) if only_conditions(f.core, f.k, f.words) else None


def _by_exchange(f: FollowUp) -> str | None:
    if not (f.linked or len(f.core) <= _SHORT):
        return None
    more = _MORE if f.linked else 1
    if f.linked and _another_matter(f):
        return None
    if not f.wish:
        return exchanged(f.last.read_as, f.core, f.words, more)
    subject = exchanged(f.last.subject, f.core.replace(f.wish, ""), f.words, more)
    return subject + f.wish if subject else None


def _by_wish(f: FollowUp) -> str | Completed | None:
    if len(f.thing) > 1 or not f.wish or not f.last.subject or regime_words(f.u, f.k) or _wish_names(f):
        return None
    if f.last.intent == "penalty" and f.u.cues & _OF_FINES:
        return f"{f.last.read_as}，{f.core}"
    text = f"{f.last.subject}{f.core}"
    if _SILENT & f.u.cues and f.last.section:
        return Completed(f"{f.last.section}{f.core}", replace(f.last, read_as=text, wish=f.wish))
    return text


def _by_supposition(f: FollowUp) -> str | None:
    return f"{f.last.read_as}，{f.core}" if f.supposes and not (f.wish and f.own_subject) else None


def _by_subject(f: FollowUp) -> str | None:
    if not f.linked or f.wish or not f.content:
        return None
    if not f.thing and f.last.intent == "penalty":
        return f"{f.last.read_as}，{f.core}"
    if not f.last.wish:
        return None if f.own_subject and not _told_of(f) else f"{f.last.read_as}，{f.core}"
    if f.u.regimes and f.last.regime_words:
        return f"{f.core}{f.last.read_as.replace(f.last.regime_words, '', 1)}"
    stays = not f.u.regimes and (not f.own_subject or _told_of(f))
    lead = f.last.regime_words if stays else ""
    return f"{lead}{f.core}{f.last.wish}"


def _wish_names(f: FollowUp) -> bool:
    """Whether the words of the wish name a subject that was not spoken of: 最低工资是多少钱."""
    best = f.u.topics.best("in")
    sure = f.own_subject and best is not None and best.score >= _SURE
    return sure and any(w in f.wish and w not in f.last.read_as for w in f.k.vocabulary.cues.get("common", ()))


def _another_matter(f: FollowUp) -> bool:
    """Whether the new words are a matter by themselves that the earlier question would hide: 那医保呢 after 被车撞了认定工伤."""
    own = f.u.topics.best("in")
    text = exchanged(f.last.read_as, f.core, f.words, _MORE)
    of_the_field = any(w in f.core for w in f.k.vocabulary.cues.get("common", ()))
    if own is None or f.belief < _SURE or text is None or not of_the_field:
        return False
    before, after = (f.reader.read(t).topics.best("in") for t in (f.last.read_as, text))
    return before is not None and after is not None and before.label == after.label != own.label


def _told_of(f: FollowUp) -> bool:
    """Whether the regime spoken of has most of the new words itself: 造成了基金损失 is still its case."""
    regime = next(((d, r) for d, r in f.k.regimes if r.title == f.last.regime), None)
    if regime is None:
        return False
    document, record = regime
    text = "".join(document.text[record.span.start : record.span.end].split())
    return share_within(f.content, text) >= _MOSTLY


STEPS: tuple[Callable[[FollowUp], str | Completed | None], ...] = (
    _by_choice,
    _by_correction,
    by_again,
    by_thing_to_bring,
    _by_pronoun,
    by_proposal,
    _by_case,
    by_department,
    by_start,
    by_fact,
    by_consequence,
    by_regime,
    _by_exchange,
    _by_wish,
    _by_supposition,
    _by_subject,
    by_staying,
)
