"""Folds the parts of a paragraph into consequences: one conduct, a condition, the measures that follow."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.penalties.parts import CONDITION, Part, parts_of
from corpus.penalties.wording import condition_of, violation_of

_OPENER = re.compile(r"^(?:对于?.{2,}的$|对于?.*(?:问题|企业|单位|行为|轻重)$|[^，]{0,12}发现)")
_DUTY = re.compile(r"^(?:要|应|须)?(?:加强|加大|做好|建立|完善|坚持|推进|规范)")
_OTHER_LAW = re.compile(r"^法律、?(?:行政)?法规")
_SHORT_CONDITION = 8
"""A case this short (`已经拨付的`) is a condition on the conduct before it, in characters with 的."""


@dataclass(frozen=True, slots=True)
class Consequence:
    """One consequence in the half-open range `[start, end)` of a tidy paragraph."""

    violation: str
    when: str | None
    parts: tuple[Part, ...]
    """Consequence and addressee parts, in order."""
    start: int
    """Where the sentence of the conduct starts."""
    end: int


@dataclass(slots=True)
class _Fold:
    """What is open while the parts go by."""

    text: str
    found: list[Consequence]
    conduct: str = ""
    count: str | None = None
    since: int = 0
    when: str | None = None
    pending: list[Part] | None = None
    open: bool = False

    def take(self, part: Part) -> None:
        """Take the next part."""
        if part.role == "consequence":
            self._consequence(part)
        elif part.role == "addressee" and self.open and not self.pending:
            self._append(part)
        elif part.role != "neutral":
            self.pending = [*(self.pending or []), part]
        law_only = part.after in {"：", ":"} and not any(p.text.endswith("的") for p in self.pending or [])
        if part.after in {"；", "。", ";"} or law_only:
            self.pending = None

    def _consequence(self, part: Part) -> None:
        if self.pending:
            self._resolve(self.pending)
            self.pending = None
            if self.open:
                self.found.append(Consequence(self.conduct, self.when, (part,), self.since, part.end))
        elif self.open:
            self._append(part)

    def _append(self, part: Part) -> None:
        last = self.found[-1]
        self.found[-1] = replace(last, parts=(*last.parts, part), end=part.end)

    def _resolve(self, parts: list[Part]) -> None:
        """Decide whether the pending parts are a new conduct or a condition on the open one."""
        if self.open and all(CONDITION.match(p.text) or len(p.text) <= _SHORT_CONDITION for p in parts):
            self.when = condition_of(self.text[parts[0].start : parts[-1].end])
            return
        at = max((i for i, p in enumerate(parts) if _OPENER.match(p.text)), default=0)
        parts = parts[at:]
        closed = [i for i, p in enumerate(parts) if p.text.endswith("的")]
        parts = parts[: closed[-1] + 1] if closed else parts  # after 的 comes the authority and what it does
        tail = len(parts)
        while tail > 1 and _conditional(parts[tail - 1], parts[tail - 2]):
            tail -= 1
        if tail < len(parts) and _DUTY.match(parts[0].text):
            parts, tail = parts[tail:], len(parts) - tail
        self.open = any(p.text.endswith("的") or _OPENER.match(p.text) or "发现" in p.text for p in parts)
        self.open = self.open and not all(_OTHER_LAW.match(p.text) for p in parts)
        if not self.open:
            return
        self.since = parts[0].start
        self.conduct, self.count = violation_of(self.text[parts[0].start : parts[tail - 1].end])
        rest = parts[tail:]
        self.when = condition_of(self.text[rest[0].start : rest[-1].end]) if rest else self.count


def _conditional(part: Part, before: Part) -> bool:
    short_case = len(part.text) <= _SHORT_CONDITION and before.text.endswith("的")
    return not part.text.startswith("但") and (CONDITION.match(part.text) is not None or short_case)


def consequences_of(text: str, start: int = 0) -> list[Consequence]:
    """The consequences a tidy paragraph states, in order; none for a sentence that only lays down a duty."""
    fold = _Fold(text, [])
    for part in parts_of(text, start):
        fold.take(part)
    return fold.found
