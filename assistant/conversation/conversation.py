"""A conversation: reads a question in the light of the one before it, and keeps what the next may build on."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec

from assistant.answer import Answer
from assistant.conversation.follow_up import complete
from assistant.conversation.subject import regime_words, wish_of, without_words
from assistant.conversation.turn import Memory, Turn
from assistant.conversation.words import found, without
from assistant.knowledge import Knowledge
from assistant.privacy import mask
from assistant.question import Understanding
from assistant.understand.reader import Reader


@dataclass(frozen=True, slots=True)
class ReadInTurn:
    """A question read in its conversation."""

    understanding: Understanding
    carried: str | None
    """The complete question it was taken for; None when it stands by itself."""
    kept: Turn | None = None
    """What the next question builds on, where that is not just this question."""


@dataclass(frozen=True)
class Conversation:
    """Reads and keeps the turns of conversations."""

    memory: Memory

    def read(self, u: Understanding, session: str, reader: Reader, k: Knowledge) -> ReadInTurn:
        """The question, completed from the turn before it where it needs that."""
        words = k.vocabulary.conversation
        if found(words.restart, u.text):
            self.memory.keep(session, None)
            rest = without(words.restart, u.text)
            return ReadInTurn(reader.read(rest, u.today) if len(rest) > 1 else u, None)
        last = self.memory.last(session)
        if last is None:
            return ReadInTurn(u, None)
        completed = complete(u, last, k, reader)
        today = u.today or last.as_of
        if completed is None:
            return ReadInTurn(u if u.today else replace(u, today=today), None)
        return ReadInTurn(reader.read(completed.text, today), completed.text, completed.kept)

    def keep(self, read: ReadInTurn, answer: Answer, session: str, k: Knowledge) -> None:
        """Remember the turn. Small talk changes nothing."""
        u = read.understanding
        if answer.intent == "smalltalk":
            return
        words = k.vocabulary.conversation
        named = answer.sections[0].name if answer.sections else ""
        if read.kept is not None:
            self.memory.keep(session, msgspec.structs.replace(read.kept, section=named or read.kept.section))
            return
        turn = Turn(
            read_as=mask(without(words.closer, without(words.opener, u.text)) or u.text).text,
            subject=without_words(mask(u.text).text, k).strip("，,。？?！!、呢吗有是在要"),
            wish=wish_of(u.text, k),
            options=tuple(answer.options),
            section=named,
            regime_words=regime_words(u, k),
            as_of=u.today,
            intent=answer.intent,
            regime=_regime_of(answer, k),
            consequences="，".join(m for p in answer.penalties for m in p.measures),
        )
        self.memory.keep(session, turn)


def _regime_of(answer: Answer, k: Knowledge) -> str:
    """Title of the regime that the first citation inside one stands in; empty where none does."""
    titles = [r.title for _, r in k.regimes]
    return next((t for c in answer.citations for p in c.path for t in titles if t in p), "")
