"""生成记录: papers made, kept and named, with what is left blank."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.guided.commands import MakePaper
from assistant.guided.scene import Scene
from assistant.guided.tools import Tools
from assistant.guided.writer import Writer
from assistant.papers.blanks import blanks
from assistant.papers.case import Entered
from assistant.papers.forms import Form

_OFFERED = 6
_ANY = re.compile(r"文书|材料|档案|^表格?$")


def listed(scene: Scene, tools: Tools, lead: str = "可以生成这些文书：") -> Writer:
    """The papers there are, by the names the documents give them."""
    w = Writer(scene, tools.k)
    known = tools.papers.kinds(scene.state)
    w.say(f"{lead}{'、'.join(f.title for f in known)}。")
    w.options += [f"生成{f.title}" for f in known[:_OFFERED]]
    return w


def make(scene: Scene, command: MakePaper, tools: Tools) -> Writer | None:
    """One paper, or the list where the words fit several; None where they name no paper of an inspection."""
    known = tools.papers.kinds(scene.state)
    found = _meant(command.words, known, tools)
    if not found and not _ANY.search(command.words):
        return None
    if len(found) != 1:
        return listed(scene, tools, "请说要哪一种文书：" if not found else "这几种都可能，请选一种：")
    form, entered = found[0], Entered()
    paper = tools.papers.preview(scene.who, scene.state.id, form.id, entered, now=scene.now)
    made = tools.papers.make(scene.who, scene.state.id, form.id, entered, now=scene.now)
    w = Writer(replace(scene, state=made.state), tools.k)
    w.say(f"已生成“{made.title}”（Word 文件），保存在这次检查的档案里。")
    if form.demand:
        w.say(f"内容按文件的要求写{w.cite(form.demand.place)}。")
    elif form.name:
        w.say(f"名称按文件的写法{w.cite(form.name.place)}。")
    empty = blanks(paper)
    w.say(f"留空待填：{'、'.join(empty)}。" if empty else "没有留空的地方。")
    w.options += [*[f"生成{f.title}" for f in known if f.id != form.id][:2], "查到哪了"]
    return w


def _meant(words: str, known: tuple[Form, ...], tools: Tools) -> tuple[Form, ...]:
    """By the title, else by everyday words."""
    words = words.removeprefix("一份").removeprefix("这次检查的")
    titled = [f for f in known if f.title == words] or [f for f in known if f.title in words]
    if titled:
        return tuple(titled)
    ids = {id for id, ps in tools.grammar.words.papers.items() if any(re.search(p, words) for p in ps)}
    return tuple(f for f in known if f.id in ids)
