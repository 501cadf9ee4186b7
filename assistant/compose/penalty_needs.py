"""The questions back to whoever wants a sum or a verdict and leaves out a fact that decides."""

from __future__ import annotations

from assistant.act.penalty_results import Need, PenaltyResult

_ALTERNATIVES = 3
"""Conditions up to which they are offered as options."""


def needs_words(result: PenaltyResult) -> str:
    """One sentence naming every missing fact; empty when none is missing."""
    if not result.needs:
        return ""
    wanted = "要判断拟处的数额是否合适" if result.judge else "要算出总额"
    known = {n.fact for n in result.needs}
    asked = [
        _question(n) for n in result.needs if not (n.fact == "condition" and "所得" in n.words and "gains" in known)
    ]
    return f"{wanted}，还需要知道：{'；'.join(dict.fromkeys(asked))}。"


def needs_options(result: PenaltyResult) -> tuple[str, ...]:
    """The conditions to choose from, where only conditions are open and they are few."""
    open_ = [n.words for n in result.needs if n.fact == "condition"]
    if not open_ or len(open_) >= _ALTERNATIVES:
        return ()
    return (*open_, *(_otherwise(w) for w in open_[:1]))


def _question(need: Need) -> str:
    match need.fact:
        case "persons":
            return "涉及多少人"
        case "young":
            return f"其中{need.words}的有多少人"
        case "gains":
            return f"有没有{need.words}，{need.words}是多少"
        case "base":
            return f"{need.words}是多少"
        case "count":
            return f"“每{need.words}”的数量是多少"
        case "condition":
            return f"是否属于“{need.words}”"


def _otherwise(when: str) -> str:
    """The other side of a condition, in words that the program reads back as a fact."""
    if when.startswith(("没有", "无")):
        return f"有{when.removeprefix('没有').removeprefix('无')}，我来说明数额"
    return "已经按期改正" if when.startswith(("逾期", "拒不", "拒绝")) else f"不属于“{when}”"
