"""Puts a model's words in the place of the program's, as far as they are proved; in every other case the program's stand."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, field
from typing import Protocol

from pybreaker import CircuitBreaker, CircuitBreakerError

from assistant.answer import NOT_USED, Answer, Citation, Warning
from assistant.llm.limits import Limits
from assistant.llm.sentences import KeptSentence, kept_sentences
from assistant.llm.worded import ModelError, Worded
from assistant.tools.catalogue import Answerer
from assistant.tracing import span
from assistant.verify import LockError, verify
from corpus.records import Corpus

_LOG = logging.getLogger("renshe.llm")
_FALLBACK = Warning(code=NOT_USED, text="语言模型这次没有用上，答复由程序按文件直接写出。")
_THREADS = 8


class WordsAnswers(Protocol):
    """A model with tools."""

    def word(self, question: str, answerer: Answerer) -> Worded:
        """What the model wrote. Raises ModelError."""
        ...


@dataclass(frozen=True)
class Wording:
    """Words answers with a model, within limits."""

    agent: WordsAnswers
    limits: Limits = field(default_factory=Limits)
    _breaker: CircuitBreaker = field(init=False, repr=False)
    _pool: ThreadPoolExecutor = field(init=False, repr=False)

    def __post_init__(self) -> None:
        breaker = CircuitBreaker(fail_max=self.limits.failures, reset_timeout=self.limits.rest_s)
        object.__setattr__(self, "_breaker", breaker)
        # A request that hangs past the limit holds its thread until its own time-out; then the next answer has it.
        object.__setattr__(self, "_pool", ThreadPoolExecutor(_THREADS, thread_name_prefix="renshe-llm"))

    def word(self, answer: Answer, answerer: Answerer, corpus: Corpus) -> Answer:
        """The answer in a model's words where these are proved; else the answer itself, marked."""
        if answer.intent == "smalltalk" or answer.status in ("out_of_scope", "clarify"):
            return answer
        try:
            with span("llm"):
                worded = self._breaker.call(self._in_time, answer.read_as or answer.question, answerer)
        except (ModelError, TimeoutError, CircuitBreakerError) as error:
            _LOG.warning("model not used: %s", type(error).__name__)
            return _marked(answer)
        names = frozenset(s.name for d in corpus.documents for s in d.sections)
        answers = (answer, *worded.answers)
        question = f"{answer.question}\n{answer.read_as or ''}"
        kept = kept_sentences(worded.text, question, answers, names)
        kept = tuple(k for k in kept if not _contradicted(k.text, answerer))
        try:
            return verify(_in_words(answers, kept), corpus)
        except LockError as error:
            _LOG.warning("model not used: its words are not proved (%s)", type(error).__name__)
            return _marked(answer)

    def _in_time(self, question: str, answerer: Answerer) -> Worded:
        here = copy_context()  # a trace goes on in the thread
        return self._pool.submit(here.run, self.agent.word, question, answerer).result(timeout=self.limits.total_s)


def _contradicted(sentence: str, answerer: Answerer) -> bool:
    """Whether the documents say otherwise: proved parts put together wrongly."""
    return any(c.verdict == "contradicted" for c in answerer.check_text(sentence).claims)


def _in_words(answers: tuple[Answer, ...], kept: tuple[KeptSentence, ...]) -> Answer:
    """The answer that most of the sentences rest on, with their words. Raises LockError when nothing cited is left."""
    cited = [c for k in kept for c in k.citations]
    if not cited:
        raise LockError("nothing cited is left")
    base = max(answers, key=lambda a: (sum(c in a.citations for c in cited), -answers.index(a)))
    citations = list(base.citations)
    text = "".join(_numbered(k, citations) for k in kept)
    first = answers[0]
    return base.model_copy(
        update={
            "question": first.question,
            "id": first.id,
            "session": first.session,
            "read_as": first.read_as,
            "text": text.strip(),
            "citations": citations,
            "worded_by": "model",
        }
    )


def _numbered(kept: KeptSentence, citations: list[Citation]) -> str:
    """The sentence with the numbers of its citations; those not yet in the list are added to it."""
    marks = ""
    for c in kept.citations:
        place = (c.document, c.start, c.end)
        n = next((have.n for have in citations if (have.document, have.start, have.end) == place), None)
        if n is None:
            n = len(citations) + 1
            citations.append(c.model_copy(update={"n": n}))
        marks += f"[{n}]"
    return f"{kept.text}{marks}\n"


def _marked(answer: Answer) -> Answer:
    return answer.model_copy(update={"warnings": [*answer.warnings, _FALLBACK]})
