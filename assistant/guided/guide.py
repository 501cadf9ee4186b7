"""The one function for every way in: words of a signed-in person that drive an inspection, answered; None for others."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone

import msgspec

from assistant.accounts.account import Account
from assistant.accounts.errors import AccountError
from assistant.answer import Answer
from assistant.assistant import Assistant, answer_of
from assistant.compose.draft import Draft
from assistant.conversation.turn import Turn
from assistant.guided.beginning import BeginReader
from assistant.guided.choosing import Chosen, choose_inspection, pending_begin
from assistant.guided.commands import Begin, Command
from assistant.guided.perform import perform
from assistant.guided.ports import Register
from assistant.guided.read import read
from assistant.guided.refs import inspection_ref, read_as, refusal
from assistant.guided.said import hear
from assistant.guided.scene import Scene
from assistant.guided.starting import Asked, ask_or_read, begun, start
from assistant.guided.threads import Thread, Threads
from assistant.guided.tools import Tools
from assistant.guided.writer import Writer
from assistant.inspection.errors import InspectionError
from assistant.inspection.inspections import Inspections
from assistant.ledger import Ledger
from assistant.privacy import mask
from assistant.verify import LockError, verify

_CHINA = timezone(timedelta(hours=8))
"""The day of an inspection is the day where it takes place."""
_RECORDED = "已按您说的办理，记录已经保存。要看详情，请说“查到哪了”。"
_LOG = logging.getLogger("renshe.guided")


@dataclass(frozen=True, slots=True)
class Ask:
    """One message."""

    question: str
    who: Account
    session: str
    now: datetime
    id: str | None
    given_session: str | None
    key: str | None
    """A hash of the key that the sender gave the message."""

    @property
    def today(self) -> date:
        """The day it is said on."""
        return self.now.astimezone(_CHINA).date()


@dataclass(frozen=True)
class Guide:
    """Carries inspections on by what is said. May be shared by threads."""

    assistant: Assistant
    inspections: Inspections
    tools: Tools
    begins: BeginReader
    new_id: Callable[[], str]
    threads: Threads

    def answer(
        self,
        question: str,
        who: Account | None,
        *,
        now: datetime,
        session: str | None = None,
        id: str | None = None,
        key: str | None = None,
    ) -> Answer | None:
        """The answer to words that drive an inspection; None for an ordinary question, which leaves it as it stands.

        `who` is not signed in where None: the assistant itself tells such people to (`assistant.act.sign_in`). The
        message last answered, sent again under the same `key`, gets the same answer; whatever is sent again records
        nothing twice. Raises StoreError where the store fails; what was answered is kept.
        """
        if who is None:
            return None
        command = read(hear(question), self.tools.grammar)
        ask = Ask(question, who, session or "", now, id, session, _hashed(key))
        thread = self.threads.get(who.id, ask.session)
        if ask.key is not None and ask.key == thread.key and thread.answer:
            return Answer.model_validate_json(thread.answer)
        if command is None and thread.pending is not None:
            command = pending_begin(thread.pending, question, self.begins)
        if command is None:
            return None
        try:
            return self._carried_out(ask, command, thread)
        except (AccountError, InspectionError) as error:
            return self._sent(ask, refusal(str(error)), Ledger(), None)

    def _carried_out(self, ask: Ask, command: Command, thread: Thread) -> Answer | None:
        if isinstance(command, Begin):
            return self._begin(ask, command, thread)
        chosen = choose_inspection(self.inspections, self.tools, command, thread, ask.who, ask.now)
        if not isinstance(chosen, Scene):
            return self._not_chosen(ask, chosen)
        w = perform(replace(chosen, key=ask.key), command, self.tools)
        return self._written(ask, w) if w is not None else None

    def _begin(self, ask: Ask, command: Begin, thread: Thread) -> Answer:
        found = ask_or_read(command, self.begins, ask.who, ask.today)
        if isinstance(found, Asked):
            answer = self._sent(ask, found.draft, Ledger(), None, said=found.said)
            self._keep(ask, Thread(inspection=thread.inspection, pending=found.begin), answer)
            return answer
        scene = start(found, ask.who, self.new_id(), ask.now, self.inspections, self.tools, ask.key)
        return self._written(ask, begun(scene, self.tools))

    def _not_chosen(self, ask: Ask, chosen: Chosen | None) -> Answer | None:
        if chosen is None:
            return None
        return self._sent(ask, chosen.draft, Ledger(), None, said=chosen.said)

    def _written(self, ask: Ask, w: Writer) -> Answer:
        answer = self._sent(ask, w.draft(), w.ledger, w.scene, said=read_as(ask.question, w), subject=w.subject)
        self._keep(ask, Thread(inspection=w.scene.state.id), answer)
        return answer

    def _keep(self, ask: Ask, thread: Thread, answer: Answer) -> None:
        """For the next sentence, whichever process hears it; the answer only where the message may come again."""
        if ask.key is not None:
            thread = msgspec.structs.replace(thread, key=ask.key, answer=answer.model_dump_json())
        self.threads.keep(ask.who.id, ask.session, thread, at=ask.now)

    def _sent(
        self, ask: Ask, draft: Draft, ledger: Ledger, scene: Scene | None, *, said: str = "", subject: str = ""
    ) -> Answer:
        answer = answer_of(ask.question, ask.id, ask.given_session, said or None, draft, ledger)
        try:
            answer = verify(answer, self.assistant.corpus)
        except LockError:
            # What was said is recorded already: the acknowledgement must go out, without what cannot be proved. Never
            # the words in the log.
            _LOG.warning("an answer on an inspection did not pass the number lock")
            plain = Draft(draft.status, "checklist", _RECORDED if scene else "没有办成；请换个说法再说一遍。")
            answer = answer_of(ask.question, ask.id, ask.given_session, None, plain, Ledger())
        if scene is not None:
            answer = answer.model_copy(update={"inspection": inspection_ref(scene, self.tools)})
            self._remember(ask, scene, subject)
        return answer

    def _remember(self, ask: Ask, scene: Scene, subject: str) -> None:
        """What an ordinary question in between (罚多少, 那逾期不改呢) builds on."""
        conversation = self.assistant.conversation
        if conversation is None or ask.given_session is None:
            return
        title = scene.held.checklist.title
        about = mask(subject or title).text
        conversation.memory.keep(
            ask.given_session, Turn(read_as=f"{about}怎么处罚", subject=about, wish="怎么处罚", regime_words=title)
        )


def build_guide(
    assistant: Assistant,
    inspections: Inspections,
    tools: Tools,
    units: Register | None,
    threads: Threads,
    new_id: Callable[[], str],
) -> Guide:
    """A guide over one assistant and one office's inspections."""
    begins = BeginReader(assistant.knowledge, tools.papers.checklists, tools.grammar, units)
    return Guide(assistant, inspections, tools, begins, new_id, threads)


def _hashed(key: str | None) -> str | None:
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest() if key else None
