"""What does not fit an inspection is refused before it is stored, with a sentence that says what to do."""

from __future__ import annotations

import msgspec
import pytest

from assistant.inspection import events as e
from assistant.inspection.admission import MAX_TEXT, admit
from assistant.inspection.chain import encode
from assistant.inspection.errors import InspectionError, RefusedError
from assistant.inspection.state import fold
from assistant.inspection.words import Evidence, MatchedViolation, Unit

FOUND = e.Found(item="甲", finding="符合")
VIOLATION = MatchedViolation(document="d", penalty=0, text="无证开船坞")
BAD_FILE = Evidence(name="x", sha256="A" * 64, size=1, media_type="image/png")

REFUSED = [
    ((), FOUND, "没有这次检查"),
    ((FOUND,), e.Found(item="丁", finding="符合"), "没有“丁”这一项"),
    ((FOUND,), e.Noted(text="x", item="丁"), "没有“丁”这一项"),
    ((FOUND,), e.Moved(cursor="丁"), "没有“丁”这一项"),
    ((FOUND,), e.Corrected(of=9), "没有第 9 条"),
    ((FOUND,), e.Corrected(of=1), "没有第 1 条"),
    ((FOUND,), e.Corrected(of=2, by=e.Noted(text="x")), "不是同一类"),
    ((FOUND,), e.Corrected(of=2, by=e.Found(item="丁", finding="符合")), "没有“丁”这一项"),
    ((FOUND,), e.Found(item="甲", finding="符合", violations=(VIOLATION,)), "只有不符合"),
    ((FOUND,), e.Found(item="甲", finding="符合", note="长" * (MAX_TEXT + 1)), "超过 4000 个字"),
    ((FOUND,), e.Noted(text="  "), "空的"),
    ((FOUND,), e.EvidenceAdded(evidence=BAD_FILE), "校验值"),
    ((FOUND,), e.PaperMade(kind="表", sha256=""), "校验值"),
    ((), e.Amended(kind="专项"), "没有这次检查"),
    ((FOUND,), e.Amended(), "没有写要改什么"),
    ((FOUND,), e.Amended(unit=Unit(name=" ")), "没有填写被检查单位的名称"),
    ((FOUND,), e.Amended(inspectors=()), "没有填写检查人员"),
    ((e.Finished(),), e.Amended(kind="专项"), "先重新打开"),
    ((FOUND,), e.Resumed(), "没有暂停"),
    ((FOUND,), e.Reopened(), "还没有结束"),
    ((e.Paused(),), e.Paused(), "已经暂停"),
    ((e.Finished(),), FOUND, "先重新打开"),
    ((e.Finished(),), e.Finished(), "先重新打开"),
]


@pytest.mark.parametrize(("before", "event", "words"), REFUSED)
def test_refused_with_a_sentence(before, event: e.Event, words: str, begun: e.Begun, write) -> None:
    state = fold(write(*((("zhang", x) for x in (begun, *before)) if before else ())))
    with pytest.raises(RefusedError, match=words):
        admit(state, event)


ADMITTED = [
    ((e.Paused(),), FOUND),
    ((e.Finished(),), e.Reopened()),
    ((e.Finished(),), e.PaperMade(kind="表", sha256="a" * 64)),
    ((e.Finished(),), e.Shared(account="wang")),
    ((FOUND, e.Corrected(of=2)), e.Corrected(of=2, by=FOUND)),
    ((FOUND,), e.Found(item="丙", finding="不符合", violations=(VIOLATION,))),
]


@pytest.mark.parametrize(("before", "event"), ADMITTED)
def test_admitted(before, event: e.Event, begun: e.Begun, write) -> None:
    admit(fold(write(*(("zhang", x) for x in (begun, *before)))), event)


def test_an_inspection_begins_once_and_complete(begun: e.Begun, write) -> None:
    replace = msgspec.structs.replace
    admit(None, begun)
    for bad, words in (
        (replace(begun, unit=Unit(name=" ")), "被检查单位"),
        (replace(begun, inspectors=()), "检查人员"),
        (replace(begun, kind=""), "检查类型"),
        (replace(begun, regime=replace(begun.regime, items=())), "没有检查事项"),
        (replace(begun, regime=replace(begun.regime, items=begun.regime.items * 2)), "重复"),
    ):
        with pytest.raises(RefusedError, match=words):
            admit(None, bad)
    with pytest.raises(RefusedError, match="已经开始"):
        admit(fold(write(("zhang", begun))), begun)


def test_half_a_character_cannot_be_stored() -> None:
    with pytest.raises(InspectionError, match="无法保存的字符"):
        encode(e.Noted(text="\ud83d"))
