"""Laws that the documents refer to, found by how people name them, and never by the name of another law.

A law may be named without 中华人民共和国, without its province, and without 管理, 暂行 or 若干; nothing else may be left
out or added: 《劳动合同法实施条例》 is not 《劳动合同法》, and neither is 《劳动法》.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_STATE = "中华人民共和国"
_PROVINCE = re.compile(r"^[一-鿿]{2,6}?(?:省|市(?!场)|自治区|自治州|县)(?=[一-鿿]{3,})")
_MINOR = re.compile(r"管理|暂行|若干|（[^）]*）|\([^)]*\)")
_LEADING = re.compile(
    r"^.*(?:按照|根据|依据|依照|违反|适用|引用|请问|查一下|看看|请查|就是|关于|规定的|按|据|依|查|问|和|跟|与|及|是|在|看|对)"
)
_MINIMUM = 3


def law_named(said: str, names: Iterable[str], *, bracketed: bool) -> str | None:
    """The one of `names` that `said` names; None when it names another law or none.

    Without 《》 other words may stand before the name.
    """
    known = sorted(set(names), key=lambda n: (-len(n), n))
    if exact := next((n for n in known if _state_off(n) == _state_off(said)), None):
        return exact
    if bracketed:
        return next((n for n in known if _same(said, n)), None)
    for start in range(len(said) - _MINIMUM):
        tail = said[start:]
        found = next((n for n in known if _state_off(n) == _state_off(tail) or _same(tail, n)), None)
        if found:
            return found if _leads(said[:start], found) else None
    return None


def plain_name(said: str) -> str:
    """The name of a law that stands without 《》, cut from the words before it as far as they are known."""
    return _LEADING.sub("", said) or said


def _leads(before: str, name: str) -> bool:
    """Whether the words before a name are no part of it: another province's law bears another province before it."""
    province = re.search(r"([一-鿿]{2,3}(?:省|市|自治区|县))$", before)
    return province is None or name.startswith(province[1][-3:]) or name.startswith(province[1])


def _state_off(name: str) -> str:
    return name.removeprefix(_STATE).replace("条列", "条例")


def _same(said: str, name: str) -> bool:
    """Whether both are one name but for a province left out and minor words."""
    said, name = _state_off(said), _state_off(name)
    own = _PROVINCE.match(said)
    bare = name if own else _PROVINCE.sub("", name)
    return _MINOR.sub("", said) == _MINOR.sub("", bare) and len(said) >= _MINIMUM
