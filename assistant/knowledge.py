"""The corpus as the acts need it: records of all documents side by side, with the matchers over them.

Built once per corpus; each matcher is made on first use, so that a question pays only for what it needs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from assistant.act.across.words import Cutter
from assistant.articles import Articles
from assistant.corpus_records import CorpusRecords
from assistant.excerpts import Excerpt, excerpts
from assistant.figures_of_rules import RuleFigure, figures_of_rules
from assistant.findings import DutySentence, Reading, Share
from assistant.guided.words import Grammar
from assistant.matters import Matter, Vocabulary
from assistant.question import Place
from assistant.retrieval import CorpusSearch
from assistant.understand.everyday import EverydayWordings
from assistant.understand.overlap import Matcher, Wording
from assistant.written_sentences import WrittenSentence, written_sentences
from corpus.conflicts import Conflict, find_conflicts
from corpus.innermost import InnermostClauses
from corpus.records import (
    Anomaly,
    Clause,
    Corpus,
    Document,
    PartKind,
    Penalty,
    Quantity,
    Regime,
    Section,
    Span,
)
from corpus.tiers import tiers

_BARE, _CONTEXT = 40, 30
"""Characters up to which a deadline's sentence says too little by itself, and of the text before it that is read along."""


@dataclass(frozen=True)
class Knowledge:
    """All that can be looked up."""

    corpus: Corpus
    vocabulary: Vocabulary
    search: CorpusSearch | None = None
    """Retrieval, for what no record and no matter answers; None where a caller does without."""

    @cached_property
    def records(self) -> CorpusRecords:
        """Guides, published answers, subsidies, discretion standards, waivers, check lists."""
        return CorpusRecords(self.corpus)

    @cached_property
    def matters(self) -> dict[str, Matter]:
        """Matters by id."""
        return {m.id: m for m in self.vocabulary.matters}

    @cached_property
    def sections(self) -> tuple[tuple[Document, Section], ...]:
        return tuple((d, s) for d in self.corpus.documents for s in d.sections)

    @cached_property
    def duties(self) -> tuple[DutySentence, ...]:
        return tuple(
            DutySentence(d, duty, p)
            for d in self.corpus.documents
            for duty in d.duties
            if duty.section
            for p in duty.items
        )

    @cached_property
    def duty_matcher(self) -> Matcher:
        return Matcher(tuple(s.passage.text for s in self.duties))

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        return tuple(Share(d, b, share) for d in self.corpus.documents for b in d.boundaries for share in b.shares)

    @cached_property
    def regimes(self) -> tuple[tuple[Document, Regime], ...]:
        return tuple((d, r) for d in self.corpus.documents for r in d.regimes)

    @cached_property
    def penalties(self) -> tuple[tuple[Document, Penalty], ...]:
        return tuple((d, p) for d in self.corpus.documents for p in d.penalties)

    @cached_property
    def penalty_matcher(self) -> Matcher:
        """Over violation, condition, measures and the regime's title: what a question on a penalty mentions."""
        return Matcher(
            tuple(
                "，".join(filter(None, (p.violation, p.when, *p.measures, self._regime_title(d, p.regime))))
                for d, p in self.penalties
            )
        )

    @cached_property
    def violation_matcher(self) -> Matcher:
        """Over violation, condition and measures alone, without the regime they stand in; then over `watched`."""
        texts = tuple("，".join(filter(None, (p.violation, p.when, *p.measures))) for _, p in self.penalties)
        return Matcher((*texts, *(c.text for _, c in self.watched)), tuple(c.text for _, c, _, _ in self.provisions))

    @cached_property
    def watched(self) -> tuple[tuple[Document, Clause], ...]:
        """Conduct that inspections look for: clauses of the contents to be checked."""
        return tuple((d, c) for d, c, _, kind in self.provisions if kind == "contents")

    @cached_property
    def provisions(self) -> tuple[tuple[Document, Clause, int, PartKind], ...]:
        """Every clause of a regime with the regime and the part it belongs to."""
        return tuple(
            (d, d.clauses[c], r.index, part.kind) for d, r in self.regimes for part in r.parts for c in part.clauses
        )

    @cached_property
    def provision_matcher(self) -> Matcher:
        return Matcher(tuple("，".join((*_headings(c), c.text)) for _, c, _, _ in self.provisions))

    @cached_property
    def share_matcher(self) -> Matcher:
        return Matcher(tuple(f"{s.boundary.matter}，{s.share.text}" for s in self.shares))

    @cached_property
    def quantities(self) -> tuple[tuple[Document, Quantity], ...]:
        return tuple((d, q) for d in self.corpus.documents for q in d.quantities)

    @cached_property
    def tiers(self) -> tuple[tuple[Document, tuple[Quantity, ...]], ...]:
        """Cases that figures set apart (90 分以上 / 60 分以下), case by case."""
        return tuple((d, tier) for d in self.corpus.documents for tier in tiers(d))

    @cached_property
    def tier_matcher(self) -> Matcher:
        return Matcher(tuple("，".join(dict.fromkeys(self.sentence(d, q) for q in tier)) for d, tier in self.tiers))

    @cached_property
    def deadline_matcher(self) -> Matcher:
        return Matcher(tuple(self.deadline_text(d, q) for d, q in self.deadlines))

    @cached_property
    def deadlines(self) -> tuple[tuple[Document, Quantity], ...]:
        return tuple((d, q) for d, q in self.quantities if q.kind == "deadline")

    @cached_property
    def clauses(self) -> tuple[tuple[Document, Clause], ...]:
        return tuple((d, c) for d in self.corpus.documents for c in d.clauses)

    @cached_property
    def articles(self) -> Articles:
        return Articles(self.corpus.documents)

    @cached_property
    def clause_matcher(self) -> Matcher:
        return Matcher(tuple("，".join((*c.path[-3:], c.text)) for _, c in self.clauses))

    @cached_property
    def excerpts(self) -> tuple[Excerpt, ...]:
        """What stands in tables and fields alone."""
        return tuple(found for d in self.corpus.documents for found in excerpts(d))

    @cached_property
    def excerpt_matcher(self) -> Matcher:
        return Matcher(tuple(found.words for found in self.excerpts))

    @cached_property
    def written(self) -> tuple[WrittenSentence, ...]:
        """Sentences of documents that no regime accounts for."""
        return tuple(s for d in self.corpus.documents for s in written_sentences(d))

    @cached_property
    def written_matcher(self) -> Matcher:
        """Over those sentences with what they stand under."""
        return Matcher(tuple(f"{s.about}，{s.text}" for s in self.written))

    @cached_property
    def rule_figures(self) -> tuple[RuleFigure, ...]:
        """Figures of rules that stand in no regime."""
        return tuple(f for d in self.corpus.documents for f in figures_of_rules(d))

    @cached_property
    def rule_figure_matcher(self) -> Matcher:
        """Over their sentences with what these stand under."""
        return Matcher(tuple(f"{f.about}，{f.text}" for f in self.rule_figures))

    @cached_property
    def anomalies(self) -> tuple[tuple[Document, Anomaly], ...]:
        return tuple((d, a) for d in self.corpus.documents for a in d.anomalies)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Different figures for one thing in two documents."""
        return find_conflicts(self.corpus.documents)

    @cached_property
    def asking(self) -> Cutter:
        """Cuts questions that ask for every record meeting a condition; `measure:N` is a measure of the vocabulary."""
        measures = {f"measure:{i}": e.says for i, e in enumerate(self.vocabulary.measures)}
        return Cutter({**self.vocabulary.asking, **measures})

    @cached_property
    def grammar(self) -> Grammar:
        """The words that drive an inspection, compiled."""
        return Grammar(self.vocabulary.guided)

    @cached_property
    def departments(self) -> tuple[str, ...]:
        """Departments of the boundary tables, in order of first mention."""
        return tuple(dict.fromkeys(s.share.department for s in self.shares))

    @cached_property
    def bureau(self) -> str:
        """Name of the bureau as a document states it; a neutral word where none does."""
        return next((d.bureau for d in self.corpus.documents if d.bureau), "本单位")

    @cached_property
    def _derived(self) -> dict[str, Reading]:
        return {}

    def reading(self, matter_id: str, derive: Callable[[Matter, Knowledge], Reading]) -> Reading:
        """What the registry says of a matter, derived once per corpus."""
        if matter_id not in self._derived:
            self._derived[matter_id] = derive(self.matters[matter_id], self)
        return self._derived[matter_id]

    def regime(self, place: Place) -> tuple[Document, Regime]:
        """The regime at a place."""
        document = self.corpus.documents[place[0]]
        return document, document.regimes[place[1]]

    def document_index(self, document: Document) -> int:
        """Position of a document in the corpus."""
        return self._places[document.id]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {d.id: n for n, d in enumerate(self.corpus.documents)}

    @cached_property
    def _everyday(self) -> EverydayWordings:
        return EverydayWordings(self.vocabulary.everyday)

    def wordings(self, text: str) -> tuple[Wording, ...]:
        """Everyday wordings in a question, the longest of each entry."""
        return self._everyday.within(text)

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """Words for kinds of units and persons, formal and everyday, longest first."""
        words = {w for e in self.vocabulary.everyday if e.who for w in (*e.says, *e.means)}
        words |= set(self.vocabulary.cues.get("party", ()))
        return tuple(sorted(words, key=lambda w: (-len(w), w)))

    def sentence(self, document: Document, quantity: Quantity) -> str:
        """Tidy text of the sentence that states a quantity, with the title of its regime."""
        from corpus.tidy import tidy

        return tidy(document.text, quantity.sentence).text + "，" + self._regime_title(document, quantity.regime)

    def deadline_text(self, document: Document, quantity: Quantity) -> str:
        """The sentence of a deadline; a bare one (时限：…内完成) with what its clause says before it."""
        own = self.sentence(document, quantity)
        if quantity.clause is None or quantity.sentence.end - quantity.sentence.start > _BARE:
            return own
        from corpus.tidy import tidy

        start = max(document.clauses[quantity.clause].span.start, quantity.sentence.start - _CONTEXT)
        return tidy(document.text, Span(start, quantity.sentence.start)).text + own

    def path_at(self, document: Document, span: Span) -> tuple[str, ...]:
        """Path of the innermost clause that holds the start of a span; empty outside of clauses."""
        holding = self._clauses_in(document).at(span.start)
        return holding.path if holding else ()

    def _clauses_in(self, document: Document) -> InnermostClauses:
        kept = self._innermost.get(document.id)
        if kept is None or kept[0] is not document:
            kept = self._innermost[document.id] = document, InnermostClauses(document)
        return kept[1]

    @cached_property
    def _innermost(self) -> dict[str, tuple[Document, InnermostClauses]]:
        return {}

    @staticmethod
    def _regime_title(document: Document, index: int | None) -> str:
        return document.regimes[index].title if index is not None else ""


def _headings(clause: Clause) -> tuple[str, ...]:
    """The last headings above a clause, without bare labels."""
    return tuple(p for p in clause.path[-4:-1] if len(p) > 6)
