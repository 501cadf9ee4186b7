"""这一项符合, 不符合，…, 更正, 备注: what inspectors enter. Recorded before it is worded."""

from __future__ import annotations

from dataclasses import replace

from assistant.conversation.choice import chosen as chosen_of
from assistant.guided.commands import Choose, Correct, Find, Remark, Target
from assistant.guided.moving import FINDINGS, arrive, here, next_words
from assistant.guided.place import indices, latest
from assistant.guided.scene import Scene
from assistant.guided.tools import Tools
from assistant.guided.wanting import possible, write_wanting
from assistant.guided.writer import Writer
from assistant.inspection.consequences import chosen
from assistant.inspection.errors import MissingError, NotNowError
from assistant.inspection.events import Corrected, Found, Noted
from assistant.inspection.state import ItemState
from assistant.inspection.words import MatchedViolation


def find(scene: Scene, command: Find, tools: Tools) -> Writer:
    """A finding for one item or for several."""
    _open(scene)
    # “全部符合” is said of what is left: it never overrules what somebody entered.
    target = replace(command.target, which="rest") if command.target.which == "all" else command.target
    ns = indices(target, scene.state, scene.who.id)
    n, *more = ns
    if more or command.target.many:
        return _find_many(scene, ns, command, tools)
    scene = arrive(scene, n)
    before = scene.items[n]
    if command.finding == "未查":
        return _leave_open(scene, n, command, tools)
    if _again(scene, before, command):
        w = Writer(scene, tools.k)
        w.say(f"{w.number(n)}已经录为{command.finding}，没有重复录入。")
        w.options += next_words(scene)
        return w
    scene = scene.record(_found(scene, n, command, tools))
    if command.onward and scene.here + 1 < len(scene.items):
        scene = arrive(scene, scene.here + 1)
    w = _acknowledged(scene, n, tools)
    if before.shown is not None:
        w.say("之前录的仍保留在记录里。")
    return here(w) if scene.here != n else w


def correct(scene: Scene, command: Correct, tools: Tools) -> Writer:
    """An entry replaced or withdrawn; it stays visible as corrected."""
    _open(scene)
    ns = indices(command.target, scene.state, scene.who.id)
    with_entry = [n for n in ns if scene.items[n].shown is not None]
    if not with_entry:
        if command.target.which == "previous" and latest(scene.state, scene.who.id):
            return correct(scene, replace(command, target=Target("latest")), tools)
        raise MissingError("这一项还没有录入，没有可以更正的；请直接录入。")
    for n in with_entry:
        entry = scene.items[n].shown
        if entry is None:
            continue
        find_ = Find(command.target, command.finding, command.note) if command.finding else None
        by = _found(scene, n, find_, tools) if find_ else None
        scene = scene.record(Corrected(of=entry.seq, by=by))
    w = Writer(scene, tools.k)
    for n in with_entry:
        done = f"更正为{scene.items[n].finding}" if command.finding else "撤回"
        w.item(n, f"已{done}，原来的录入仍保留在记录里。")
        w.standing(n)
    if command.finding == "不符合" and len(with_entry) == 1:
        write_wanting(w, with_entry[0], tools.reader)
    w.options += next_words(scene)
    return w


def remark(scene: Scene, command: Remark, tools: Tools) -> Writer:
    """A note on an item or on the whole inspection."""
    _open(scene)
    if command.target is None:
        scene = scene.record(Noted(text=command.text))
        w = Writer(scene, tools.k)
        w.say("已记下对整个检查的备注。")
        w.options += next_words(scene)
        return w
    ns = indices(command.target, scene.state, scene.who.id)
    n, *more = ns
    if more:
        raise MissingError("备注一次记在一项上；请说出是第几项，或说“总备注：…”记在整个检查上。")
    scene = scene.record(Noted(item=scene.items[n].item.id, text=command.text))
    w = Writer(scene, tools.k)
    w.say(f"已在{w.number(n)}记下备注。")
    w.options += [*(FINDINGS if scene.items[n].finding == "未查" else ()), *next_words(scene)]
    return w


