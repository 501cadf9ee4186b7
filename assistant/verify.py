"""The number lock: nothing leaves that a quote, the question or a shown computation does not carry.

Checked on every answer, whoever worded it: each citation is verbatim; each marker has its citation; each number, law
name and section name in what is sent is found in a cited quote (or its path), in the question, or in a figure or sum
whose working is part of the answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.answer import Answer
from corpus.records import Corpus

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_HAN_NUMBER = re.compile(r"[零〇一二两三四五六七八九十百千万]+")
_LAW = re.compile(r"《([^《》]+)》")
_MARK = re.compile(r"\[(\d+)\]")
_TEN_THOUSANDS = re.compile(r"(\d+(?:\.\d+)?)万")
_SPELT = re.compile(
    r"(?P<n>[零〇一二两三四五六七八九十百千万]+)(?:元|倍|名|人(?!民)|日|天|个工作日|周岁|岁|次(?!性)|家|%|％|分(?=[以的，。；]))"
)
_ARTICLE = re.compile(r"第[零〇一二两三四五六七八九十百千0-9]+[条款项]")
_PER_CENT = re.compile(r"百分之([零〇一二两三四五六七八九十百]+|\d+(?:\.\d+)?)")
_SPACE = re.compile(r"\s+")


class LockError(Exception):
    """An answer says something it cannot prove; it must not be sent."""


@dataclass(frozen=True)
class Sources:
    """Everything that may prove a statement."""

    text: str
    """All quotes and paths and the question, without white space: where names and Chinese figures must be found."""
    shown: frozenset[str]
    """Figures of the answer that carry their own source or working."""

    @cached_property
    def written(self) -> frozenset[str]:
        """Values of the Arabic figures in the sources; `3万` also as 30000."""
        tens = {_plain(float(m) * 10_000) for m in _TEN_THOUSANDS.findall(self.text)}
        return frozenset(_canonical(_NUMBER.findall(self.text))) | tens

    @cached_property
    def spelt(self) -> frozenset[str]:
        """Values of the Chinese figures in the sources."""
        plain = [n for m in _HAN_NUMBER.findall(self.text) for n in _han(m)]
        shares = [_plain(float(n) / 100) for m in _PER_CENT.findall(self.text) for n in _han(m) or _canonical([m])]
        return frozenset((*plain, *shares))

    def quoted(self, number: str) -> bool:
        """Whether a figure (canonical form) stands in a source. Chinese figures are read only if Arabic ones do not prove it."""
        return number in self.written or number in self.spelt

    def prove(self, number: str) -> bool:
        """Whether a figure stands in a source or in a working that is shown."""
        return number in self.shown or self.quoted(number)

    def proves_spelt(self, numeral: str) -> bool:
        """Whether the value of a Chinese numeral stands in a source or in a working that is shown."""
        return any(self.prove(n) for n in _han(numeral))


def verify(answer: Answer, corpus: Corpus) -> Answer:
    """The answer itself when everything in it is proved. Raises LockError naming the first thing that is not."""
    _citations(answer, corpus)
    sources = sources_of(answer)
    for text in (_MARK.sub(" ", answer.text), *(s.text for s in answer.steps), *answer.options):
        prove_text(text, sources)
    _section_names(answer, corpus, sources)
    _penalties(answer, sources)
    for f in answer.figures:
        if f.value is not None and not f.working and not sources.quoted(_plain(f.value)):
            raise LockError(f"figure without source: {f.value}")
    return answer


def verify_added(before: Answer, grown: Answer, corpus: Corpus) -> Answer:
    """`grown`, an answer with further citations and warnings, when what was added is proved. Raises LockError.

    A document may be called by the title that its citation bears.
    """
    _citations(grown, corpus)
    sources = sources_of(grown)
    titled = Sources("\n".join((sources.text, *(bare(c.title) for c in grown.citations))), sources.shown)
    for warning in grown.warnings[len(before.warnings) :]:
        if warning.citation is None:
            raise LockError("a warning without citation")
        prove_text(warning.text, titled)
    return grown


def prove_text(text: str, sources: Sources) -> None:
    """Raise LockError for the first number, figure in words, article or law of a text that its sources do not prove."""
    _numbers(text, sources)
    _spelt_numbers(text, sources)
    _laws(text, sources)


def _section_names(answer: Answer, corpus: Corpus, sources: Sources) -> None:
    for ref in answer.sections:
        if bare(ref.name) not in sources.text:
            raise LockError(f"section {ref.name}")
    # Another authority's office may bear the name of one of our sections (办公室); such an answer names none of ours.
    ours = () if answer.status == "out_of_scope" else tuple(s for d in corpus.documents for s in d.sections)
    for section in ours:
        if section.name in answer.text and bare(section.name) not in sources.text:
            raise LockError(f"section {section.name} in the text")


def _penalties(answer: Answer, sources: Sources) -> None:
    """Law, article, item and amounts of each penalty stand in what is quoted; a 款 is counted and stands nowhere."""
    for p in answer.penalties:
        for name in (p.law, p.article):
            if name and bare(name) not in sources.text:
                raise LockError(f"law or article {name}")
        item = [] if p.item.endswith("款") else _canonical(_NUMBER.findall(p.item))
        f = p.fine
        amounts = [_plain(a) for a in (f.min_yuan, f.max_yuan, f.min_times, f.max_times) if a is not None]
        loose = [n for n in (*item, *amounts) if not sources.quoted(n)]
        if loose:
            raise LockError(f"penalty with figures without source: {loose}")


def _citations(answer: Answer, corpus: Corpus) -> None:
    texts = {d.id: d.text for d in corpus.documents}
    for c in answer.citations:
        if texts.get(c.document, "")[c.start : c.end] != c.quote or not c.quote:
            raise LockError(f"citation {c.n} is not verbatim")
    known = {c.n for c in answer.citations}
    fields = (*answer.sections, *answer.penalties, *answer.figures, *answer.steps, *answer.warnings)
    used = {int(n) for n in _MARK.findall(answer.text)} | {x.citation for x in fields if x.citation is not None}
    loose = used - known
    if loose:
        raise LockError(f"markers without citation: {sorted(loose)}")


def sources_of(answer: Answer, cited: Collection[int] | None = None) -> Sources:
    """What may prove statements of an answer: the question, its quotes, its workings; only those `cited`, where given."""

    def counts(n: int | None) -> bool:
        return cited is None or n in cited

    quotes = [q for c in answer.citations if counts(c.n) for q in (c.quote, *c.path)]
    shown: set[str] = set()
    for f in (f for f in answer.figures if f.working and counts(f.citation)):
        shown |= set(_canonical(_NUMBER.findall(f.working or "")))
        shown |= {_plain(f.value)} if f.value is not None else set()
    for p in (p for p in answer.penalties if counts(p.citation)):
        amounts = (p.fine.min_yuan, p.fine.max_yuan, p.fine.min_times, p.fine.max_times)
        shown |= {_plain(a) for a in amounts if a is not None}
        if p.fine_total:
            shown |= {_plain(a) for a in (p.fine_total.min_yuan, p.fine_total.max_yuan) if a is not None}
            shown |= set(_canonical(_NUMBER.findall(p.fine_total.working)))
    # Each by itself: figures at the seam of two quotes must not become one.
    return Sources("\n".join(bare(t) for t in (answer.question, answer.read_as or "", *quotes)), frozenset(shown))


@lru_cache(4096)
def _han(numeral: str) -> tuple[str, ...]:
    import cn2an  # 0.2 s to import: only where Arabic figures alone do not prove the answer

    try:
        return (_plain(float(cn2an.cn2an(numeral.replace("两", "二"), "smart"))),)
    except (ValueError, KeyError, OverflowError):  # KeyError for some runs of units (`千十一`)
        return ()


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


def bare(text: str) -> str:
    """Text without white space, full-width figures and letters made half-width."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))


def _numbers(text: str, sources: Sources) -> None:
    loose = [n for n in _canonical(_NUMBER.findall(text)) if not sources.prove(n)]
    if loose:
        raise LockError(f"numbers without source: {sorted(loose)}")


def _spelt_numbers(text: str, sources: Sources) -> None:
    """Chinese figures with a unit, and article numbers, must stand in a source word for word or by value."""
    for m in _SPELT.finditer(text):
        if m.group() not in sources.text and not any(sources.prove(n) for n in _han(m["n"])):
            raise LockError(f"figure without source: {m.group()}")
    for m in _ARTICLE.finditer(text):
        if m.group() not in sources.text:
            raise LockError(f"article without source: {m.group()}")


def _laws(text: str, sources: Sources) -> None:
    for name in _LAW.findall(text):
        if bare(name) not in sources.text:
            raise LockError(f"law without source: {name}")
