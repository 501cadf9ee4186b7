"""Which warnings stand before the sources: those that bear on what was answered; what only the documents' editors need, after."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from assistant.answer import Answer, Warning

_EDITORIAL = frozenset(
    {"cell-runs-on", "nested-same-label", "number-doubled", "number-skipped", "other-place", "typo-suspected"}
)
"""Slips that change nothing about what an answer says."""
_DUTY_LEFT_OPEN = "boundary-against-registry"
_SHARED = 4
"""Characters that the matter asked about has in common with a duty left open, to be about it."""
_QUOTED = re.compile(r"“([^”]+)”")


def with_asides(answer: Answer) -> Answer:
    """The answer with every warning marked that does not bear on it; nothing is left out."""
    marked = [w if w.aside == _is_aside(w, answer) else w.model_copy(update={"aside": True}) for w in answer.warnings]
    return answer if marked == answer.warnings else answer.model_copy(update={"warnings": marked})


def _is_aside(warning: Warning, answer: Answer) -> bool:
    if warning.code in _EDITORIAL:
        return answer.intent != "corpus"  # whoever asks about the documents asks about just that
    return warning.code == _DUTY_LEFT_OPEN and answer.intent == "route" and not _about(warning, answer)


def _about(warning: Warning, answer: Answer) -> bool:
    """Whether the question, or the matter it was taken for, has words of the duties in doubt."""
    asked = [answer.question, *_QUOTED.findall(answer.text.split("\n", 1)[0])]
    return any(_common(a, b) >= _SHARED for a in asked for b in _QUOTED.findall(warning.text))


def _common(a: str, b: str) -> int:
    return SequenceMatcher(None, a, b, autojunk=False).find_longest_match().size
