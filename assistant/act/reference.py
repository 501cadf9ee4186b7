"""Where the documents refer to a law: asked by the law's name, in full or without its 中华人民共和国."""

from __future__ import annotations

import re

from assistant.act.results import ReferenceResult, Result
from assistant.knowledge import Knowledge
from assistant.question import Understanding

_STATE = re.compile(r"^(?:中华人民共和国)")
_SHORTEST = 3


def reference(u: Understanding, k: Knowledge) -> Result | None:
    """The references to the law that the question names, when it asks which article or where it is referred to."""
    if "reference" not in u.cues:
        return None
    found = [(d, r) for d in k.corpus.documents for r in d.references if _named(r.name, u.text)]
    if not found:
        return None
    longest = max(len(r.name) for _, r in found)
    exact = [(d, r) for d, r in found if len(r.name) == longest] if any(r.name in u.text for _, r in found) else found
    with_article = [(d, r) for d, r in exact if r.article]
    return ReferenceResult(tuple(with_article or exact))


def _named(name: str, text: str) -> bool:
    """Whether a text names a law; a longer law's name (《…法实施条例》) does not name the shorter one."""
    short = _STATE.sub("", name)
    at = text.find(short)
    if len(short) < _SHORTEST or at < 0:
        return False
    after = text[at + len(short) :]
    return not after.startswith(("实施条例", "实施办法", "实施细则"))
