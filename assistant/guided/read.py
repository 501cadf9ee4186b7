"""From words to a command; None for what is no command: an ordinary question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import cast, get_args

from assistant.guided.begin_words import begin_of
from assistant.guided.commands import (
    CURRENT,
    Choose,
    Command,
    Correct,
    Do,
    Find,
    GoTo,
    MakePaper,
    Plain,
    Remark,
    Reopen,
    Resume,
    Share,
)
from assistant.guided.said import Said
from assistant.guided.targets import count, target_of
from assistant.guided.words import Grammar, first
from assistant.inspection.words import Finding

_MOST = 4
"""Polite words or particles taken off each end."""
_PLAIN = frozenset(get_args(Plain))
_NOTED = frozenset({"find", "correct"})
"""Commands with a note, in which words of a question may stand (没有写明收多少钱)."""
_MAY_ASK = _NOTED | {"left", "where", "papers", "help", "goto_unchecked", "remark", "remark_whole"}
"""Commands that are put as questions, or hold other people's words."""


class Heard:
    """A match with the way back to what was typed."""

    def __init__(self, said: Said, match: re.Match[str], offset: int) -> None:
        self.said, self.match, self.offset = said, match, offset

    def text(self, group: str) -> str:
        """The normalised words of a group; empty where it has none."""
        return self.match.groupdict().get(group) or ""

    def typed(self, group: str) -> str:
        """The words of a group as they were typed."""
        if not self.text(group):
            return ""
        start, end = self.match.span(group)
        return self.said.original(self.offset + start, self.offset + end).strip("，,。；;：: ")


def read(said: Said, grammar: Grammar) -> Command | None:
    """The command that the words are."""
    asks = grammar.asks.search(said.text)
    for start, end in _cores(said.text, grammar):
        core = said.text[start:end]
        for name, pattern in grammar.commands:
            if asks and name not in _MAY_ASK:
                continue
            match = pattern.fullmatch(core)
            if match and asks and name in _NOTED and not _in_note(match, start, asks, said.text, grammar):
                continue
            command = _command(name, Heard(said, match, start), grammar) if match else None
            if command is not None:
                return command
    return None


def _in_note(match: re.Match[str], start: int, asks: re.Match[str], text: str, grammar: Grammar) -> bool:
    """Whether what sounds like a question stands inside the note, and the whole does not end as one."""
    note = match.start("note") + start if match.groupdict().get("note") else len(text)
    return asks.start() > note and not grammar.asks.match(text, note) and grammar.ends_asking.search(text) is None


def _cores(text: str, grammar: Grammar) -> Iterator[tuple[int, int]]:
    """The text, then with more and more polite words off its ends."""
    ends, end = [len(text)], len(text)
    while len(ends) <= _MOST and (m := grammar.after.search(text, 0, end)):
        end = m.start()
        ends.append(end)
    starts, start = [0], 0
    while len(starts) <= _MOST and (m := grammar.before.match(text, start)) and m.end() > start:
        start = m.end()
        starts.append(start)
    for off in range(len(starts) + len(ends) - 1):
        for i, s in enumerate(starts):
            if 0 <= off - i < len(ends) and ends[off - i] > s:
                yield s, ends[off - i]


def _command(name: str, heard: Heard, grammar: Grammar) -> Command | None:
    if name in _PLAIN:
        return Do(cast("Plain", name))
    return _READERS[name](heard, grammar)


def _goto(heard: Heard, _: Grammar) -> Command | None:
    n = count(heard.text("target"))
    return GoTo(number=n) if n is not None else None


def _find(heard: Heard, grammar: Grammar) -> Command | None:
    finding = first(grammar.findings, heard.text("finding"))
    target = target_of(heard.text("target"), grammar) if heard.text("target") else CURRENT
    if finding is None or target is None:
        return None
    bare = not heard.text("target") and not heard.text("note")
    return Find(target, cast("Finding", finding), heard.typed("note"), bool(heard.text("onward")), plain=bare)


def _correct(heard: Heard, grammar: Grammar) -> Command | None:
    words = heard.text("target") or heard.text("target2")
    finding = first(grammar.findings, heard.text("finding"))
    target = target_of(words, grammar) if words else target_of("刚才", grammar)
    if finding is None or target is None:
        return None
    return Correct(target, cast("Finding", finding), heard.typed("note"))


def _withdraw(heard: Heard, grammar: Grammar) -> Command | None:
    target = target_of(heard.text("target") or "刚才", grammar)
    return Correct(target) if target is not None else None


def _remark(heard: Heard, grammar: Grammar) -> Command | None:
    target = target_of(heard.text("target"), grammar) if heard.text("target") else CURRENT
    return Remark(heard.typed("text"), target) if heard.typed("text") else None


_READERS: dict[str, Callable[[Heard, Grammar], Command | None]] = {
    "goto": _goto,
    "goto_words": lambda heard, _: GoTo(words=heard.text("words")),
    "find": _find,
    "correct": _correct,
    "withdraw": _withdraw,
    "remark": _remark,
    "remark_whole": lambda heard, _: Remark(heard.typed("text"), None),
    "resume": lambda heard, _: Resume(heard.typed("unit")),
    "reopen": lambda heard, _: Reopen(heard.typed("text")),
    "make": lambda heard, _: MakePaper(heard.text("paper")),
    "share": lambda heard, _: Share(heard.typed("name")),
    "choose": lambda heard, _: Choose(heard.typed("text")),
    "begin": lambda heard, grammar: begin_of(heard.typed("rest"), heard.text("kind"), grammar),
    "begin_named": lambda heard, grammar: begin_of(
        "，".join(heard.typed(g) for g in ("unit", "rest", "day")), "", grammar
    ),
}
