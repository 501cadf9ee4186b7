"""开始检查某某公司 from somebody who is not signed in: inspections are not begun that way, and the answer says so."""

from __future__ import annotations

import re

from assistant.act.results import Result, SignInResult
from assistant.guided.commands import Begin
from assistant.guided.read import read
from assistant.guided.said import hear
from assistant.knowledge import Knowledge
from assistant.question import Understanding

_OPENS = re.compile(r"(?:开始|启动|新建|发起).{0,60}(?:查|稽核|监督)|去.{2,60}(?:检查|巡查|督查|稽核)")
"""Only such words are worth reading closely: compiling the grammar takes a while."""
_ASKS = re.compile(r"什么|哪些|哪几|哪个|怎么|如何|多少|几[个名次天]|吗|[?？]")
"""A question on inspections is no order to begin one."""


def sign_in(u: Understanding, k: Knowledge) -> Result | None:
    """That one must sign in first, where the words begin an inspection of a unit they name, or of none."""
    if _ASKS.search(u.text) or not _OPENS.match(u.text.removeprefix("我").removeprefix("现在").removeprefix("要")):
        return None
    grammar = k.grammar
    command = read(hear(u.raw), grammar)
    if not isinstance(command, Begin):
        return None
    return SignInResult() if not command.unit or grammar.unit.search(command.unit) else None
