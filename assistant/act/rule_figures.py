"""Figures of rules outside of regimes: how often, how large a share, how many persons, how long something is kept.

A regulation in articles or a set of rules in paragraphs states them beside each other without the parts of a regime.
The sentence that speaks of what is asked answers; where the question names only what the document is about, all of its
figures of that kind do.
"""

from __future__ import annotations

import re

from assistant.act.nearest import without_asking
from assistant.act.results import WrittenResult
from assistant.act.written import asks_for
from assistant.figures_of_rules import RuleFigure
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from assistant.understand.overlap import pairs
from assistant.written_sentences import WrittenSentence
from corpus.records import QuantityKind

_KINDS: dict[str, frozenset[QuantityKind]] = {
    "frequency": frozenset({"frequency"}),
    "share": frozenset({"share"}),
    "persons": frozenset({"headcount"}),
    "units": frozenset({"count", "share"}),
    "period": frozenset({"count"}),
}
"""Kinds of figure that answer a kind of value asked for."""
_CHECKED = re.compile(r"(?:检查|抽查|执法|稽核|监督)+(?:对象|人员|结果|名录|方案|笔录|记录)")
"""What belongs to a check without being one."""
_TIMES = frozenset({"年", "个月", "月", "日", "工作日", "天", "周"})
_ENOUGH = 0.5
"""Least share of the question that sentence, headings and title must cover."""
_ITSELF = 0.15
"""Least share that the sentence itself must cover, where the title does the rest."""
_AS_GOOD = 0.9
_SHOWN = 4


def rule_figures(u: Understanding, k: Knowledge) -> WrittenResult | None:
    """The sentences whose figures answer; None where a regime is named or no sentence covers the question."""
    if u.regimes or u.facts.proposed_yuan is not None or {"penalty", "phone", "address", "hours"} & u.cues:
        return None
    wanted = asks_for(u, k) & _KINDS.keys()
    kinds = frozenset[QuantityKind]().union(*(_KINDS[name] for name in wanted))
    lasting = "period" in wanted and any(w in u.text for w in k.vocabulary.regulations.get("lasting", ()))
    if not kinds or (wanted == frozenset({"period"}) and not lasting):
        return None
    asked = _subject(u, k)
    ranked = k.rule_figure_matcher.rank(asked, k.wordings(u.text), limit=len(k.rule_figures))
    fitting = [
        (f, s)
        for f, s in ((k.rule_figures[i], s) for i, s in ranked)
        if f.quantity.kind in kinds and (f.quantity.unit in _TIMES) == lasting and _itself(asked, f, u, k)
    ]
    if not fitting or fitting[0][1] < _ENOUGH:
        return None
    kept = [f for f, s in fitting if s >= _AS_GOOD * fitting[0][1]]
    sentences = {f.quantity.sentence: f for f in sorted(kept, key=lambda f: (f.document.id, f.quantity.index))}
    return WrittenResult(
        tuple(_sentence(f, k) for f in sentences.values())[:_SHOWN], u.facts.units, asked, on_checks=not lasting
    )


def _subject(u: Understanding, k: Knowledge) -> str:
    """The question without the words that ask for a figure."""
    text = without_asking(u.text)
    words = {w for v in k.vocabulary.values if v.name in _KINDS for w in v.asks}
    words |= {*k.vocabulary.cues["frequency"], *k.vocabulary.regulations.get("per", ())}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        text = text.replace(word, "，")
    return text


def _itself(asked: str, f: RuleFigure, u: Understanding, k: Knowledge) -> bool:
    """Whether the sentence, not only title and headings, speaks of what is asked: its words, or checking at all."""
    if "check" in u.cues and any(w in _CHECKED.sub("", f.text) for w in k.vocabulary.cues["check"]):
        return True
    weights = {p: k.rule_figure_matcher.weight(p) for p in pairs(asked)}
    own, total = pairs(f.text), sum(weights.values())
    return bool(total) and sum(w for p, w in weights.items() if p in own) / total >= _ITSELF


def _sentence(f: RuleFigure, k: Knowledge) -> WrittenSentence:
    span = f.quantity.sentence
    return WrittenSentence(f.document, f.text, span, f.about, k.path_at(f.document, span))
