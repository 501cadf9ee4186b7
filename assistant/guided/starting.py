"""开始检查: asks for what is missing, then begins and shows what to prepare and the first item."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from assistant.accounts.account import Account
from assistant.accounts.errors import DeniedError
from assistant.accounts.policy import account_may
from assistant.compose.draft import Draft, lines, sentence
from assistant.guided.beginning import BeginReader, Read
from assistant.guided.commands import Begin
from assistant.guided.moving import here
from assistant.guided.scene import Scene, event_key
from assistant.guided.tools import Tools
from assistant.guided.writer import Writer
from assistant.inspection.beginning import inspected_regime
from assistant.inspection.checklists import Held
from assistant.inspection.events import Begun
from assistant.inspection.inspections import Inspections
from assistant.inspection.words import Inspector, Unit

_OFFERED = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """A question back, with what has been said so far."""

    draft: Draft
    begin: Begin
    said: str
    """What is known, as a sentence: it proves the words that the options repeat."""


def ask_or_read(begin: Begin, reader: BeginReader, who: Account, today: date) -> Asked | Read:
    """What the inspection begins with, or the question for what is missing. Raises DeniedError for who may not."""
    if not account_may(who, "inspection.begin"):
        raise DeniedError("只有检查人员可以开始检查；请用检查人员的账号登录。")
    read = reader.read(begin, today)
    if not read.regimes:
        return Asked(_asks("文件里没有监管制度，不能开始检查；请先加入写有监管制度的文件。"), begin, "")
    if not read.unit:
        return Asked(_asks("请说出被检查单位的全称。"), begin, "")
    held, *others = read.regimes
    if others:
        titles = [h.checklist.title for h in read.regimes][:_OFFERED]
        options = tuple(_whole(read, t, read.kind) for t in titles)
        return Asked(_asks(f"检查“{read.unit}”要按哪一项监管制度？", options), begin, _so_far(read))
    if not held.checklist.items:
        return Asked(_asks(f"“{held.checklist.title}”没有写明检查内容，不能开始检查；请另选制度。"), begin, "")
    if not read.kind:
        options = tuple(_whole(read, held.checklist.title, kind) for kind in read.kinds)
        text = f"按“{held.checklist.title}”检查“{read.unit}”，是哪一种检查？"
        return Asked(_asks(text, options), begin, _so_far(read))
    return read


def start(
    read: Read, who: Account, id: str, now: datetime, inspections: Inspections, tools: Tools, key: str | None = None
) -> Scene:
    """The scene of an inspection that has just begun. Raises AccountError, InspectionError, StoreError."""
    held = read.regimes[0]
    begun = Begun(
        regime=inspected_regime(held.checklist, tools.papers.checklists.fingerprint),
        unit=Unit(name=read.unit, register=read.register),
        inspectors=(Inspector(name=who.display or who.name, account=who.id),),
        day=read.day,
        kind=read.kind,
    )
    state = inspections.begin(who, id, begun, now=now, key=event_key(key, 0)).state
    return Scene(who, now, held, state, inspections, key, sent=1)


def begun(scene: Scene, tools: Tools) -> Writer:
    """What is being checked, what to prepare, the first item."""
    w = Writer(scene, tools.k)
    held, state = scene.held, scene.state
    n = w.ledger.cite(held.document, held.regime.title_span)
    w.say(f"开始检查“{state.unit.name}”，依据{held.checklist.title}[{n}]。")
    w.say(f"{state.kind}，{day_words(state.day)}。")
    w.entered.append(state.kind)
    _prepare(w, held)
    return here(w)


def _prepare(w: Writer, held: Held) -> None:
    for requirement in held.checklist.preparation:
        w.say(f"· 准备：{sentence(requirement.text)}{w.cite(requirement.place)}。")
    if any(r.kind == "inspectors" for r in held.checklist.preparation):
        w.say("与人同去的，请说“请某某一起查”，对方就能在自己的设备上录入。")


def day_words(day: date) -> str:
    """`2026年11月25日`."""
    return f"{day.year}年{day.month}月{day.day}日"


def _asks(text: str, options: tuple[str, ...] = ()) -> Draft:
    return Draft("clarify", "checklist", lines(text), options=options)


def _whole(read: Read, title: str, kind: str) -> str:
    """A sentence that says everything: whoever picks it starts on any device."""
    return "，".join(filter(None, (f"开始检查{read.unit}", title, kind, day_words(read.day))))


def _so_far(read: Read) -> str:
    titles = "、".join(h.checklist.title for h in read.regimes)
    return "，".join(filter(None, (f"开始检查{read.unit}", read.kind, day_words(read.day), titles)))
