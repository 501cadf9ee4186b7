"""Which inspection words are about: the one of this conversation, else the only open one, else the one they name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.accounts.account import Account
from assistant.accounts.policy import account_may
from assistant.compose.draft import Draft, lines
from assistant.guided.begin_words import MOST
from assistant.guided.beginning import BeginReader
from assistant.guided.commands import Begin, Command, Correct, Do, Find, MakePaper, Reopen, Resume
from assistant.guided.scene import Scene
from assistant.guided.threads import Thread
from assistant.guided.tools import Tools
from assistant.inspection.inspections import Inspections
from assistant.inspection.records import Listed, Wanted
from assistant.normalise import normalise

_LOOKED_AT = 200
_OFFERED = 9
_NOT_LONG = timedelta(minutes=30)
"""A pause after which an inspector with several open inspections is asked which one is meant."""
_SURE = frozenset({"next", "back", "finish", "left", "where"})
"""Plain commands that mean nothing outside of an inspection."""
_AFTERWARDS = frozenset({"where", "left", "papers", "finish", "finish_anyway"})
_NONE = "现在没有进行中的检查；要开始，请说“开始检查”再加单位的全称。"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Nothing chosen: what to say instead."""

    draft: Draft
    said: str = ""


def choose_inspection(
    inspections: Inspections, tools: Tools, command: Command, thread: Thread, who: Account, now: datetime
) -> Scene | Chosen | None:
    """The scene; what to say where none or several fit; None where the words are then an ordinary question."""
    if not account_may(who, "inspection.begin"):
        return None
    unit = command.unit if isinstance(command, Resume) else ""
    id = thread.inspection if not unit else ""
    if not id:
        found = _fitting(inspections.page(who, Wanted(account=who.id), now=now, limit=_LOOKED_AT), command, unit)
        if not found:
            return Chosen(Draft("clarify", "checklist", _NONE)) if _surely(command, unit) else None
        id = found[0].id if len(found) == 1 else _lately(found, inspections, who, now)
        if not id:
            return _several(found)
    state = inspections.read(who, id, now=now)
    return Scene(who, now, tools.papers.checklists.of(state), state, inspections)


def pending_begin(pending: Begin, question: str, begins: BeginReader) -> Begin | None:
    """The inspection that is to begin, with an answer to what was asked for it; None where the words answer nothing."""
    text = normalise(question).strip("。！!，, ")
    if not text or len(text) > MOST or begins.grammar.asks.search(text):
        return None
    if not pending.unit:
        return Begin(question.strip().strip("。！!，, "), pending.rest)
    more = Begin(pending.unit, f"{pending.rest}，{text}")
    named = begins.named(text) or begins.names_kind(more, text)
    return more if named else None


def _fitting(listed: tuple[Listed, ...], command: Command, unit: str) -> tuple[Listed, ...]:
    if unit:
        named = [x for x in listed if x.unit == unit] or [x for x in listed if unit in x.unit]
        return tuple(x for x in named if x.status != "已结束") or tuple(named[:1])
    open_ = tuple(x for x in listed if x.status != "已结束")
    after = isinstance(command, MakePaper | Reopen) or (isinstance(command, Do) and command.what in _AFTERWARDS)
    return open_ or (listed[:1] if after else ())


def _lately(found: tuple[Listed, ...], inspections: Inspections, who: Account, now: datetime) -> str:
    """The one this inspector entered something in last, where that is not long ago; empty where it is.

    So a conversation goes on whichever process of the server hears it, and on another device.
    """
    at: dict[str, datetime] = {}
    for listed in (x for x in found if now - x.changed_at <= _NOT_LONG):
        history = inspections.read(who, listed.id, now=now).history
        own = [r.at for r in history if r.author == who.id and now - r.at <= _NOT_LONG]
        if own:
            at[listed.id] = own[-1]
    return max(at, key=lambda id: (at[id], id)) if at else ""


def _several(found: tuple[Listed, ...]) -> Chosen:
    names = list(dict.fromkeys(x.unit for x in found))[:_OFFERED]
    text = lines("您有几次没有结束的检查，要接着查哪个单位？")
    draft = Draft("clarify", "checklist", text, options=tuple(f"继续检查{n}" for n in names))
    return Chosen(draft, "没有结束的检查：" + "、".join(names))


def _surely(command: Command, unit: str) -> bool:
    match command:
        case Find(plain=plain):
            return not plain
        case Do(what=what):
            return what in _SURE
        case Correct():
            return True
        case _:
            return bool(unit)
