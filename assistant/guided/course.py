"""暂停, 继续, 结束, 重新打开, 请某人一起查, 查到哪了, 还剩几项."""

from __future__ import annotations

from assistant.accounts.account import Account
from assistant.guided.commands import Share
from assistant.guided.moving import here, next_words
from assistant.guided.scene import Scene
from assistant.guided.tools import Tools
from assistant.guided.writer import Writer
from assistant.inspection.errors import MissingError, NotNowError
from assistant.inspection.events import Finished, Moved, Paused, Reopened, Resumed, Shared

_FINISH_ANYWAY = "确认结束"
_LISTED = 20
"""Items listed at once."""


def pause(scene: Scene, tools: Tools) -> Writer:
    """Nothing is entered until it goes on."""
    w = Writer(scene.record(Paused()), tools.k)
    w.say("检查已暂停，已录的都保存着；在任何设备上登录后说“继续”就接着查。")
    w.options += ["继续", "还剩几项"]
    return w


def resume(scene: Scene, tools: Tools) -> Writer:
    """Back to where this inspector stood."""
    if scene.state.status == "已结束":
        raise NotNowError("这次检查已经结束；要补充或更正，请说“重新打开”。")
    if scene.state.status == "已暂停":
        scene = scene.record(Resumed())
    else:
        scene = scene.record(Moved(cursor=scene.items[scene.here].item.id))  # from now on this is the one at hand
    w = Writer(scene, tools.k)
    w.say(f"继续检查{_named(w)}。")
    return here(w)


def finish(scene: Scene, tools: Tools, *, anyway: bool) -> Writer:
    """Ends the inspection; with items left it asks first."""
    if scene.state.unchecked and not anyway and scene.state.status != "已结束":
        w = left(scene, tools)
        w.options = [_FINISH_ANYWAY, "下一个没查的"]
        w.say("还有未查的事项，检查没有结束；确实要结束，请说“确认结束”。")
        return w
    w = Writer(scene.record(Finished()), tools.k)
    w.say("检查已结束。")
    _counts(w)
    w.options += ["生成记录", "有哪些文书", "重新打开"]
    return w


def reopen(scene: Scene, reason: str, tools: Tools) -> Writer:
    """A finished inspection is taken up again."""
    w = Writer(scene.record(Reopened(reason=reason)), tools.k)
    w.say(f"已重新打开对{_named(w)}的检查。")
    return here(w)


def share(scene: Scene, command: Share, tools: Tools) -> Writer:
    """Another inspector may take part."""
    account = _account(command.name, tools)
    w = Writer(scene.record(Shared(account=account.id)), tools.k)
    w.entered.append(account.display or account.name)
    w.say(f"已请{account.display or account.name}一起检查；对方登录后说“继续检查{scene.state.unit.name}”即可。")
    w.options += next_words(scene)
    return w


def left(scene: Scene, tools: Tools) -> Writer:
    """The items nobody has checked."""
    w = Writer(scene, tools.k)
    open_ = [n for n, i in enumerate(scene.items) if i.finding == "未查"]
    if not open_:
        w.say("全部事项都已录入。")
        w.options += ["结束检查", "生成记录"]
        return w
    w.say("还没有查的事项：")
    for n in open_[:_LISTED]:
        w.item(n, "· ")
    w.options += ["下一个没查的", "结束检查"]
    return w


def where(scene: Scene, tools: Tools) -> Writer:
    """What was entered, and the item one stands at."""
    w = Writer(scene, tools.k)
    w.say(f"对{_named(w)}的检查（{scene.state.kind}），{scene.state.status}。")
    w.entered.append(scene.state.kind)
    _counts(w)
    for n, state in enumerate(scene.items):
        if state.finding == "不符合":
            w.item(n, "· 不符合，")
    if scene.state.status != "进行中":
        w.options += ["继续"] if scene.state.status == "已暂停" else ["重新打开", "生成记录"]
        return w
    w.say("现在查的是：")
    return here(w)


def _counts(w: Writer) -> None:
    found = [i.finding for i in w.scene.items]
    for finding in ("符合", "不符合", "不适用", "未查"):
        ns = [n for n, f in enumerate(found) if f == finding]
        if ns:
            w.say(f"{finding}：{'、'.join(w.number(n) for n in ns)}。")


def _named(w: Writer) -> str:
    return f"“{w.scene.state.unit.name}”"


def _account(name: str, tools: Tools) -> Account:
    found = [a for a in tools.accounts.all() if a.active and a.role == "inspector" and name in (a.display, a.name)]
    if len(found) != 1:
        why = "没有叫这个名字的检查人员账号" if not found else "有几位检查人员叫这个名字"
        raise MissingError(f"{why}，没有共享；请说账号名称，例如“共享给”再加账号名称。")
    return found[0]
