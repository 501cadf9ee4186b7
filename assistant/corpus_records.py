"""Guides, published answers, subsidies, discretion standards, waivers and check lists of all documents, with matchers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from assistant.understand.overlap import Matcher
from corpus.records import CheckItem, Corpus, Document, Guide, QuestionAnswer, Subsidy, Tier, Waiver


@dataclass(frozen=True)
class CorpusRecords:
    """Everything is made on first use; most bureaus have only some of these."""

    corpus: Corpus

    @cached_property
    def guides(self) -> tuple[tuple[Document, Guide], ...]:
        """With the document each stands in."""
        return tuple((d, g) for d in self.corpus.documents for g in d.guides)

    @cached_property
    def guide_matcher(self) -> Matcher:
        """Over the names of guides."""
        return Matcher(tuple(g.name for _, g in self.guides))

    @cached_property
    def published(self) -> tuple[tuple[Document, QuestionAnswer], ...]:
        """Questions that a bureau has answered on a page of its own."""
        return tuple((d, q) for d in self.corpus.documents for q in d.questions)

    @cached_property
    def published_matcher(self) -> Matcher:
        """Over the published questions."""
        return Matcher(tuple(q.question.text for _, q in self.published))

    @cached_property
    def subsidies(self) -> tuple[tuple[Document, Subsidy], ...]:
        """With the document each stands in."""
        return tuple((d, s) for d in self.corpus.documents for s in d.subsidies)

    @cached_property
    def subsidy_matcher(self) -> Matcher:
        """Over names, headings and rules."""
        return Matcher(tuple("，".join((*s.path[-2:], s.name.text, s.rule.text)) for _, s in self.subsidies))

    @cached_property
    def discretion(self) -> tuple[tuple[Document, tuple[Tier, ...]], ...]:
        """The steps of each violation that a standard holds, in the standard's order."""
        steps: dict[tuple[int, str], list[Tier]] = {}
        for n, d in enumerate(self.corpus.documents):
            for tier in d.tiers:
                steps.setdefault((n, tier.violation), []).append(tier)
        return tuple((self.corpus.documents[n], tuple(tiers)) for (n, _), tiers in steps.items())

    @cached_property
    def discretion_matcher(self) -> Matcher:
        """Over violations with their circumstances."""
        return Matcher(
            tuple(
                "，".join((ts[0].violation, *(f"{t.name}，{t.circumstances}" for t in ts))) for _, ts in self.discretion
            )
        )

    @cached_property
    def waivers(self) -> tuple[tuple[Document, Waiver], ...]:
        """With the document each stands in."""
        return tuple((d, w) for d in self.corpus.documents for w in d.waivers)

    @cached_property
    def waiver_matcher(self) -> Matcher:
        """Over violations with their circumstances."""
        return Matcher(tuple(f"{w.violation}，{w.kind}，{w.circumstances.text}" for _, w in self.waivers))

    @cached_property
    def checks(self) -> tuple[tuple[Document, CheckItem], ...]:
        """With the document each stands in."""
        return tuple((d, c) for d in self.corpus.documents for c in d.checks)

    @cached_property
    def check_matcher(self) -> Matcher:
        """Over matters, objects and contents."""
        return Matcher(tuple("，".join(p.text for p in (c.matter, c.object, c.content) if p) for _, c in self.checks))
