"""The pipeline: read the question, let the first act that can answer it answer, word the result, verify, send."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.act.results import CorpusResult, OutsideResult, Result, TalkResult, UnknownResult, UnprovedResult
from assistant.act.search import by_duty, search
from assistant.act.stated import on_the_bureau, stated
from assistant.act.written import written
from assistant.acts import ACTS
from assistant.answer import Answer, Citation, Warning
from assistant.branches import Branch, Branches, best
from assistant.branches import chosen as chosen_branches
from assistant.compose.composer import compose
from assistant.compose.draft import Draft
from assistant.compose.versions import not_known_on
from assistant.conversation.conversation import Conversation
from assistant.conversation.turn import Memory, OfBureau, RecentTurns
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from assistant.privacy import mask
from assistant.question import Understanding
from assistant.tracing import span
from assistant.understand.reader import Reader
from assistant.verify import LockError, verify
from assistant.warned import with_document_warnings
from corpus.records import Corpus

if TYPE_CHECKING:
    from assistant.claims.check import Checker
    from assistant.claims.report import Report
    from assistant.editions import Editions
    from assistant.llm.wording import Wording

_TURNS_READ = 8
"""Questions of a conversation kept by the caller that are read again, the last ones."""
_LOG = logging.getLogger("renshe.assistant")


@dataclass(frozen=True)
class Assistant:
    """Answers questions about one corpus."""

    knowledge: Knowledge
    reader: Reader
    conversation: Conversation | None = None
    """Where questions of one session build on each other; None: each stands by itself."""
    wording: Wording | None = None
    """A language model that words answers; None: the program's own words."""
    editions: Editions | None = None
    """The documents as they applied on other days; None while there is one version of them."""
    branches: Branches = field(default_factory=Branches, compare=False, repr=False)
    """One assistant for each of several bureaus."""
    today: Callable[[], date] | None = field(default=None, compare=False, repr=False)
    """The day on which documents count as expired where a question names none; None: then none is held against a day."""

    @cached_property
    def _checker(self) -> Checker:
        from assistant.claims.check import Checker  # only for whoever has a text checked

        return Checker(self.knowledge, self.reader.ranker)

    def check_text(self, text: str) -> Report:
        """What the documents say of the claims in anybody's text; never more certain than they are."""
        return self._checker.check(text)

    @property
    def corpus(self) -> Corpus:
        """The documents answered from."""
        return self.knowledge.corpus

    def ask(
        self,
        question: str,
        *,
        id: str | None = None,
        session: str | None = None,
        as_of: date | None = None,
        bureau: str | None = None,
    ) -> Answer:
        """One answer. Every statement in it is proved by a citation, the question or a shown computation.

        `bureau` limits it to one of several bureaus. Raises BureauError where there is none of that name.
        """
        if self.editions is not None:
            return self._as_of(self.editions, question, id, session, as_of, bureau)
        branches = self.branches.of(self.corpus, self._over)
        if branches or bureau:
            answer = self._of_bureaus(chosen_branches(branches, question, bureau), question, id, session, as_of)
        else:
            answer = _warned(self._found(question, id, session, as_of))
        answer = with_document_warnings(answer, self.knowledge, as_of or (self.today() if self.today else None))
        if self.wording is None:
            return answer
        return self.wording.word(answer, replace(self, conversation=None, wording=None), self.corpus)

    def _of_bureaus(
        self, asked: Sequence[Branch], question: str, id: str | None, session: str | None, as_of: date | None
    ) -> Answer:
        """Each bureau's own answer, put together.

        Each part was proved against its own bureau's documents; the whole is not proved again, because a word of one
        bureau may be the name of another's section.
        """
        return best([(b, b.assistant.ask(question, id=id, session=session, as_of=as_of)) for b in asked])

    def _over(self, corpus: Corpus, key: str) -> Assistant:
        """The same over some of the documents: sections are then those of that bureau."""
        search_ = self.knowledge.search
        knowledge = Knowledge(corpus, self.knowledge.vocabulary, replace(search_, corpus=corpus) if search_ else None)
        talk_ = Conversation(OfBureau(self.conversation.memory, key)) if self.conversation else None
        return Assistant(knowledge, Reader(knowledge, self.reader.ranker), talk_, branches=Branches(()))

    def _as_of(
        self,
        editions: Editions,
        question: str,
        id: str | None,
        session: str | None,
        as_of: date | None,
        bureau: str | None,
    ) -> Answer:
        """The answer from the documents that applied on a day, naming the version."""
        alone = replace(self, editions=None)
        if as_of is None:
            answer, version = alone.ask(question, id=id, session=session, bureau=bureau), editions.present
        else:
            found = editions.on(as_of)
            if found is None:
                draft = not_known_on(as_of, editions.first_day)
                return _warned(answer_of(question, id, session, None, draft, Ledger()))
            earlier, version = found
            answer = (earlier or alone).ask(question, id=id, session=session, as_of=as_of, bureau=bureau)
        return answer.model_copy(update={"version": version})

    def _found(self, question: str, id: str | None, session: str | None, as_of: date | None) -> Answer:
        """The answer in the program's own words, in its conversation where there is one."""
        with span("reading"):
            understanding = self.reader.read(question, as_of)
        if session is None or self.conversation is None:
            return self._answer(understanding, question, id, session)
        with span("following"):
            read = self.conversation.read(understanding, session, self.reader, self.knowledge)
        answer = self._answer(read.understanding, question, id, session, read_as=read.carried)
        self.conversation.keep(read, answer, session, self.knowledge)
        return answer

    def remembering(self, memory: Memory) -> Assistant:
        """The same assistant, with its conversations, and those of its bureaus, in another memory."""
        self.branches.of(self.corpus, self._over)
        return replace(self, conversation=Conversation(memory), branches=self.branches.remembering(memory))

    def converse(
        self, questions: Sequence[str], *, id: str | None = None, as_of: date | None = None, bureau: str | None = None
    ) -> Answer:
        """The answer to the last question of a conversation that the caller keeps; nothing of it is remembered here.

        Raises ValueError when there is no question.
        """
        *before, last = questions[-_TURNS_READ:]
        alone = self.remembering(RecentTurns())
        reading = replace(alone, wording=None, editions=None)  # earlier turns: only what they leave behind matters
        for question in before:
            reading.ask(question, session="", as_of=as_of, bureau=bureau)
        answer = alone.ask(last, id=id, session="", as_of=as_of, bureau=bureau)
        return answer.model_copy(update={"session": None})

    def search(self, query: str, limit: int) -> list[Citation]:
        """The nearest passages of the documents, word for word. Raises SearchIndexError when there is no index."""
        ledger = Ledger()
        for found in self.knowledge.search.find(query, limit) if self.knowledge.search else ():
            ledger.cite(found.document, found.span, found.path)
        return ledger.citations

    def _answer(
        self, u: Understanding, question: str, id: str | None, session: str | None, read_as: str | None = None
    ) -> Answer:
        result = self._result(u)
        ledger = Ledger()
        with span("compose"):
            draft = compose(result, self.knowledge, ledger)
        answer = answer_of(question, id, session, read_as, draft, ledger)
        try:
            with span("verify") as mark:
                mark("citations", len(ledger.citations))
                return verify(answer, self.corpus)
        except LockError:
            # Fail closed: an honest refusal instead of a sentence that cannot be proved. Never the question in the log.
            _LOG.warning("an answer of kind %s did not pass the number lock", type(result).__name__)
            empty = Ledger()
            return answer_of(question, id, session, read_as, compose(UnprovedResult(), self.knowledge, empty), empty)

    def _result(self, u: Understanding) -> Result:
        with span("act") as mark:
            found = (act(u, self.knowledge) for act in ACTS)
            result = next((f for f in found if f is not None), None)
            if isinstance(result, UnknownResult | OutsideResult):
                result = by_duty(u, self.knowledge, result) or result
            if isinstance(result, UnknownResult | OutsideResult | TalkResult | CorpusResult):
                result = written(u, self.knowledge, result) or result
            if isinstance(result, UnknownResult):
                result = search(u, self.knowledge) or result
            if isinstance(result, OutsideResult):
                result = stated(u, self.knowledge) or on_the_bureau(u, self.knowledge) or result
            result = result or UnknownResult(inside=True)
            mark("result", type(result).__name__)
            return result


def _warned(answer: Answer) -> Answer:
    """The answer, with a word of warning where the question holds personal numbers that nobody needs to send."""
    kinds = mask(answer.question).kinds
    if not kinds:
        return answer
    text = f"您的问题里有{'、'.join(kinds)}。提问不需要这些，请不要发送；我们不会保存。"
    return answer.model_copy(update={"warnings": [*answer.warnings, Warning(code="personal-data", text=text)]})


def answer_of(
    question: str, id: str | None, session: str | None, read_as: str | None, draft: Draft, ledger: Ledger
) -> Answer:
    """A draft with its citations as an answer, not yet verified."""
    return Answer(
        question=question,
        id=id or hashlib.sha256(question.encode("utf-8", "replace")).hexdigest()[:16],
        session=session,
        read_as=read_as,
        status=draft.status,
        intent=draft.intent,
        text=draft.text,
        sections=list(draft.sections),
        penalties=list(draft.penalties),
        figures=list(draft.figures),
        steps=list(draft.steps),
        options=list(draft.options),
        citations=ledger.citations,
        warnings=list(draft.warnings),
    )
