"""Comma parts of a rule's sentence, each a condition or a consequence.

Chinese penal provisions have one form: conduct with 的 (`提供虚假信息的`), then consequences that begin with a sanction
verb (`责令改正，处…罚款`), then conditions with 的 and their own consequences (`逾期不改正的，吊销…`). The kinds of sanction
are those of 《行政处罚法》第九条 and what bureaus add to them (责令改正, 追回, 暂停协议, 不予通过年审).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

SANCTION = re.compile(
    r"责令|(?:口头|书面)?警告|批评教育|通报(?:批评|相关|有关)|行政处分|(?:给予|予以)[^，；。]{0,8}处分|(?:予以|依法)(?:关闭|取缔)|没收|吊销|撤销|降低资质|暂扣"
    r"|取消(?!.{0,4}标注)|暂停|收回|追回|退还|退回|追缴|[^，；。的]{0,12}减半|扣[减除]|终止(?:拨付|协议|服务)|停止(?:拨付|执业|活动|发放|支付)|停业整顿"
    r"|不予通过|列入[^，；。]{0,12}(?:名录|名单)|记入[^，；。]{0,10}档案|行政拘留|(?:督促|要求)[^，；。]{0,12}(?:整改|改正)"
    r"|(?:移送|移交|交由|送交)[^，；。]{0,4}(?:司法|公安)|^依法(?:移送|移交)$|追究[^，；。]{0,6}刑事责任|从其规定"
    r"|(?:由|按照?|依照?|依法|报请)[^，；。责令]*(?:处罚|处理|处置)(?=$|[；。])|(?:进行|作出)(?:严肃)?处理(?=$|[；。])"
    r"|提出[^，；。]{0,8}处理意见|将《[^》]*决定书》送达|罚款|(?:按日|每日|逐日)?加收[^，；。]{0,12}滞纳金|(?:每日|按日)?[^，；。]{0,12}加处[^，；。]{0,6}罚款|(?:并|可以?|应当?|并处|处以?|处)[^，；。的]{0,16}?元|每[人名][^，；。]{0,4}\d*[^，；。]{1,8}元"
)
"""Where a measure begins; searched in a part that does not end with 的."""
_NO_SANCTION = re.compile(
    r"不予(?:行政)?处罚|不得|有权|可以申请|给予行政处罚$|赔偿责任|紧急保全|通报情况|免予|简易程序"
)
CONDITION = re.compile(
    r"^(?:但|如果?|若|对于?|因)?(?:逾期|拒不|拒绝改正|情节|没有违法所得|无违法所得|有违法所得|违法所得[^，；]{0,10}(?:元|以上|不足)|"
    r"法律、(?:行政)?法规|构成|涉嫌|尚不|违法行为构成|造成|屡教|屡次|再次|多次|首次|经责令|未作规定|后果|数额|"
    r"[一两二三四五六七八九十\d]+次(?:及)?以上|办理中|已经|仍|需要?(?:移送|移交))"
)
"""Openers of a condition on the same conduct."""
_JOINED = re.compile(
    r"(?<=的)(?=(?:由[^，；。]{2,20}?)?(?:将|要|可以?|应当?|须|一律)?(?:依法|立即)?"
    r"(?:给予|予以|责令|吊销|取消|没收|收回|退还|追回|终止|暂停|不予通过|移送|移交|报请|追究|按照?(?:有关|相关|国家)))"
)
"""Inside `情节严重的将取消…`, where no comma parts condition and consequence."""
_BARE = re.compile(
    r"^对[^，；。]+?(?:问题|行为|单位|企业|机构)(?=(?:应)?(?:按照?|依照?)(?:有关|相关|国家)[^，；。]*处理|进行处理)"
)
_ADDRESSEE = re.compile(r"^对[^的]{2,24}(?<!元)$")
_NEUTRAL = re.compile(
    r"^(?:除.*外|.*(?:如下|下列|以下)(?:规定|标准|情况|情形)?(?:分别)?(?:作出|给予|进行)?(?:处理|处罚)|(?:由[^，；。]{2,30})?(?:按照?|依照?|根据)[^，；。]*(?:规定|法规|标准|办法)|由(?:(?!移送|移交|责令|给予)[^，；。])*(?:部门|机关|机构|单位)|(?:并)?视情节轻重|(?:应当?)?依法)$"
)
_FORM_NAME = re.compile(r"《[^》]*(?<!决定书)》|（[^）]*）")
"""Names of forms and asides may hold a sanction verb (《…追回通知单》) without imposing it."""
Role = Literal["condition", "consequence", "addressee", "neutral"]


@dataclass(frozen=True, slots=True)
class Part:
    """A comma part at `[start, end)` of a tidy paragraph."""

    text: str
    start: int
    end: int
    role: Role
    after: str
    """The mark that closes it; empty at the end of the paragraph or between two joined parts."""


def parts_of(text: str, start: int = 0) -> list[Part]:
    """The comma parts of a tidy paragraph from `start` on, in order."""
    found: list[Part] = []
    for begin, end in _cuts(text, start):
        for a, b in _joined(text, begin, end):
            words = text[a:b]
            after = text[end : end + 1] if b == end else ""
            found.append(Part(words, a, b, _role(words), after))
    return found


def _role(words: str) -> Role:
    if words.endswith("的") or words.endswith("的行为"):
        return "condition"
    if _NEUTRAL.match(words):
        return "neutral"
    if _ADDRESSEE.match(words) and not SANCTION.search(words):
        return "addressee"
    if SANCTION.search(_FORM_NAME.sub("", words)) and not _NO_SANCTION.search(words):
        return "consequence"
    return "condition"


def _cuts(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Ranges between ，；。： outside brackets and quotation marks."""
    depth, begin = 0, start
    for i in range(start, len(text)):
        c = text[i]
        depth = max(0, depth + (c in "《（(“") - (c in "》）)”"))
        if depth == 0 and c in "，；。：,;:！" and not _in_a_number(text, i):
            if i > begin:
                yield begin, i
            begin = i + 1
    if begin < len(text):
        yield begin, len(text)


def _in_a_number(text: str, i: int) -> bool:
    """Whether the mark at `i` parts the thousands of a figure (`5,000元`)."""
    return text[i] == "," and text[i - 1 : i].isdigit() and text[i + 1 : i + 2].isdigit()


def _joined(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A part, cut where a condition runs on into its consequence without a comma."""
    words = text[start:end]
    bare = _BARE.match(words)
    cut = bare.end() if bare else 0
    if not cut:
        found = _JOINED.search(words)
        cut = found.start() if found and not words.endswith("的") else 0
    if 0 < cut < len(words):
        yield start, start + cut
        yield start + cut, end
    else:
        yield start, end
