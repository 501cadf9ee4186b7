"""A model's text, sentence by sentence: each is kept with its sources, or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Citation
from assistant.llm.prove import prove_words
from assistant.llm.tokens import TOKEN, token_of
from assistant.verify import LockError, Sources, bare, sources_of

_SENTENCE = re.compile(r"[^。；！？\n]*[。；！？\n]?(?:\s*〔[a-z0-9]{1,16}〕)*")
_MARKS = re.compile(r"\[\d+\]|【[^】]*】")
"""Marks that only code may set."""


@dataclass(frozen=True, slots=True)
class KeptSentence:
    """A sentence that is proved, with the citations it rests on."""

    text: str
    citations: tuple[Citation, ...]


def kept_sentences(
    text: str, question: str, answers: Sequence[Answer], names: frozenset[str]
) -> tuple[KeptSentence, ...]:
    """The sentences of a model's text that their own sources prove, in order.

    A sentence with tokens is held against what they cite (and the figures computed beside it); one without may say
    nothing that needs a source. `names` are the names of sections, which may stand only where a source has them.
    """
    known = {token_of(c): (a, c) for a in answers for c in a.citations}
    kept = (_kept(m.group(), known, Sources(bare(question), frozenset()), names) for m in _SENTENCE.finditer(text))
    return tuple(k for k in kept if k is not None)


def _kept(
    written: str, known: Mapping[str, tuple[Answer, Citation]], question: Sources, names: frozenset[str]
) -> KeptSentence | None:
    said = _MARKS.sub("", TOKEN.sub("", written)).strip()
    if not said.strip("。；！？*#- "):
        return None
    cited = [known[t] for t in dict.fromkeys(TOKEN.findall(written)) if t in known]
    try:
        prove_words(said, _joined(question, cited), names)
    except LockError:
        return None
    return KeptSentence(said, tuple(c for _, c in cited))


def _joined(question: Sources, cited: Sequence[tuple[Answer, Citation]]) -> Sources:
    """The question and what is cited: each quote, and the workings that rest on it."""
    parts = [sources_of(a, {c.n}) for a, c in cited]
    return Sources(
        "\n".join([question.text, *(p.text for p in parts)]), question.shown.union(*(p.shown for p in parts))
    )
