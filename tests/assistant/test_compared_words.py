"""What changes in an answer is said in figures, not by the kind of thing that changes."""

from __future__ import annotations

from assistant.answer import Figure, FineAnswer, PenaltyAnswer
from assistant.compared_words import figure_changes, penalty_changes


def fined(low: int | None, high: int | None, violation: str = "无证摆渡") -> PenaltyAnswer:
    fine = FineAnswer(kind="range", min_yuan=low, max_yuan=high, per=None, min_times=None, max_times=None, base=None)
    return PenaltyAnswer(violation=violation, law="", article="", item="", fine=fine, citation=1)


def share(value: int, label: str = "抽查面") -> Figure:
    return Figure(label=label, value=value, unit="%", relation=">=", citation=1)


def test_bounds_of_fines() -> None:
    assert penalty_changes([fined(10000, 30000)], [fined(10000, 60000)]) == ["罚款上限 30000 元 → 60000 元"]
    assert penalty_changes([fined(None, 500)], [fined(200, 500)]) == ["罚款下限 没有写 → 200 元"]
    assert penalty_changes([fined(1, 2)], [fined(1, 2), fined(1, 2, "超载")]) == ["处罚新增“超载”"]
    assert penalty_changes([fined(1, 2)], []) == ["处罚去掉“无证摆渡”"]


def test_what_is_no_amount_is_named_by_its_kind() -> None:
    stricter = fined(1, 2).model_copy(update={"measures": ["吊销许可证"]})
    assert penalty_changes([fined(1, 2)], [stricter]) == ["处罚"]


def test_figures_by_their_label() -> None:
    assert figure_changes([share(30)], [share(40)]) == ["抽查面 30 % → 40 %"]
    many = figure_changes([share(n, f"第{n}项") for n in range(5)], [share(n + 9, f"第{n}项") for n in range(5)])
    assert many[-1] == "等 5 处"