def choose(scene: Scene, command: Choose, tools: Tools) -> Writer | None:
    """The violation that an item found wanting is; None where no such choice is open or the words name none."""
    n = scene.here
    state = scene.items[n]
    if state.finding != "不符合" or state.shown is None:
        return None
    candidates = possible(scene, n, state.note, tools.reader).candidates
    texts = tuple(c.text for c in candidates)
    named = chosen_of(command.text, texts, tools.k.vocabulary.conversation)
    if named is None:
        return None
    _open(scene)
    one = next(c for c in candidates if c.text == named)
    violations = chosen(scene.held, [p.index for p in one.penalties])
    return _matched(scene, n, violations, tools)


def none_of(scene: Scene, tools: Tools) -> Writer | None:
    """None of the violations shown: what was matched is taken off."""
    n = scene.here
    state = scene.items[n]
    if state.finding != "不符合" or state.shown is None:
        return None
    _open(scene)
    if state.violations:
        return _matched(scene, n, (), tools)
    w = Writer(scene, tools.k)
    w.say(f"{w.number(n)}没有认定违法情形，只记录不符合的情况。")
    w.options += next_words(scene)
    return w


def _matched(scene: Scene, n: int, violations: tuple[MatchedViolation, ...], tools: Tools) -> Writer:
    entry = scene.items[n].shown
    assert entry is not None, "asked before"
    by = Found(item=scene.items[n].item.id, finding="不符合", note=scene.items[n].note, violations=violations)
    scene = scene.record(Corrected(of=entry.seq, by=by, reason="认定违法情形" if violations else "不认定违法情形"))
    w = Writer(scene, tools.k)
    w.say(f"已为{w.number(n)}{'认定违法情形' if violations else '取消认定的违法情形'}。")
    if violations:
        write_wanting(w, n, tools.reader)
    w.options += next_words(scene)
    return w


def _find_many(scene: Scene, ns: tuple[int, ...], command: Find, tools: Tools) -> Writer:
    scene = scene.record(*(Found(item=scene.items[n].item.id, finding=command.finding, note=command.note) for n in ns))
    w = Writer(scene, tools.k)
    w.say(f"已录入{command.finding}：")
    for n in ns:
        w.item(n)
    w.options += next_words(scene)
    return w


def _leave_open(scene: Scene, n: int, command: Find, tools: Tools) -> Writer:
    """先不查: recorded where it says something new, then on to the next item."""
    before = scene.items[n].finding
    if command.note or before != "未查":
        scene = scene.record(Found(item=scene.items[n].item.id, finding="未查", note=command.note))
    if n + 1 < len(scene.items):
        scene = arrive(scene, n + 1)
    w = Writer(scene, tools.k)
    w.say(f"{w.number(n)}先不查，留作未查。{'之前录的仍保留在记录里。' if before != '未查' else ''}")
    return here(w) if scene.here != n else w


def _acknowledged(scene: Scene, n: int, tools: Tools) -> Writer:
    state = scene.items[n]
    w = Writer(scene, tools.k)
    w.item(n, f"已录为{state.finding}。")
    item = scene.item(n)
    w.subject = state.note or (item.text if item else "")
    if state.disputed:
        w.say("两位检查人员对这一项的结论不一致，两条都保留；请商定后更正。")
    if state.finding == "不符合":
        if not state.note:
            w.say("请补充情况，例如说“备注：”再加所见。")
        write_wanting(w, n, tools.reader)
    w.options += next_words(scene)
    return w


def _found(scene: Scene, n: int, command: Find, tools: Tools) -> Found:
    violations: tuple[MatchedViolation, ...] = ()
    if command.finding == "不符合" and command.note:
        said = possible(scene, n, command.note, tools.reader).said
        violations = chosen(scene.held, [p.index for p in said.penalties]) if said else ()
    return Found(item=scene.items[n].item.id, finding=command.finding, note=command.note, violations=violations)


def _again(scene: Scene, before: ItemState, command: Find) -> bool:
    """Whether the same inspector says once more what already counts."""
    shown = before.shown
    same = shown is not None and shown.author == scene.who.id and before.finding == command.finding
    return same and not command.note


def _open(scene: Scene) -> None:
    """Raises NotNowError while the inspection is paused."""
    if scene.state.status == "已暂停":
        raise NotNowError("检查已经暂停，没有录入；请先说“继续”。")
