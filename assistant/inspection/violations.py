"""Which violations an item of a checklist may bring to light, by the words they share.

Words that name the regime or its objects are in every item and every violation, so they tell nothing and are left out.
What remains is compared both ways: how much of the item the violation covers, and how much of the violation the item.
A violation without any conduct of its own (`有违反法律法规行为`) fits every item; such are listed once for the checklist.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from functools import partial

import msgspec

from assistant.inspection.checklist import Checklist, Item, PossibleViolation
from assistant.understand.overlap import Matcher, Wording
from corpus.records import Document, Penalty, Regime
from corpus.tidy import tidy

_LEAST = 0.12
"""Geometric mean of the two coverages from which two texts are taken to speak of one thing; see the tests for the pairs it parts."""
_BESIDE_BEST = 0.3
"""Share of the best score that a further violation must reach."""
_EMPTY = re.compile(
    r"是否|有否|有无|其他|情况|行为|规定|规范性文件|规范|要求|法律|法规|违反|违规|违法|存在|发现|进行|有关|相关|监督|检查|问题|核查"
)
"""Words that any item or violation may have."""
_GENERAL = re.compile(
    r"(?:存在|有|发现|出现|经检查)[^，]{0,6}(?:违法|违规|违反|问题)[^，]{0,8}$|违反(?:本|国家|有关)?(?:法|条例|办法|规定|细则)?[^，]{0,10}规定$"
    r"|不符合[^，]{0,8}规定$|未达到[^，]{0,12}要求$|(?:存在|有)[^，]{0,6}违规行为"
)
Wordings = Callable[[str], Sequence[Wording]]
"""Everyday wordings in a text (`Knowledge.wordings`)."""


def with_violations(checklist: Checklist, document: Document, wordings: Wordings) -> Checklist:
    """The checklist with the violations of its own regime linked to its items, likeliest first, and the general ones."""
    regime = document.regimes[checklist.regime]
    grouped = _grouped([p for p in document.penalties if p.regime == regime.index])
    specific = [v for v in grouped if not _GENERAL.search(v.text)]
    bare = partial(_bare, _own_words(document, regime))
    violations = Matcher(tuple(bare(v.text) for v in specific), tuple(bare(i.text) for i in checklist.items))
    items = Matcher(violations.background, violations.texts)
    linked = tuple(_linked(item, n, specific, violations, items, wordings) for n, item in enumerate(checklist.items))
    general = tuple(v for v in grouped if _GENERAL.search(v.text))
    return msgspec.structs.replace(checklist, items=linked, general=general)


def _linked(
    item: Item, n: int, specific: Sequence[PossibleViolation], violations: Matcher, items: Matcher, wordings: Wordings
) -> Item:
    words = items.texts[n]
    forward = dict(violations.rank(words, wordings(words), limit=len(specific)))
    scored: list[PossibleViolation] = []
    for i, score in sorted(forward.items()):
        text = violations.texts[i]
        back = dict(items.rank(text, wordings(text), limit=len(items.texts))).get(n, 0.0)
        scored.append(msgspec.structs.replace(specific[i], score=round(math.sqrt(score * back), 4)))
    scored.sort(key=lambda v: (-v.score, v.penalties))
    best = scored[0].score if scored else 0.0
    kept = tuple(v for v in scored if v.score >= max(_LEAST, _BESIDE_BEST * best))
    return msgspec.structs.replace(item, violations=kept)


def _grouped(penalties: Sequence[Penalty]) -> tuple[PossibleViolation, ...]:
    """One violation with all its consequences; the same conduct in two clauses stays two."""
    held: dict[tuple[str, int | None], list[int]] = {}
    for p in penalties:
        held.setdefault((p.violation, p.clause), []).append(p.index)
    return tuple(PossibleViolation(text=text, penalties=tuple(of), score=0.0) for (text, _), of in held.items())


def _own_words(document: Document, regime: Regime) -> str:
    """The regime's title and the words for its objects."""
    objects = (p for p in regime.parts if p.kind == "objects")
    return "，".join((regime.title, *(tidy(document.text, p.span).text for p in objects)))


def _bare(own: str, text: str) -> str:
    """A text without words that any item may have and without character pairs of the regime's own name and objects."""
    text = _EMPTY.sub("，", text)
    return "".join(
        "，" if text[n : n + 2] in own or text[max(n - 1, 0) : n + 1] in own else c for n, c in enumerate(text)
    )
