"""The number lock for words that a model wrote: stricter than for the program's own, since nothing in them is known good.

Beside numbers, figures in words, articles and 《laws》, every name that looks like an office or a law must stand in a
source, and every large numeral, with or without a unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.verify import LockError, Sources, bare, prove_text

_LARGE = re.compile(r"[零〇一二两三四五六七八九十]*[百千万亿][零〇一二两三四五六七八九十百千万亿]*")
_OFFICE = re.compile(
    r"[一-鿿]{1,14}(?:股|科|室|所|局|处|中心|大队|支队|委员会|服务站|窗口)(?![一-鿿]?(?:得|谓|有|以|长))"
)
_LAW = re.compile(r"[一-鿿]{1,24}(?:法|条例|办法|细则|规定|通知|意见)(?=第|规定|的规定|》|，|,|。|$)")
_APART = re.compile(
    r"[的和与或在给您你请找到去由向是归及为对把被从跟按照依据根据属于联系咨询前往负责办理受理可以应当需要直接先再将会有要让这该本各其]"
)
"""Characters at which a name can begin anew: what stands after the last of them is the name."""
_GENERIC = frozenset(
    [
        "科室",
        "股室",
        "部门",
        "局",
        "所",
        "科",
        "股",
        "处",
        "室",
        "场所",
        "中心",
        "窗口",
        "事务所",
        "关规定",
        "相关规定",
        "有关规定",
        "规定",
        "办法",
        "方法",
        "看法",
        "想法",
        "做法",
        "违法",
        "合法",
        "执法",
        "依法",
        "守法",
        "非法",
        "司法",
        "国家规定",
        "上述规定",
        "以上规定",
        "具体规定",
        "通知",
        "意见",
        "处",
        "之处",
        "好处",
        "用处",
        "到处",
        "多处",
        "一处",
    ]
)


def prove_words(text: str, sources: Sources, names: Iterable[str]) -> None:
    """Raise LockError for the first thing in a model's sentence that its sources do not prove."""
    prove_text(text, sources)
    for name in names:
        if name in text and bare(name) not in sources.text:
            raise LockError(f"section {name}")
    for pattern, kind in ((_OFFICE, "office"), (_LAW, "law")):
        for m in pattern.finditer(text):
            name = _APART.split(m.group())[-1]
            if len(name) > 1 and name not in _GENERIC and bare(name) not in sources.text:
                raise LockError(f"{kind} {name}")
    for m in _LARGE.finditer(text):
        if len(m.group()) > 1 and m.group() not in sources.text and not sources.proves_spelt(m.group()):
            raise LockError(f"numeral {m.group()}")
