"""Each check, holding and failing, on small made-up answers."""

from typing import Any

import pytest

from assistant.answer import Answer, Citation, Figure, FineAnswer, FineTotal, PenaltyAnswer, SectionRef, Step, Warning
from evals.case import Case, Expectation
from evals.score import evaluate, failures

SOURCES = {"a.txt": "无证开船坞的，处三百元以上七百元以下罚款。每月不少于 3 次。"}


def answer(**changed: Any) -> Answer:
    fields: dict[str, Any] = {"question": "问", "id": "c", "status": "answered", "intent": "other", "text": ""}
    return Answer(**{**fields, **changed})


def penalty(total: FineTotal | None = None, **fine: Any) -> PenaltyAnswer:
    return PenaltyAnswer(
        violation="无证开船坞",
        law="",
        article="",
        item="",
        fine=FineAnswer(**{"kind": "range", **fine}),
        fine_total=total,
        citation=None,
    )


def citation(quote: str, start: int = 0) -> Citation:
    return Citation(
        n=1,
        document="a",
        title="甲",
        path=[],
        quote=quote,
        file="a.txt",
        sha256="",
        start=start,
        end=start + len(quote),
    )


QUOTE = citation("每月不少于 3 次", SOURCES["a.txt"].index("每月"))
RANGE = penalty(min_yuan=300, max_yuan=700, per="person")
UPPER = penalty(max_yuan=700)
TIMES = penalty(kind="multiple", min_times=1, max_times=5)
NONE = penalty(kind="none")
TOTAL = penalty(FineTotal(min_yuan=600, max_yuan=1400, working="300 × 2"), min_yuan=300, max_yuan=700)
SECTIONS = [
    SectionRef(name="船员科", role="主办", citation=None),
    SectionRef(name="船坞科", role="配合", citation=None),
]

