"""Every penalty that is read out of a document can be worded and proved: none is denied for want of a citation."""

from __future__ import annotations

from collections.abc import Callable

from assistant.assistant import Assistant

Build = Callable[[dict[str, str]], Assistant]

_REGULATION = """# 甲省劳动监察条例

第一条 为了保护劳动者，制定本条例。

第二条 用人单位扣押劳动者证件的，由劳动保障行政部门责令退还；逾期不退还的，按每证处以三百元罚款。

第三条 用人单位有下列行为之一的，由劳动保障行政部门对用人单位处以三千元以上九千元以下罚款：

（一）阻挠监察人员检查的；

（二）隐匿、毁灭证据的。
"""


def test_a_regulation_that_is_its_own_law_is_answered_from(build: Build) -> None:
    answer = build({"条例.txt": _REGULATION}).ask("用人单位阻挠监察人员检查罚多少")
    assert answer.intent == "penalty"
    assert "《甲省劳动监察条例》第三条（一）" in answer.text
    assert (answer.penalties[0].fine.min_yuan, answer.penalties[0].fine.max_yuan) == (3000, 9000)


def test_an_amount_for_each_document_is_not_the_whole_fine(build: Build) -> None:
    answer = build({"条例.txt": _REGULATION}).ask("用人单位扣押劳动者证件3张，逾期不退还，拟罚900元可以吗")
    assert "每证 300 元" in answer.text
    assert "超出上限" not in answer.text
