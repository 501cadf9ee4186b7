"""Checks anybody's text: split, read what each statement is about, judge its claims, place them in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.claims.articles import articles
from assistant.claims.contacts import amounts, contacts
from assistant.claims.deadlines import deadlines
from assistant.claims.figures import figures
from assistant.claims.finding import Finding
from assistant.claims.fines import fines
from assistant.claims.holdings import Holdings
from assistant.claims.measures import measures
from assistant.claims.referrals import referrals
from assistant.claims.report import Claim, Report, Totals
from assistant.claims.scene import Scene, Subject, after
from assistant.claims.sections import SectionJudge
from assistant.claims.split import split
from assistant.claims.subject import SubjectReader
from assistant.claims.verbatim import rescued
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from assistant.normalise import simplified
from assistant.understand.topics import TopicRanker
from corpus.records import Document, Span
from corpus.tidy import trim

Judge = Callable[[Subject, Holdings], Iterable[Finding]]

JUDGES: tuple[Judge, ...] = (articles, referrals, fines, measures, deadlines, figures, contacts, amounts)
"""Each looks for its own kind of claim; of two that overlap, the earlier judge's stands."""


@dataclass(frozen=True)
class Checker:
    """Checks texts against one corpus."""

    knowledge: Knowledge
    ranker: TopicRanker

    @cached_property
    def _judges(self) -> tuple[Judge, ...]:
        return (*JUDGES, SectionJudge(self.holdings, self.ranker))

    @cached_property
    def holdings(self) -> Holdings:
        """What the documents hold, arranged for checking."""
        return Holdings(self.knowledge)

    @cached_property
    def _reader(self) -> SubjectReader:
        return SubjectReader(self.holdings)

    @cached_property
    def _paths(self) -> dict[tuple[str, Span], tuple[str, ...]]:
        return {}

    def _path(self, document: Document, span: Span) -> tuple[str, ...]:
        key = (document.id, span)
        if key not in self._paths:
            self._paths[key] = self.knowledge.path_at(document, span)
        return self._paths[key]

    def check(self, text: str) -> Report:
        """Every claim of the text with its verdict. `Claim.start` and `end` index the text as given."""
        scene, ledger = Scene(), Ledger()
        claims: list[Claim] = []
        sentences = unjudged = 0
        for statement in split(simplified(text)):
            subject = self._reader.read(statement, scene)
            h = self.holdings
            found = _apart(rescued(f, subject, h) for judge in self._judges for f in judge(subject, h))
            claims += [self._claim(f, subject, text, ledger) for f in found]
            sentences += not statement.title
            unjudged += not statement.title and not found
            scene = after(subject)
        return Report(claims=claims, totals=_totals(claims, sentences, unjudged))

    def _claim(self, f: Finding, subject: Subject, text: str, ledger: Ledger) -> Claim:
        span = trim(text, subject.statement.view.source(f.start, f.end))
        numbers = [ledger.cite(d, s, self._path(d, s)) for d, s in f.cites]
        return Claim(
            text=text[span.start : span.end],
            start=span.start,
            end=span.end,
            kind=f.kind,
            verdict=f.verdict,
            reason=f.reason,
            source=f.source,
            citations=[ledger.citations[n - 1] for n in dict.fromkeys(numbers)],
        )


def _apart(findings: Iterator[Finding]) -> list[Finding]:
    """Findings in reading order, without those that lie over one of an earlier judge of the same stretch."""
    kept: list[Finding] = []
    for f in findings:
        if not any(f.start < k.end and k.start < f.end for k in kept):
            kept.append(f)
    return sorted(kept, key=lambda f: (f.start, f.end))


def _totals(claims: list[Claim], sentences: int, unjudged: int) -> Totals:
    count = {v: sum(c.verdict == v for c in claims) for v in ("supported", "contradicted", "not_in_corpus", "unclear")}
    return Totals(sentences=sentences, unjudged=unjudged, claims=len(claims), **count)
