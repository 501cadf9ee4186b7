"""What words may want of an inspection."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.inspection.words import Finding

Plain = Literal[
    "next",
    "back",
    "goto_last",
    "goto_first",
    "goto_unchecked",
    "pause",
    "left",
    "where",
    "finish",
    "finish_anyway",
    "papers",
    "none_of",
    "help",
]
Which = Literal["current", "previous", "latest", "numbers", "rest", "all"]


@dataclass(frozen=True, slots=True)
class Target:
    """The items meant."""

    which: Which
    numbers: tuple[int, ...] = ()
    """For `numbers`: as the checklist counts, from 1."""

    @property
    def many(self) -> bool:
        """Whether several items may be meant."""
        return self.which in ("rest", "all") or len(self.numbers) > 1


CURRENT = Target("current")


@dataclass(frozen=True, slots=True)
class Do:
    """A command without further words."""

    what: Plain


@dataclass(frozen=True, slots=True)
class GoTo:
    """跳到第5项, 跳到收费那一项."""

    number: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Find:
    """这一项不符合，…"""

    target: Target
    finding: Finding
    note: str = ""
    onward: bool = False
    """Whether the next item is wanted right away."""
    plain: bool = False
    """Whether it is a bare word (正常, 通过) that may be meant otherwise outside of an inspection."""


@dataclass(frozen=True, slots=True)
class Correct:
    """更正上一项为符合; without a finding the entry is withdrawn."""

    target: Target
    finding: Finding | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """备注：…; without a target on the whole inspection."""

    text: str
    target: Target | None = CURRENT


@dataclass(frozen=True, slots=True)
class Resume:
    """继续, 继续检查某某公司."""

    unit: str = ""


@dataclass(frozen=True, slots=True)
class Reopen:
    """重新打开."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class MakePaper:
    """生成记录: the words for the paper."""

    words: str


@dataclass(frozen=True, slots=True)
class Share:
    """请李四一起查."""

    name: str


@dataclass(frozen=True, slots=True)
class Choose:
    """属于“…”: the violation meant."""

    text: str


@dataclass(frozen=True, slots=True)
class Begin:
    """开始检查某某公司: what was said of it; empty or None for what was not."""

    unit: str = ""
    rest: str = ""
    """All words beside the unit: regime, kind and day are looked for in them."""


Command = Do | GoTo | Find | Correct | Remark | Resume | Reopen | MakePaper | Share | Choose | Begin
