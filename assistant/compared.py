"""Which questions two assistants answer differently, old and new answer side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from assistant.answer import Answer, Value
from assistant.assistant import Assistant
from assistant.compared_words import figure_changes, penalty_changes
from assistant.questions_kept import KeptQuestion

_MARK = re.compile(r"\[\d+\]")
_STATUS = {"answered": "已答", "clarify": "反问", "not_in_corpus": "文件没有写", "out_of_scope": "不归本局"}


class AnswerSide(Value):
    """One of the two answers, as far as they are compared."""

    status: str
    text: str
    """Without citation marks."""
    sections: list[str]


class AnswerChange(Value):
    """A question that is answered differently."""

    id: str
    question: str
    source: str
    what: list[str]
    """In Chinese: 科室 A → B; 罚款上限 30000 元 → 60000 元; 答复文字."""
    old: AnswerSide
    new: AnswerSide


def changed_answers(
    old: Assistant, new: Assistant, questions: Iterable[KeptQuestion], progress: Callable[[int], None] | None = None
) -> Iterator[AnswerChange]:
    """Those that differ in status, sections, penalties, figures, steps, options or wording; citations' places do not count."""
    for n, question in enumerate(questions, 1):
        before, after = (a.ask(question.text, as_of=question.as_of) for a in (old, new))
        what = _differences(before, after)
        if what:
            yield AnswerChange(
                id=question.id,
                question=question.text,
                source=question.source,
                what=what,
                old=_side(before),
                new=_side(after),
            )
        if progress is not None:
            progress(n)


def _differences(old: Answer, new: Answer) -> list[str]:
    found: list[str] = []
    if old.status != new.status:
        found.append(f"{_STATUS[old.status]} → {_STATUS[new.status]}")
    before, after = _names(old), _names(new)
    if before != after:
        found.append(f"科室 {'、'.join(before) or '无'} → {'、'.join(after) or '无'}")
    if _plain(old.penalties) != _plain(new.penalties):
        found += penalty_changes(old.penalties, new.penalties)
    if _plain(old.figures) != _plain(new.figures):
        found += figure_changes(old.figures, new.figures)
    for name, label in (("steps", "步骤"), ("options", "选项")):
        if _plain(getattr(old, name)) != _plain(getattr(new, name)):
            found.append(label)
    if not found and (old.intent != new.intent or _words(old) != _words(new)):
        found.append("答复文字")
    return found


def _plain(value: Any) -> Any:
    """A value without the numbers of citations, which shift with what stands before them."""
    if isinstance(value, Value):
        return {k: _plain(getattr(value, k)) for k in type(value).model_fields if k != "citation"}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return _MARK.sub("", value) if isinstance(value, str) else value


def _side(answer: Answer) -> AnswerSide:
    return AnswerSide(status=answer.status, text=_words(answer), sections=_names(answer))


def _names(answer: Answer) -> list[str]:
    return [s.name for s in answer.sections]


def _words(answer: Answer) -> str:
    return _MARK.sub("", answer.text)
