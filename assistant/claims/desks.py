"""Who is said to handle what: a section or department named with a word of responsibility, and the task beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.act.section import is_short_for

_TAIL = r"(?:股|科室|科|所|局|中心|办公室|大队|支队|站|办事处|窗口|部门|联合会|联|机关)"
_LETTER = r"(?:(?![由到去找向归请是为对把将与和])[一-鿿])"
_DOES = r"(?:统一|具体|主要|牵头|直接|专门|会同[^，。；]{2,12}|依法)?(?:负责(?!人)|承办|承担|办理|受理|主管|分管|经办|管理|审批|审核|审查|初审|复审|核准|发放|征收|征缴|收取|组织|举办|认定|鉴定|开展|处理|监督|管)"
_TO = r"(?:请到|请去|请找|可到|可去|可找|到|去|找|向|联系|咨询|前往|交给|报送?)"
_GOES = r"(?:办|申|咨|领|提|登|反|投|递|缴|查|询|，|。|；|$|了解|报|窗口|的)"
_RULES = r"(?:主管|责任|承办|负责|受理|牵头|经办|办理|联系|咨询)(?:科室|股室|部门|单位|机构|地点|窗口)?(?:是|为|：)"
_HELPED = re.compile(r"(?:协助|配合|会同|联合)(?:市|县|省|区)?$")
_OURS = re.compile(
    r"^(?:并|协助|配合|会同|联合|同时|市|县|省|区)+(?=..)|^(?:我|本|你|该|县|市|区)?(?:人社|人力资源和社会保障)?局(?:的|下属|内设)?(?=..)|^(?:我|本)(?=[局县市])"
)
_GENERIC_DOES = r"(?:统一|具体|主要|牵头|直接|专门)?(?:负责|承办|承担|办理|受理|主管|分管|经办|组织|开展|管理(?=$)|管)"
_FILL = re.compile(
    rf"{_TO}$|(?:由|归|属于?|请)$|^{_GENERIC_DOES}|(?<=..){_GENERIC_DOES}$|^的|的?(?:主管|责任|承办|负责|受理|牵头|经办)?(?:科室|股室|部门|单位|机构)(?:是|为|：)?$|(?:工作|业务|事项|事宜|手续|问题)$|^(?:办理|申请|咨询|关于|有关|对于?|其中|目前|另外|同时|我县|全县|我局|本局)"
)
_NOT_AN_OFFICE = re.compile(r"(?:场|诊|住|会|交易|研究|派出|事务)所$|^(?:国务院|省|县?级以上|上级|报|经|必须)|^..$")
"""Names that end like an office's without being one that a bureau's registry could list."""
_NOT_A_DESK = re.compile(
    r"^(?:有关|相关|各|其他|上级|主管|县级以上|所在|当地|该|哪个|什么|多个|几个|几|工作|业务|同一|对口|具体|用人|同级|行政|监督|执法|定点)"
)
_LABEL = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、．.])+")


_WHOLE = 4
"""Characters from which what is done is told without the part before."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A section or department at `[start, end)` and the task it is given."""

    name: str
    department: bool
    task: str
    """Empty where the statement names none."""
    start: int
    end: int


@dataclass(frozen=True)
class DeskFinder:
    """Finds them in texts about one bureau."""

    sections: tuple[str, ...]
    departments: tuple[str, ...]
    bureau: str

    @cached_property
    def _forms(self) -> tuple[re.Pattern[str], ...]:
        known = sorted({*self.sections, *self.departments}, key=lambda n: (-len(n), n))
        listed = "|".join(map(re.escape, known)) or "(?!)"
        name = rf"(?P<name>{listed}|{_LETTER}{{1,14}}?{_TAIL})"
        return tuple(
            re.compile(form)
            for form in (
                rf"(?:由|归|属于?)(?P<name>{listed})",
                rf"(?:由|归|属于?){name}(?=[（(]|{_DOES}|[，。；]|$|来|的)",
                rf"{_TO}{name}(?={_GOES})",
                rf"{_RULES}{name}(?=[，。；（(]|$)",
                rf"(?:^|(?<=[，。；：、]))(?:[（(]?[一二三四五六七八九十\d]{{1,3}}[)）、．.])?{name}(?={_DOES})",
            )
        )

    def find(self, text: str) -> Iterator[Desk]:
        """Every section or department named as handling something, left to right."""
        kept: list[tuple[int, int]] = []
        for form in self._forms:
            for m in form.finditer(text):
                place = self._place(m)
                if not any(place[0] < b and a < place[1] for a, b in kept):
                    kept.append(place)
        kept.sort()
        for i, (start, end) in enumerate(kept):
            name = text[start:end]
            listed = name in self.sections or name in self.departments
            if _NOT_A_DESK.match(name) or _HELPED.search(text[:start]):
                continue
            if not listed and _NOT_AN_OFFICE.search(name) and not self._short(name):
                continue
            before = kept[i - 1][1] if i else 0
            after = kept[i + 1][0] if i + 1 < len(kept) else len(text)
            ours = name in self.sections or any(is_short_for(name, s) for s in self.sections)
            department = not ours and _is_department(name, self.departments, self.bureau)
            yield Desk(name, department, _task(text, start, end, before, after), start, end)

    def _short(self, name: str) -> bool:
        """Whether a name is one that the documents list, in short (残联)."""
        return any(name[0] == d[0] and name[-1] in d for d in (*self.sections, *self.departments))

    def _place(self, m: re.Match[str]) -> tuple[int, int]:
        """The name's range: a section's full name where one stands there, without `我局`, `县人社局` before it."""
        start, end = m.span("name")
        inside = [s for s in self.sections if s in m["name"]]
        if inside:
            at = m.string.index(max(inside, key=len), start)
            return at, at + len(max(inside, key=len))
        ours = _OURS.match(m["name"])
        return (start + ours.end() if ours and m["name"][ours.end() :] else start), end


def _is_department(name: str, departments: tuple[str, ...], bureau: str) -> bool:
    """Whether a name is one of another authority (or the bureau itself), not of a section."""
    return (
        name in departments
        or name == bureau
        or any(is_short_for(name, d) for d in departments)
        or re.search(
            r"(?:部门|机关|联合会|残联|委员会)$|(?:税务|财政|民政|医保|医疗保障|市场监管|市场监督管理|公安|教育|卫健|卫生健康|人社|人力资源和社会保障|审计|司法|发改|工信)局$",
            name,
        )
        is not None
    )


def _task(text: str, start: int, end: int, before: int, after: int) -> str:
    """What the name is given to do: the words of its own comma part, else of the part before, else of the one behind."""
    left = max(text.rfind(mark, before, start) for mark in "，；。：") + 1
    left = max(left, before)
    right = min((i for mark in "，；。" if (i := text.find(mark, end)) >= 0), default=len(text))
    own = _bare(text[left:start]) + _bare(text[end : min(right, after)])
    earlier = _bare(text[before : max(left - 1, before)].replace("：", "，"))
    if len(own) >= _WHOLE or (len(own) >= 2 and len(earlier) < 2):
        return own
    if len(own) >= 2:
        return f"{earlier}，{own}"  # 拖欠工资的，…投诉
    if len(earlier) >= 2:
        return earlier
    return _bare(text[end:after].lstrip("，")) if right < after else ""


def _bare(words: str) -> str:
    words = _LABEL.sub("", words)
    previous = ""
    while words != previous:
        previous = words
        words = _FILL.sub("", words.strip("，。；：、 “”（）()"))
    return words
