"""Each command with what carries it out."""

from __future__ import annotations

from assistant.guided import course, entering, moving, paperwork
from assistant.guided.commands import (
    Begin,
    Choose,
    Command,
    Correct,
    Do,
    Find,
    GoTo,
    MakePaper,
    Remark,
    Reopen,
    Resume,
    Share,
)
from assistant.guided.scene import Scene
from assistant.guided.tools import Tools
from assistant.guided.writer import Writer

_HELP = (
    "检查中可以说：这一项符合、这一项不符合加上情况、不适用、先不查、下一项、上一步、跳到某一项、更正上一项为符合、备注加内容、"
    "暂停、继续、还剩几项、查到哪了、结束检查、重新打开、生成记录、请某某一起查；也可以随时问别的问题。"
)


def perform(scene: Scene, command: Command, tools: Tools) -> Writer | None:
    """What is said after a command was carried out; None where the words turn out to be an ordinary question.

    Raises AccountError, InspectionError, StoreError.
    """
    match command:
        case Find():
            return entering.find(scene, command, tools)
        case Correct():
            return entering.correct(scene, command, tools)
        case Remark():
            return entering.remark(scene, command, tools)
        case Choose():
            return entering.choose(scene, command, tools)
        case GoTo():
            return moving.move(scene, command, tools)
        case Resume():
            return course.resume(scene, tools)
        case Reopen(reason=reason):
            return course.reopen(scene, reason, tools)
        case Share():
            return course.share(scene, command, tools)
        case MakePaper():
            return paperwork.make(scene, command, tools)
        case Do():
            return _do(scene, command, tools)
        case Begin():
            return None


def _do(scene: Scene, command: Do, tools: Tools) -> Writer | None:
    match command.what:
        case "pause":
            return course.pause(scene, tools)
        case "finish" | "finish_anyway":
            return course.finish(scene, tools, anyway=command.what == "finish_anyway")
        case "left":
            return course.left(scene, tools)
        case "where":
            return course.where(scene, tools)
        case "papers":
            return paperwork.listed(scene, tools)
        case "none_of":
            return entering.none_of(scene, tools)
        case "help":
            w = Writer(scene, tools.k)
            w.say(_HELP)
            return w
        case _:
            return moving.move(scene, command, tools)
