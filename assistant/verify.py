"""The number lock: nothing leaves that a quote, the question or a shown computation does not carry.

Checked on every answer, whoever worded it: each citation is verbatim; each marker has its citation; each number, law
name and section name in what is sent is found in a cited quote (or its path), in the question, or in a figure or sum
whose working is part of the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import cn2an

from assistant.answer import Answer
from corpus.records import Corpus

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_HAN_NUMBER = re.compile(r"[零〇一二两三四五六七八九十百千万]+")
_LAW = re.compile(r"《([^《》]+)》")
_MARK = re.compile(r"\[(\d+)\]")
_SPACE = re.compile(r"\s+")


class LockError(Exception):
    """An answer says something it cannot prove; it must not be sent."""


@dataclass(frozen=True, slots=True)
class _Sources:
    numbers: frozenset[str]
    text: str
    """All quotes and the question without white space: where names must be found."""


def verify(answer: Answer, corpus: Corpus) -> Answer:
    """The answer itself when everything in it is proved. Raises LockError naming the first thing that is not."""
    _citations(answer, corpus)
    sources = _sources(answer)
    said = _MARK.sub(" ", answer.text)
    for text in (said, *(s.text for s in answer.steps), *(o for o in answer.options)):
        _numbers(text, sources)
        _laws(text, sources)
    for s in answer.sections:
        if _bare(s.name) not in sources.text:
            raise LockError(f"section {s.name}")
    for d in corpus.documents:
        for section in d.sections:
            if section.name in said and _bare(section.name) not in sources.text:
                raise LockError(f"section {section.name} in the text")
    for p in answer.penalties:
        if p.law and _bare(p.law) not in sources.text:
            raise LockError(f"law {p.law}")
    return answer


def _citations(answer: Answer, corpus: Corpus) -> None:
    texts = {d.id: d.text for d in corpus.documents}
    for c in answer.citations:
        if texts.get(c.document, "")[c.start : c.end] != c.quote or not c.quote:
            raise LockError(f"citation {c.n} is not verbatim")
    known = {c.n for c in answer.citations}
    loose = {int(n) for n in _MARK.findall(answer.text)} - known
    if loose:
        raise LockError(f"markers without citation: {sorted(loose)}")


def _sources(answer: Answer) -> _Sources:
    quotes = [q for c in answer.citations for q in (c.quote, *c.path)]
    text = _bare("\n".join([answer.question, *quotes]))
    numbers = set(_canonical(_NUMBER.findall(text))) | set(_canonical(_NUMBER.findall(answer.question)))
    numbers |= {n for m in _HAN_NUMBER.findall(text) for n in _han(m)}
    numbers |= {_plain(float(m) * 10_000) for m in re.findall(r"(\d+(?:\.\d+)?)万", text)}
    for f in answer.figures:
        numbers |= set(_canonical(_NUMBER.findall(f.working or "")))
        if f.value is not None:
            numbers.add(_plain(f.value))
    for p in answer.penalties:
        if p.fine_total:
            numbers |= set(_canonical(_NUMBER.findall(p.fine_total.working)))
        amounts = (p.fine.min_yuan, p.fine.max_yuan, p.fine.min_times, p.fine.max_times)
        numbers |= {_plain(a) for a in amounts if a is not None}
        if p.fine_total:
            numbers |= {_plain(a) for a in (p.fine_total.min_yuan, p.fine_total.max_yuan) if a is not None}
    numbers |= _differences(answer)
    return _Sources(frozenset(numbers), text)


def _differences(answer: Answer) -> set[str]:
    """Differences between a sum that the question proposes and a bound of the answer: subtraction is shown in words."""
    asked = {float(n) for m in _HAN_NUMBER.findall(_bare(answer.question)) for n in _han(m)}
    asked |= {float(n) for n in _canonical(_NUMBER.findall(answer.question))}
    asked |= {float(m) * 10_000 for m in re.findall(r"(\d+(?:\.\d+)?)万", answer.question)}
    bounds: set[float] = set()
    for p in answer.penalties:
        pair = (p.fine_total.min_yuan, p.fine_total.max_yuan) if p.fine_total else (p.fine.min_yuan, p.fine.max_yuan)
        bounds |= {float(b) for b in pair if b is not None}
    return {_plain(abs(a - b)) for a in asked for b in bounds} | {_plain(a) for a in asked}


def _han(numeral: str) -> list[str]:
    try:
        return [_plain(float(cn2an.cn2an(numeral.replace("两", "二"), "smart")))]
    except ValueError:
        return []


def _plain(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _canonical(found: Iterable[str]) -> list[str]:
    out: list[str] = []
    for n in found:
        n = n.replace(",", "")
        try:
            out.append(_plain(float(n)))
        except ValueError:  # dotted section numbers such as 1.2.3
            out.append(n)
    return out


def _bare(text: str) -> str:
    return _SPACE.sub("", text)


def _numbers(text: str, sources: _Sources) -> None:
    loose = set(_canonical(_NUMBER.findall(text))) - sources.numbers
    if loose:
        raise LockError(f"numbers without source: {sorted(loose)}")


def _laws(text: str, sources: _Sources) -> None:
    for name in _LAW.findall(text):
        if _bare(name) not in sources.text:
            raise LockError(f"law without source: {name}")
