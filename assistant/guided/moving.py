"""下一项, 上一步, 跳到第5项: the inspector's own place in the checklist."""

from __future__ import annotations

from assistant.guided.commands import Do, GoTo
from assistant.guided.place import next_unchecked
from assistant.guided.scene import Scene
from assistant.guided.tools import Tools
from assistant.guided.writer import Writer
from assistant.inspection.errors import MissingError
from assistant.inspection.events import Moved
from assistant.understand.overlap import Matcher

_ENOUGH = 0.5
"""Share of the words that an item must hold to be meant."""
FINDINGS = ("这一项符合", "这一项不符合", "这一项不适用", "先不查")


def move(scene: Scene, command: Do | GoTo, tools: Tools) -> Writer | None:
    """To another item, which is then shown; None where the words name no item and may be a question."""
    n = _there(scene, command, tools)
    if n is None:
        return None
    if isinstance(n, str):
        w = Writer(scene, tools.k)
        w.say(n)
        return here(w)
    return here(Writer(arrive(scene, n), tools.k))


def arrive(scene: Scene, n: int) -> Scene:
    """The scene at an item; nothing is recorded where the inspector already stands there."""
    return scene if n == scene.here and _moved(scene) else scene.record(Moved(cursor=scene.items[n].item.id))


def here(w: Writer) -> Writer:
    """The item one stands at, what was entered for it, and what may be said next."""
    scene = w.scene
    w.item(scene.here)
    w.standing(scene.here)
    item = scene.item(scene.here)
    w.subject = item.text if item else ""
    w.options += [*FINDINGS, *next_words(scene)]
    return w


def next_words(scene: Scene) -> tuple[str, ...]:
    """What may be said when an item is done."""
    if not scene.state.unchecked:
        return ("结束检查", "生成记录")
    return ("下一项",) if scene.here + 1 < len(scene.items) else ("还剩几项", "结束检查")


def _moved(scene: Scene) -> bool:
    return any(r.author == scene.who.id and isinstance(r.event, Moved) for r in scene.state.history)


def _there(scene: Scene, command: Do | GoTo, tools: Tools) -> int | str | None:
    """Index of the item meant; a sentence where there is nowhere to go; None where no item is meant."""
    at, last = scene.here, len(scene.items) - 1
    match command:
        case GoTo(number=None, words=words):
            return _by_words(scene, words, tools)
        case GoTo(number=number):
            if number is None or not 1 <= number <= last + 1:
                raise MissingError("清单里没有这一项；请从清单里选。")
            return number - 1
        case Do(what="back"):
            return at - 1 if at else "前面没有别的事项了，现在查的是："
        case Do(what="goto_last"):
            return last
        case Do(what="goto_first"):
            return 0
        case Do(what="goto_unchecked"):
            n = next_unchecked(scene.state, at)
            return n if n is not None else "没有未查的事项了："
        case _:
            return at + 1 if at < last else "后面没有别的事项了，现在查的是："


def _by_words(scene: Scene, words: str, tools: Tools) -> int | None:
    found = Matcher(tuple(i.item.text for i in scene.items)).rank(words, tools.k.wordings(words), limit=2)
    clear = found and found[0][1] >= _ENOUGH and (len(found) < 2 or found[0][1] > found[1][1])
    return found[0][0] if clear else None
