"""From when and until when a document applies, as it says itself."""

from __future__ import annotations

from assistant.act.nearest import share_said, short_form
from assistant.act.record_results import InForceResult
from assistant.act.results import UnknownResult
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from corpus.records import Document

_TITLE, _SAID = 4, 0.75
"""Characters of a title in a row, or share of what is said, that name a document."""
_SHOWN = 5


def in_force(u: Understanding, k: Knowledge) -> InForceResult | UnknownResult | None:
    """The documents asked about that say when they apply; None where the question is on another thing's beginning.

    Without a title, all documents are meant, and only where nothing else is named.
    """
    words = k.vocabulary.regulations
    still = any(w in u.text for w in words.get("still", ()))
    if not still and not any(w in u.text for w in words.get("applies", ())):
        return None
    held = [d for d in k.corpus.documents if d.in_force]
    left = _left(u.text, k)
    named = [d for d in k.corpus.documents if left and _names(left, u.text, d)]
    chosen = [d for d in named if d.in_force] if left else held
    if not chosen:
        return UnknownResult(inside=True) if named or not left else None
    return InForceResult(tuple(chosen[:_SHOWN]), still, u.today, len(chosen))


def _left(text: str, k: Knowledge) -> str:
    """What a question names beside asking when some document applies."""
    words = k.vocabulary.regulations
    for kind in ("still", "applies", "document", "idle"):
        for word in sorted(words.get(kind, ()), key=lambda w: (-len(w), w)):
            text = text.replace(word, "，")
    return text.strip("，。？?！!、 ")


def _names(left: str, text: str, document: Document) -> bool:
    """Whether the words left, or a long run of the question, are those of the document's title."""
    if len(short_form(text, document.title)) > _TITLE:
        return True
    return share_said(left, (document.title,)) >= _SAID
