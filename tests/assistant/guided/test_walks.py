"""Each regime walked from 开始检查 to the papers in conversation; the same over a changed copy of the document."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import docx
import pytest

from assistant.assistant import Assistant
from assistant.inspection.checklists import Checklists
from assistant.planning.checks import checks_of

Build = Callable[[dict[str, str]], Assistant]
UNIT = "大河第三单位有限公司"
CHANGES = {
    "劳务派遣": "船员外派",
    "人力资源服务": "灯塔看护服务",
    "加班工资": "潮汐津贴",
    "押金": "缆绳钱",
    "五千元以上\n一万元以下": "六千元以上八千元以下",
    "一万元以上三万元以下": "四万元以上六万元以下",
    "不少于30%": "不少于45%",
}
"""Other names, items and figures."""


def words_of(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = (c.text for t in document.tables for row in t.rows for c in row.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def walk(desk: Any, index: int) -> None:
    held = Checklists(desk.assistant.knowledge).all[index]
    title, items = held.checklist.title, held.checklist.items
    kind = next(c.name for c in checks_of(held.document, held.regime) if c.indicator)
    say = desk.talk()
    opened = say(f"开始检查{UNIT}，{title}，{kind}")
    assert opened.inspection, opened.text
    assert (opened.inspection.unit, opened.inspection.regime) == (UNIT, title)
    assert opened.steps[0].text[:20] == items[0].text[:20]
    say("这一项符合")
    wanting = say("下一项") and say("这一项不符合，现场有3处与规定不一致")
    assert wanting.citations and "整改" in wanting.text
    stands = [p for p in held.document.penalties if p.regime == held.regime.index]
    assert {p.violation for p in wanting.penalties} <= {p.violation for p in stands}
    chosen = [o for o in wanting.options if o.startswith("属于")]
    if chosen:
        text = chosen[0].removeprefix("属于“").removesuffix("”")
        assert [p.violation for p in say(chosen[0]).penalties] == [text] * sum(p.violation == text for p in stands)
    asked = say("劳务派遣每月要查几家")
    assert asked.inspection is None and asked.intent != "checklist"
    say("剩下的都符合")
    assert say("还剩几项").text.startswith("全部事项")
    ended = say("结束检查")
    assert ended.inspection and ended.inspection.status == "已结束"
    for what, kind_of in (("生成记录", "record"), ("生成整改意见书", "correction"), ("生成决定书", "decision")):
        made = say(what)
        assert made.inspection, made.text
        paper = next(p for p in made.inspection.papers if p.kind == kind_of)
        text = words_of(desk.office.store.files.read(paper.sha256))
        assert UNIT in text and paper.title in text and paper.title in made.text
        assert "现场有3处与规定不一致" in text
        if "【待填" in text:
            assert "留空待填" in made.text
    state = desk.state(ended)
    assert [i.finding for i in state.items].count("不符合") == 1
    assert not state.unchecked and {p.kind for p in state.papers} == {"record", "correction", "decision"}
    assert desk.office.store.check().sound


@pytest.mark.parametrize("index", range(8))
def test_a_regime_from_start_to_papers(light_desk: Any, index: int) -> None:
    walk(light_desk, index)


def test_on_both_databases(desk: Any) -> None:
    walk(desk, 3)


def test_the_same_over_a_changed_document(
    build: Build, shipped_text: str, over: Callable[..., AbstractContextManager[Any]]
) -> None:
    text = shipped_text
    for old, new in CHANGES.items():
        text = text.replace(old, new)
    assistant = build({"船政.txt": text})
    with over(assistant) as desk:
        for index in range(8):
            walk(desk, index)
        assert "灯塔看护服务" in desk.talk()(f"开始检查{UNIT}，灯塔看护服务机构，日常检查").text
