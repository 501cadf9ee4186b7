"""Samples of people or of business (学员和教师的 10%): how many the register lets one demand of the units visited."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.meters.values import MeteredUnit
from assistant.planning.checks import ShareRule
from assistant.planning.minimum import share_working

_AND = re.compile("[和及与、或]")


def demanded(rule: ShareRule, units: Sequence[MeteredUnit]) -> str:
    """Why a sample is not counted, with what the register says must be drawn at the units visited."""
    what, silent = rule.what, "检查记录没有抽了多少这一项，没有计入"
    if not units:
        return f"{what}：这一期还没有查过单位，算不出应抽多少；{silent}"
    nouns = [n for n in _AND.split(what) if n]
    totals = {noun: _total(noun, units) for noun in nouns}
    missing = [noun for noun, n in totals.items() if n is None]
    if missing:
        return f"{what}：名录没有写明已查的单位有多少{'、'.join(missing)}，算不出应抽多少；{silent}"
    whole = sum(n or 0 for n in totals.values())
    stated = "、".join(f"{noun} {n}" for noun, n in totals.items())
    return f"{what}：已查的 {len(units)} 家名录写明{stated}，应抽 {share_working(whole, rule.quantity)}；{silent}"


def _total(noun: str, units: Sequence[MeteredUnit]) -> int | None:
    """Over the units, from the columns whose name begins with the noun (学员人数); None where one unit lacks it."""
    own = [next((n for name, n in u.counts if name.startswith(noun)), None) for u in units]
    return None if any(n is None for n in own) else sum(n or 0 for n in own)
