"""What an inspection that is to begin still lacks: its regime, its unit, its kind, its day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.guided.commands import Begin
from assistant.guided.ports import Register
from assistant.guided.words import Grammar
from assistant.inspection.checklists import Checklists, Held
from assistant.knowledge import Knowledge
from assistant.normalise import normalise
from assistant.planning.checks import checks_of
from assistant.understand.regimes import RegimeFinder

_CLEAR = 0.15
"""Lead over the second regime from which the first one is meant."""
_DAYS_AGO = {"今天": 0, "今日": 0, "昨天": 1, "昨日": 1, "前天": 2}
_DAY = re.compile(r"(?:(?P<y>\d{4})[年\-/.])?(?P<m>\d{1,2})[月\-/.](?P<d>\d{1,2})[日号]?")
_KIND_LENGTH = 20
"""Characters of an answer to the question for the kind of check."""
_KIND_TAIL = re.compile(r"(?:检查|巡查|督查|抽查|稽核|监督|考核|审计)$")


@dataclass(frozen=True, slots=True)
class Read:
    """What the words say; candidates where they leave it open."""

    unit: str
    register: str | None
    regimes: tuple[Held, ...]
    """One where it is clear, else those that fit; all of them where the words name none."""
    kind: str
    kinds: tuple[str, ...]
    """Kinds of check the regime names; only where the regime is clear."""
    day: date


@dataclass(frozen=True)
class BeginReader:
    """Reads what was said of an inspection to begin."""

    knowledge: Knowledge
    checklists: Checklists
    grammar: Grammar
    units: Register | None = None

    def read(self, begin: Begin, today: date) -> Read:
        """Everything that can be told from the words and from the register of units."""
        listed = (
            [u for u in self.units.all(name=begin.unit) if u.name == begin.unit] if self.units and begin.unit else []
        )
        known = listed[0] if len(listed) == 1 else None
        regimes = _by_kind(self._regimes(begin.rest, (begin.unit, *(known.regimes if known else ()))), begin.rest)
        kinds = kinds_of(regimes[0]) if len(regimes) == 1 else ()
        return Read(
            unit=begin.unit,
            register=known.id if known else None,
            regimes=regimes,
            kind=self._kind(normalise(begin.rest), kinds),
            kinds=kinds,
            day=day_said(begin.rest, today) or today,
        )

    def named(self, text: str) -> bool:
        """Whether the words name a regime."""
        return len(self._named(text)) == 1

    def names_kind(self, begin: Begin, text: str) -> bool:
        """Whether the words name a kind of check of the regime that is meant."""
        return bool(self.read(begin, date.max).kind) and len(text) <= _KIND_LENGTH

    def _regimes(self, rest: str, names: tuple[str, ...]) -> tuple[Held, ...]:
        """By the words beside the unit, else by all words, else by what the register says of the unit."""
        open_: tuple[Held, ...] = ()
        for words in (rest, "，".join((names[0], rest)), "，".join(names)):
            found = self._named(normalise(words))
            if len(found) == 1:
                return found
            open_ = open_ or found
        return open_ or self.checklists.all

    def _named(self, text: str) -> tuple[Held, ...]:
        exact = tuple(h for h in self.checklists.all if h.checklist.title in text)
        if len(exact) == 1:
            return exact
        k = self.knowledge
        hits = RegimeFinder(k).find(text, k.wordings(text))
        if hits and (len(hits) == 1 or hits[0].score - hits[1].score >= _CLEAR):
            hits = hits[:1]
        places = [(k.regime(h.place)[0].id, k.regime(h.place)[1].index) for h in hits]
        held = {(h.document.id, h.checklist.regime): h for h in self.checklists.all}
        return tuple(held[p] for p in places if p in held)

    def _kind(self, rest: str, kinds: tuple[str, ...]) -> str:
        """The regime's own kind that the words name, in full or by its first word; else a usual one."""
        whole = [x for x in kinds if x in rest]
        stems = [x for x in kinds if (s := _KIND_TAIL.sub("", x)) and self._said(s, rest)]
        if len(whole or stems) == 1:
            return (whole or stems)[0]
        usual = [x for x in self.grammar.words.kinds if x in rest]
        if len(kinds) == 1 and not usual:
            return kinds[0]
        return "" if whole or stems or not usual else max(usual, key=len)

    def _said(self, stem: str, rest: str) -> bool:
        """Whether the first word of a kind stands for the kind: 专项 in 专项督查 and alone, not in 专项资金."""
        return any(
            m.end() == len(rest) or rest[m.end()] in "，,。；" or self.grammar.check.match(rest, m.end())
            for m in re.finditer(re.escape(stem), rest)
        )


def _by_kind(regimes: tuple[Held, ...], rest: str) -> tuple[Held, ...]:
    """Of several regimes the one whose kind of check is said and that no other has."""
    having = tuple(h for h in regimes if any(k in normalise(rest) for k in kinds_of(h)))
    return having if len(regimes) > 1 and len(having) == 1 else regimes


def kinds_of(held: Held) -> tuple[str, ...]:
    """The kinds of check that a regime's indicators name."""
    return tuple(dict.fromkeys(c.name for c in checks_of(held.document, held.regime) if c.indicator))


def day_said(words: str, today: date) -> date | None:
    """The day that words name (昨天, 11月20日); None where they name none that exists."""
    for word, ago in _DAYS_AGO.items():
        if word in words:
            return today - timedelta(days=ago)
    m = _DAY.search(normalise(words))
    if m is None:
        return None
    try:
        return date(int(m["y"] or today.year), int(m["m"]), int(m["d"]))
    except ValueError:
        return None
