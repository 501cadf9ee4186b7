"""What a question says was done, apart from who did it to whom and from sums of money.

中介欺诈求职者 says 欺诈 of a conduct; 中介 and 求职者 are parties, who stand in many violations and tell none apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.knowledge import Knowledge
from assistant.question import Understanding
from assistant.understand.numerals import NUMBER
from assistant.understand.overlap import Wording

_SUM = re.compile(rf"{NUMBER}(?:余|多)?(?:元|块钱?|万|家|名|个?人)?")
_GENERAL = re.compile(
    r"违规|违法|违反|规定|犯法|犯规|问题|行为|情况|发现|查出|检查|被查|存在|出现|有关|相关|刚刚?|首先|先"
)
"""Words that say no more than that something was wrong."""
_LEAST = 2
"""Characters in a row from which a rest says something."""
_SAYS = re.compile(rf"[一-鿿]{{{_LEAST},}}")


@dataclass(frozen=True, slots=True)
class Conduct:
    """The words on what was done."""

    text: str
    """May be empty: the question names a party or a regime only."""
    wordings: tuple[Wording, ...]
    """Everyday wordings of a conduct."""

    @property
    def said(self) -> bool:
        """Whether the question speaks of any conduct."""
        return bool(self.wordings) or _SAYS.search(self.text) is not None


def conduct(u: Understanding, k: Knowledge) -> Conduct:
    """The conduct in a question; parties are left out unless nothing else is said."""
    titles = "，".join(k.regime(h.place)[1].title for h in u.regimes[:1])
    # Where a regime's name parts a wording (无人力资源服务许可证), the rest has it whole.
    every = tuple({w.means: w for w in (*k.wordings(u.rest), *k.wordings(u.text))}.values())
    wordings = tuple(w for w in every if not w.who and not any(m in titles for m in w.means))
    text = _SUM.sub("，", u.rest)
    for word in k.parties:
        text = text.replace(word, "，")
    found = Conduct(text, wordings)
    if found.wordings or _SAYS.search(_GENERAL.sub("，", text)):
        return found
    whole = tuple(w for w in every if not any(m in titles for m in w.means))
    return Conduct(u.rest, whole) if whole or _SAYS.search(_GENERAL.sub("，", u.rest)) else Conduct("", ())