TABLE: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("status among those allowed", {"status": ["clarify", "answered"]}, {}, True),
    ("status not allowed", {"status": ["clarify"]}, {}, False),
    ("first section", {"sections_any": ["船员科"]}, {"sections": SECTIONS}, True),
    ("only the first section counts", {"sections_any": ["船坞科"]}, {"sections": SECTIONS}, False),
    ("no section at all", {"sections_any": ["船员科"]}, {}, False),
    ("range", {"fine": [300, 700]}, {"penalties": [NONE, RANGE]}, True),
    ("another range", {"fine": [300, 800]}, {"penalties": [RANGE]}, False),
    ("0 stands for only an upper bound", {"fine": [0, 700]}, {"penalties": [UPPER]}, True),
    ("only an upper bound is not a range", {"fine": [300, 700]}, {"penalties": [UPPER]}, False),
    ("per person", {"fine": [300, 700], "per": "person"}, {"penalties": [RANGE]}, True),
    ("not per person", {"fine": [0, 700], "per": "person"}, {"penalties": [UPPER]}, False),
    ("multiple", {"multiple": [1, 5]}, {"penalties": [TIMES]}, True),
    ("another multiple", {"multiple": [2, 5]}, {"penalties": [TIMES]}, False),
    ("total", {"total": [600, 1400]}, {"penalties": [TOTAL]}, True),
    ("another total", {"total": [600, 700]}, {"penalties": [TOTAL]}, False),
    ("no total", {"total": [600, 1400]}, {"penalties": [RANGE]}, False),
    ("no amount", {"no_fine_amount": True}, {"penalties": [NONE], "text": "责令改正"}, True),
    ("amount in a penalty", {"no_fine_amount": True}, {"penalties": [RANGE]}, False),
    ("multiple in a penalty", {"no_fine_amount": True}, {"penalties": [TIMES]}, False),
    ("money in the text", {"no_fine_amount": True}, {"text": "罚五百 元"}, False),
    ("figure as a value", {"figures": [3]}, {"figures": [{"label": "", "value": 3.0}]}, True),
    ("figure in digits", {"figures": [3]}, {"text": "每月 3 次", "citations": [QUOTE]}, True),
    ("figure in Chinese", {"figures": [12]}, {"text": "每年十二次"}, True),
    ("两 is two", {"figures": [2]}, {"text": "两次"}, True),
    ("figure missing", {"figures": [3, 4]}, {"text": "三次"}, False),
    ("3 is not in 13", {"figures": [3]}, {"text": "13 次", "question": "13 次？"}, False),
    ("some words", {"text_any": ["乙", "甲 科"]}, {"text": "找甲\n科"}, True),
    ("none of the words", {"text_any": ["乙"]}, {"text": "甲"}, False),
    ("all words", {"text_all": ["甲", "乙|丙"]}, {"text": "甲丙"}, True),
    ("not all words", {"text_all": ["甲", "乙"]}, {"text": "甲"}, False),
    ("forbidden words absent", {"text_not": ["乙"]}, {"text": "甲"}, True),
    ("forbidden words", {"text_not": ["乙", "甲"]}, {"text": "甲"}, False),
    ("quote, blanks ignored", {"quote": "不少于3次"}, {"citations": [QUOTE]}, True),
    ("another quote", {"quote": "不少于4次"}, {"citations": [QUOTE]}, False),
    ("enough steps", {"steps_min": 1}, {"steps": [Step(n=1, text="查", citation=None)]}, True),
    ("too few steps", {"steps_min": 2}, {"steps": [Step(n=1, text="查", citation=None)]}, False),
    ("option offered", {"options_any": ["甲"]}, {"options": ["找甲科"]}, True),
    ("option in the text", {"options_any": ["甲"]}, {"text": "甲还是乙"}, True),
    ("option missing", {"options_any": ["甲"]}, {"options": ["乙"]}, False),
    ("warning", {"warning": True}, {"warnings": [Warning(code="x", text="缺数字")]}, True),
    ("no warning", {"warning": True}, {}, False),
    ("no telephone", {"no_digits_phone": True}, {"text": "没有电话"}, True),
    ("telephone", {"no_digits_phone": True}, {"text": "1234 567", "question": "1234 567"}, False),
    ("number from the question", {}, {"text": "45 家", "question": "45 家"}, True),
    ("number from nowhere", {}, {"text": "45 家"}, False),
    ("number from a fine, in 万", {}, {"text": "罚 0.07 万", "penalties": [RANGE]}, True),
    ("number from a total's working", {}, {"text": "300 × 2 = 600", "penalties": [TOTAL]}, True),
    ("number of a quote in Chinese", {}, {"text": "300", "citations": [citation("无证开船坞的，处三百元")]}, True),
    ("citation marks are no numbers", {}, {"text": "甲[1]（2）第3条\n4、乙"}, True),
    ("step numbers are no numbers", {}, {"text": "步骤 1", "steps": [Step(n=1, text="查", citation=None)]}, True),
    ("verbatim", {}, {"citations": [QUOTE]}, True),
    ("not verbatim", {}, {"citations": [citation("每月")]}, False),
    ("unknown file", {}, {"citations": [QUOTE.model_copy(update={"file": "b.txt"})]}, False),
]


def figures(fields: dict[str, Any]) -> dict[str, Any]:
    """Fills in what a figure needs besides label and value."""
    made = [Figure(**f, unit="", relation="=", citation=None) for f in fields.get("figures", [])]
    return {**fields, "figures": made}


@pytest.mark.parametrize(("why", "expect", "given", "holds"), TABLE, ids=[row[0] for row in TABLE])
def test_check(why: str, expect: dict[str, Any], given: dict[str, Any], holds: bool):
    case = Case(id="c", kind="route", audience="citizen", q="问", expect=Expectation.model_validate(expect))
    assert (failures(case, answer(**figures(given)), SOURCES) == ()) is holds, why


def test_without_the_sources_a_quote_must_at_least_not_be_empty():
    case = Case(id="c", kind="route", audience="citizen", q="问", expect=Expectation())
    assert failures(case, answer(citations=[citation("别处")]), None) == ()
    assert failures(case, answer(citations=[citation("")]), None) == ("empty quote",)


def test_a_case_without_an_answer_fails():
    case = Case(id="c", kind="route", audience="citizen", q="问", expect=Expectation())
    assert [v.failures for v in evaluate([case], {}, None)] == [("no answer",)]
    assert evaluate([case], {"c": answer()}, None)[0].passed
