"""Two versions compared: what changed is said in words, and what did not is not mentioned."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.compile import compile_document
from corpus.records import Document
from corpus.source import read_source
from corpus.versions.diff.diff import compare

OLD = """渡口县船务局内设机构
（一）办公室。负责文电、会务、机要、档案工作。
（二）船员科。负责船员培训工作；负责船员证书管理工作。
（三）船坞科。负责船坞登记、检验工作。

一、监督检查指标
日常检查：每季度不少于1次，每次不少于2名工作人员。
二、监督检查处理
无证开办船坞的，处以1万元以上3万元以下罚款。
提供虚假航线图的，责令改正。
三、期限
检查结束后，10个工作日内出具意见。
"""


@pytest.fixture
def document(tmp_path: Path):
    def make(text: str) -> Document:
        path = tmp_path / "职责.txt"
        path.write_text(text, "utf-8")
        return compile_document(read_source(path))

    return make


CASES = [
    ("上限", "3万元", "6万元", ["罚则“无证开办船坞”：罚款上限 30000 元 → 60000 元"]),
    ("改名", "船员科", "船员管理科", ["科室改名：船员科 → 船员管理科"]),
    ("指标", "每季度", "每月", ["指标“日常检查”：数值 每季度 不少于 1 次 → 每月 不少于 1 次"]),
    ("期限", "10个工作日", "15个工作日", ["10 工作日 → ", "15 工作日"]),
    ("去掉罚则", "提供虚假航线图的，责令改正。\n", "", ["去掉了罚则“提供虚假航线图”"]),
    ("加一项职责", "证书管理工作。", "证书管理工作；负责船坞安全工作。", ["新增职责“负责船坞安全工作”（科室 船员科）"]),
    (
        "职责移走",
        "档案工作。\n（二）船员科。负责船员培训工作；负责",
        "档案工作；负责船员培训工作；\n（二）船员科。负责",
        ["船员科 → 办公室"],
    ),
    ("加一条", "二、监督检查处理\n", "二、监督检查处理\n检查人员须持证上岗。\n", ["检查人员须持证上岗"]),
]


@pytest.mark.parametrize(("old", "new", "words"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_change_is_one_sentence(document, old: str, new: str, words: list[str]) -> None:
    assert old in OLD
    (found,) = compare([document(OLD)], [document(OLD.replace(old, new, 1))])
    assert all(w in found.text for w in words), found.text
    for place in (found.old, found.new):
        assert place is None or place.quote


def test_nothing_changed_is_nothing_said_wherever_it_stands(document) -> None:
    old = document(OLD)
    assert compare([old], [old]) == ()
    assert compare([old], [document("\n\n\n" + OLD)]) == ()


def test_there_and_back_names_the_same_records(document) -> None:
    old, new = document(OLD), document(OLD.replace("3万元", "6万元").replace("船员科", "船员管理科"))
    there, back = compare([old], [new]), compare([new], [old])
    assert [(d.record, d.change) for d in there] == [(d.record, d.change) for d in back]


def test_a_new_file_and_a_lost_one_are_named(document, tmp_path: Path) -> None:
    from msgspec.structs import replace

    one = document(OLD)
    other = replace(document("另一份文件的一句话。"), file="另一.txt", id="另一")
    assert "新增了文件“另一.txt”" in [d.text for d in compare([one, one], [one, one, other])]
    assert "去掉了文件“另一.txt”" in [d.text for d in compare([one, other], [one])]
