"""Which supervision regime a question is about: by its title, by its document's own short forms, in everyday words."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cached_property

from assistant.knowledge import Knowledge
from assistant.question import Hit, NamedRegime
from assistant.understand.overlap import Matcher, Wording, pairs
from corpus.tidy import tidy

_ENOUGH = 0.34
"""Least share of a regime's own words that the question must name."""
_EVERYDAY = 0.75
"""Worth of a word that only an everyday wording stands for, against one said literally."""
_WHOLE = 0.8
"""Share of a regime's name that names it even beside one whose name it shares words with."""
_NOT_A_NAME = ("监管", "监督", "管理", "事项", "使用", "制度", "审批", "服务", "检查", "办法", "细则")
"""Words that any regime's title may have."""
_SHORT_FORM = re.compile(r"以下(?:统称|简称)[:：]?[“\"]?([一-鿿]{3,8})[”\"]?[）)]")


@dataclass(frozen=True)
class RegimeFinder:
    """Finds the regimes of one corpus in questions."""

    knowledge: Knowledge

    def find(self, text: str, wordings: tuple[Wording, ...]) -> tuple[Hit, ...]:
        """Regimes that the question names, surest first; ties in document order."""
        wordings = tuple(w for w in wordings if not self._in_another_title(w, text))
        literal = pairs(text)
        everyday = pairs("，".join(m for w in wordings for m in w.means))
        hits: list[tuple[float, int]] = []
        for i, names in enumerate(self._weights):
            share = max(self._share(weights, literal, everyday) for weights in names)
            if any(short in text or any(short in w.means for w in wordings) for short in self._short_forms[i]):
                share = max(share, 0.9)
            if share >= _ENOUGH:
                hits.append((share, i))
        hits.sort(key=lambda x: (-round(x[0], 4), x[1]))
        k = self.knowledge
        return tuple(Hit((k.document_index(k.regimes[i][0]), k.regimes[i][1].index), s) for s, i in hits)

    def named(self, text: str, wordings: tuple[Wording, ...]) -> tuple[NamedRegime, ...]:
        """The regimes that a question names side by side, in document order, each with words that name no surer one."""
        used: set[str] = set()
        out: list[NamedRegime] = []
        for hit in self.find(text, wordings):
            document, regime = self.knowledge.regime(hit.place)
            i = next(n for n, (d, r) in enumerate(self.knowledge.regimes) if d is document and r is regime)
            own = "，".join((*self._names[i], *self._short_forms[i]))
            said = [w.said for w in wordings if any(m in f"{regime.title}，{own}" for m in w.means)]
            words = dict.fromkeys((*said, *_runs(text, pairs(own))))
            evidence = {p for w in words for p in pairs(w)}
            fresh = evidence - used
            if fresh and (hit.score >= _WHOLE or len(fresh) * 2 >= len(evidence)):
                out.append(NamedRegime(hit.place, tuple(words)))
                used |= fresh
        return tuple(sorted(out, key=lambda r: r.place))

    def _in_another_title(self, w: Wording, text: str) -> bool:
        """Whether a wording stands in the question as part of a longer stretch of the title of a regime it does not mean.

        职业介绍 stands for the agencies, but not in a question on 职业介绍补贴 where a regime on these is held.
        """
        at, size = text.find(w.said), len(w.said)
        longer = [x for x in (text[max(0, at - 1) : at + size], text[at : at + size + 1]) if len(x) > size]
        others = (r.title for _, r in self.knowledge.regimes if not any(m in r.title for m in w.means))
        return any(x in title for title in others for x in longer)

    def rest(self, content: str, hit: Hit, wordings: tuple[Wording, ...]) -> str:
        """The question's content without the words that name the regime."""
        document, regime = self.knowledge.regime(hit.place)
        i = next(n for n, (d, r) in enumerate(self.knowledge.regimes) if d is document and r is regime)
        own = "，".join((regime.title, *self._names[i], *self._short_forms[i]))
        for w in wordings:
            if any(m in own for m in w.means):
                content = content.replace(w.said, "，")
        kept = [
            c
            for n, c in enumerate(content)
            if content[n : n + 2] not in own and content[max(n - 1, 0) : n + 1] not in own
        ]
        return "".join(kept)

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(tuple(_bare(r.title) for _, r in self.knowledge.regimes))

    @cached_property
    def _names(self) -> tuple[tuple[str, ...], ...]:
        """For each regime its title without common words; a title that joins two objects is named by either."""
        return tuple(_halves(_bare(r.title)) for _, r in self.knowledge.regimes)

    @cached_property
    def _short_forms(self) -> tuple[tuple[str, ...], ...]:
        """For each regime the short forms that its text introduces (以下简称…)."""
        return tuple(
            tuple(dict.fromkeys(_SHORT_FORM.findall(tidy(d.text, r.span).text))) for d, r in self.knowledge.regimes
        )

    @cached_property
    def _weights(self) -> tuple[tuple[dict[str, float], ...], ...]:
        """For each regime the weights of the character pairs of each of its names."""
        return tuple(
            tuple({p: self._matcher.weight(p) for p in pairs(name)} for name in names) for names in self._names
        )

    @staticmethod
    def _share(weights: dict[str, float], literal: Container[str], everyday: Container[str]) -> float:
        total = sum(weights.values())
        said = sum(w if p in literal else _EVERYDAY * w if p in everyday else 0.0 for p, w in weights.items())
        return said / total if total else 0.0


def _runs(text: str, own: Iterable[str]) -> list[str]:
    """Maximal runs of a text whose adjacent character pairs all belong to a name."""
    known, out, run = set(own), [], ""
    for i, c in enumerate(text):
        if i and text[i - 1 : i + 1] in known:
            run = run or text[i - 1]
            run += c
        else:
            out.append(run)
            run = ""
    return [r for r in (*out, run) if r]


def _bare(title: str) -> str:
    for word in _NOT_A_NAME:
        title = title.replace(word, "，")
    return title


def _halves(name: str) -> tuple[str, ...]:
    return (name, *(h for h in name.split("、") if len(h) > 3))
