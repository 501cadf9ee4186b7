"""Published questions with their answers: `问：…答：…`, a numbered question and `答：…` below it, a question as title.

A question ends with a question mark within one sentence. Without `答：` it counts only where several stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.records import Clause, Passage, QuestionAnswer, Span
from corpus.shapes.question_pairs import marked_pairs
from corpus.shapes.reading import Reading
from corpus.tidy import Tidy, tidy, trim

_QUESTION = re.compile(
    r"(?:[*＊#\s]*(?:问题?|Q|提问|网民提问)[\d一二三四五六七八九十]{0,2}[：:、.．])?[*＊]*(?P<words>[^。！？?；]{3,120}[？?])[*＊]*"
)
_ANSWER = re.compile(r"[*＊\s]*(?:答案?|A|回复|解答|答复|答疑)[：:、.．][*＊]*")
_ASKS = re.compile(
    r"如何|怎[么样]|为何|为什么|什么|哪[些个里种类]|是否|能否|可否|有无|吗[？?]|多[少久长大]|几[个种年天次]|谁|何时|哪儿|呢[？?]|能不能|可不可以|需不需要|要不要|有没有|([\u4e00-\u9fff])不\1"
)
_MARKED = re.compile(r"^[*＊#\s]*(?:问题?|Q|提问|网民提问)[\d一二三四五六七八九十]{0,2}[：:、.．]")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Asked:
    clause: Clause
    question: Passage
    rest: int
    """Where in the source the question's words end."""
    answered: bool
    """True when `答：` follows."""


def read_questions(text: str, clauses: Sequence[Clause]) -> Reading:
    """All questions with answers, each answer up to the next question or the next title."""
    found = _by_clause(text, clauses)
    pairs = marked_pairs(text, clauses)
    if len(pairs) <= len(found.questions):
        return found
    return Reading(
        questions=tuple(
            QuestionAnswer(index=i, question=question, answer=answer, path=path)
            for i, (question, answer, path) in enumerate(pairs)
        )
    )


def _by_clause(text: str, clauses: Sequence[Clause]) -> Reading:
    asked = [found for clause in clauses if (found := _asked(text, clauses, clause)) is not None]
    plain = sum(not one.answered for one in asked)
    asked = [one for one in asked if one.answered or plain >= _LEAST]
    questions: list[QuestionAnswer] = []
    aside: list[tuple[Span, str]] = []
    for one, following in zip(asked, [*asked[1:], None], strict=False):
        answer = trim(text, Span(one.rest, _end(clauses, one, following.clause if following else None)))
        view = tidy(text, answer)
        mark = _ANSWER.match(view.text)
        start = mark.end() if mark else 0
        if start >= len(view.text):
            continue
        body = trim(text, view.source(start, len(view.text)))
        words = tidy(text, body).text
        path = one.clause.path if one.clause.path != (one.clause.label,) else ()
        questions.append(
            QuestionAnswer(
                index=len(questions), question=one.question, answer=Passage(text=words, span=body), path=path
            )
        )
    return Reading(questions=tuple(questions), set_aside=tuple(aside))


def _asked(text: str, clauses: Sequence[Clause], clause: Clause) -> _Asked | None:
    view = tidy(text, clause.span)
    start = len(clause.label)
    found = _QUESTION.match(view.text, start)
    if found is None:
        return None
    answered = bool(_ANSWER.match(view.text, found.end())) or _answer_follows(text, clauses, clause, view, found.end())
    if not (answered or _ASKS.search(found["words"]) or _MARKED.match(view.text[start:])):
        return None
    question = Passage(text=found["words"], span=view.source(*found.span("words")))
    rest = view.offsets[found.end()] if found.end() < len(view.text) else clause.span.end
    alone = found.end() == len(view.text) or "\n" in text[view.offsets[found.end() - 1] : rest]
    bold = view.text[start : start + 1] in ("*", "＊")
    titled = alone and (clause.label or clause.heading or bold or _MARKED.match(view.text[start:]))
    return _Asked(clause, question, rest, answered) if answered or titled else None


def _answer_follows(text: str, clauses: Sequence[Clause], clause: Clause, view: Tidy, end: int) -> bool:
    if end < len(view.text) or clause.index + 1 >= len(clauses):
        return False
    return bool(_ANSWER.match(tidy(text, clauses[clause.index + 1].span).text))


def _end(clauses: Sequence[Clause], one: _Asked, following: Clause | None) -> int:
    """Where the answer ends: before the next question, or before a title that stands no deeper than this one."""
    end = one.clause.extent.end
    for clause in clauses[one.clause.index + 1 :]:
        if following is not None and clause.index >= following.index:
            break
        inside = clause.span.start < one.clause.extent.end
        if not inside and (
            (clause.label and clause.level <= one.clause.level) or (clause.heading and not clause.label)
        ):
            break
        end = max(end, clause.span.end)
    return end
