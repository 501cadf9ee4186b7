"""Keeps conversations and unanswered questions without making anybody wait: written behind, in batches.

What a crash takes are the last half seconds of talk; inspections, which nobody may lose, have another way to the store.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime

from assistant.answer import Answer
from assistant.conversation.asked import UNANSWERED, Asked, AskedStore, Feedback, Held, KeptTurn
from assistant.conversation.owners import Owners
from assistant.conversation.turn import RecentTurns, Turn
from assistant.privacy import mask

_LOG = logging.getLogger("renshe.store")
_EVERY_S = 0.5
_MOST = 10_000
"""Questions waiting to be written; beyond them the newest are dropped, so that a broken database fills no memory."""


_LONGEST_SESSION = 200


def _without_personal_numbers(answer: Answer) -> Answer:
    said = {"question": answer.question, "text": answer.text, "read_as": answer.read_as or ""}
    masked = {name: mask(words).text for name, words in said.items()}
    return answer.model_copy(update=masked | {"read_as": masked["read_as"] or None})


class Journal:
    """Implements `Memory` over a store, and notes what was asked. May be shared by threads."""

    def __init__(self, open_store: Callable[[], AskedStore], now: Callable[[], datetime]) -> None:
        """`open_store` is called at the first need, and may raise what the store raises."""
        self._open, self._now = open_store, now
        self._store: AskedStore | None = None
        self._recent = RecentTurns()
        self._asked: list[Asked] = []
        self._turns: dict[str, KeptTurn] = {}
        self._owners = Owners(lambda session: self._opened().held(session))
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._wake, self._closed = threading.Event(), False
        self._thread: threading.Thread | None = None
        self._shared = False

    def share(self) -> None:
        """Several processes answer: the turn before may have been another's, so turns are written at once and read anew."""
        self._shared = True

    def claim(self, session: str, owner: str | None) -> bool:
        """As `Owners.claim`. Raises what the store raises."""
        if len(session) > _LONGEST_SESSION:
            return True  # remembered by this process for whoever sends it, and never kept
        return self._owners.claim(session, owner, anew=self._elsewhere(session))

    def held(self, session: str) -> Held | None:
        """Whose a conversation is; None where there is none. Raises what the store raises."""
        return self._owners.of(session, anew=self._elsewhere(session))

    def _elsewhere(self, session: str) -> bool:
        """Whether another process may know more of it than this one."""
        with self._lock:
            return self._shared and session not in self._turns

    def last(self, session: str) -> Turn | None:
        """The latest turn of a conversation, of this process or an earlier one."""
        turn = self._recent.last(session)
        with self._lock:
            ended = session in self._turns
        if self._shared and not ended and len(session) <= _LONGEST_SESSION:
            return self._opened().last(session)
        if turn is not None or ended:
            return turn
        return self._opened().last(session)

    def keep(self, session: str, turn: Turn | None) -> None:
        """Make a turn the latest; written a moment later."""
        self._recent.keep(session, turn)
        if len(session) > _LONGEST_SESSION:
            return  # remembered, not kept
        with self._lock:
            owner = self._owners.known(session)
            self._turns[session] = KeptTurn(session=session, turn=turn, at=self._now(), owner=owner)
        if self._shared:
            self._flush_or_wait()
        self._start()

    def note(self, answer: Answer) -> None:
        """Note a question: with its answer in a conversation, by itself when it was left unanswered, else not at all."""
        if answer.intent == "smalltalk" or not (answer.session or answer.status in UNANSWERED):
            return
        kept = Asked(
            at=self._now(),
            question=mask(answer.question).text,
            answer_id=answer.id[:64],
            status=answer.status,
            intent=answer.intent,
            session=answer.session,
            answer=_without_personal_numbers(answer).model_dump_json() if answer.session else None,
        )
        with self._lock:
            if len(self._asked) < _MOST:
                self._asked.append(kept)
        self._start()

    def store(self) -> AskedStore:
        """The store with everything in it that was noted so far. Raises what the store raises."""
        self.flush()
        return self._opened()

    def forget(self, session: str) -> bool:
        """Remove a conversation whose owner wants it gone, here and in the store; False where there was none."""
        gone = self.store().delete(session)
        self._forgotten(session)
        return gone

    def forget_all(self, owner: str) -> int:
        """Remove all conversations of an account, here and in the store; how many."""
        store = self.store()
        for info in store.conversations(owner):
            self._forgotten(info.session)
        return store.delete_all(owner)

    def _forgotten(self, session: str) -> None:
        self._recent.keep(session, None)
        self._owners.forget(session)

    def feedback(self, answer_id: str, question: str, helpful: bool, reason: str) -> None:
        """Keep what a person thought of an answer, personal numbers masked. Raises what the store raises."""
        words = mask(question).text, mask(reason).text
        given = Feedback(at=self._now(), question=words[0], answer_id=answer_id, helpful=helpful, reason=words[1])
        self._opened().put_feedback(given)

    def flush(self) -> None:
        """Write everything that waits. Raises what the store raises; then it waits on."""
        with self._writing:
            with self._lock:
                asked, turns = self._asked, self._turns
                self._asked, self._turns = [], {}
            if not asked and not turns:
                return
            try:
                self._opened().put(asked, tuple(turns.values()))
            except Exception:
                with self._lock:
                    self._asked = [*asked, *self._asked][:_MOST]
                    self._turns = {**turns, **self._turns}
                raise

    def close(self) -> None:
        """Write what waits and stop."""
        self._closed = True
        self._wake.set()
        if self._thread is not None:
            self._thread.join()
        self.flush()

    def _opened(self) -> AskedStore:
        if self._store is None:
            self._store = self._open()
        return self._store

    def _start(self) -> None:
        if self._thread is None and not self._closed:
            self._thread = threading.Thread(target=self._write, name="renshe-journal", daemon=True)
            self._thread.start()

    def _write(self) -> None:
        while not self._closed:
            self._wake.wait(_EVERY_S)
            self._flush_or_wait()

    def _flush_or_wait(self) -> None:
        from assistant.store.errors import StoreError

        try:
            self.flush()
        except StoreError as error:
            _LOG.warning("conversations wait to be written: %s", type(error).__name__)
