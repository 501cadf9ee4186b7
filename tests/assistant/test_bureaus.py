"""Several bureaus' documents at once: sections within their bureau, both named, limits, documents that differ."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from assistant.answer import Answer, Warning
from assistant.assistant import Assistant
from assistant.bootstrap import build_assistant
from assistant.branches import BureauError
from assistant.conversation.turn import Turn
from assistant.settings import Settings
from assistant.verify import LockError, verify_added

DUTIES = """渡口县人力资源和社会保障局内设机构
（一）办公室。负责文电、会务、机要、档案工作。
（二）仲裁科。负责劳动人事争议调解仲裁工作；负责追讨农民工工资。
"""
RULES = """渡口县船坞管理办法
一、处理
无证开办船坞的，处以1万元以上3万元以下罚款。
"""
ABOVE = """大江省船坞管理条例
一、处理
无证开办船坞的，处以2万元以上5万元以下罚款。
"""
QUESTION = "劳动仲裁找哪个科室"


@pytest.fixture
def over(tmp_path: Path):
    def build(**files: str) -> Assistant:
        for name, text in files.items():
            path = tmp_path / "documents" / f"{name.replace('__', '/')}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return build_assistant(Settings(corpus=tmp_path / "documents", home=tmp_path / "home"))

    return build


@pytest.fixture
def two(over) -> Assistant:
    return over(
        甲__职责=DUTIES,
        乙__职责=DUTIES.replace("渡口县", "河湾县").replace("仲裁科", "调解仲裁股").replace("办公室。", "综合股。"),
        乙__制度=RULES.replace("渡口县", "河湾县"),
    )


def names(answer: Answer) -> list[str]:
    return [s.name for s in answer.sections]


def test_both_answer_by_name(two: Assistant) -> None:
    answer = two.ask(QUESTION)
    assert set(names(answer)) == {"仲裁科", "调解仲裁股"}
    assert answer.text.count("【") == 2
    assert answer.bureau is None
    for section in answer.sections:
        cited = answer.citations[section.citation - 1]
        assert cited.n == section.citation
        assert section.name in cited.quote
    assert [c.n for c in answer.citations] == list(range(1, len(answer.citations) + 1))


def test_the_only_one_that_answers_is_named_in_the_text(two: Assistant) -> None:
    answer = two.ask("无证开办船坞怎么处罚")
    assert answer.penalties
    assert answer.bureau == "河湾县人力资源和社会保障局"
    assert answer.text.startswith("【河湾县人力资源和社会保障局】")


def test_a_word_of_one_bureau_may_be_the_name_of_another_bureaus_section(over) -> None:
    """`档案` is work of one office and the name of another's section: each part is proved by its own documents."""
    assistant = over(
        甲__职责=DUTIES,
        乙__职责="河湾县人力资源和社会保障局内设机构\n（一）档案股。负责文电、会务、机要工作。\n（二）仲裁股。负责劳动人事争议调解仲裁工作。\n",
    )
    answer = assistant.ask("会务工作哪个科室负责")
    assert set(names(answer)) == {"办公室", "档案股"}
    assert answer.text.count("【") == 2


@pytest.mark.parametrize(
    ("question", "bureau", "name"),
    [(QUESTION, "甲", "仲裁科"), (QUESTION, "河湾县人力资源和社会保障局", "调解仲裁股"), (QUESTION, "河湾县", "调解仲裁股"),
     ("河湾县" + QUESTION, None, "调解仲裁股"), ("河湾这边" + QUESTION, None, "调解仲裁股"), ("渡口县" + QUESTION, None, "仲裁科")],
)  # fmt: skip
def test_one_bureau_is_asked(two: Assistant, question: str, bureau: str | None, name: str) -> None:
    answer = two.ask(question, bureau=bureau)
    assert names(answer) == [name]
    assert answer.bureau is not None
    assert {c.file.split("/")[0] for c in answer.citations} == {"甲" if name == "仲裁科" else "乙"}


def test_the_only_one_that_answers_is_named(two: Assistant) -> None:
    answer = two.ask("无证开办船坞怎么处罚")
    assert answer.bureau == "河湾县人力资源和社会保障局"
    assert answer.penalties[0].fine.max_yuan == 30000
    assert two.ask("无证开办船坞怎么处罚", bureau="甲").status != "answered"


def test_a_bureau_that_there_is_not(two: Assistant, over) -> None:
    with pytest.raises(BureauError, match="河湾县人力资源和社会保障局"):
        two.ask(QUESTION, bureau="丙")


def test_one_bureau_is_as_before(over) -> None:
    answer = over(职责=DUTIES).ask(QUESTION)
    assert names(answer) == ["仲裁科"]
    assert answer.bureau is None
    assert "【" not in answer.text


def test_conversations_go_on_within_each_bureau_and_in_the_store(two: Assistant, tmp_path: Path) -> None:
    first = two.ask(QUESTION, session="s", bureau="甲")
    assert names(first) == ["仲裁科"]
    later = two.ask("他们电话多少", session="s", bureau="甲")
    assert later.read_as == "仲裁科电话多少"
    assert two.conversation is not None
    kept = two.conversation.memory.last("s")
    assert kept is not None and set(kept.of_bureaus) == {"甲"}
    assert msgspec.json.decode(msgspec.json.encode(kept), type=Turn) == kept
    two.ask(QUESTION, session="s", bureau="乙")
    both = two.conversation.memory.last("s")
    assert both is not None and set(both.of_bureaus) == {"甲", "乙"}
    again = build_assistant(Settings(corpus=tmp_path / "documents", home=tmp_path / "home"), two.conversation.memory)
    assert again.ask("他们电话多少", session="s", bureau="乙").read_as == "调解仲裁股电话多少"


def test_a_conversation_that_the_caller_keeps_is_read_within_each_bureau(two: Assistant) -> None:
    assert two.converse([QUESTION, "他们电话多少"], bureau="乙").read_as == "调解仲裁股电话多少"
    assert two.converse(["他们电话多少"], bureau="乙").read_as is None, "nothing of the caller before is remembered"


def test_a_document_whose_last_day_has_passed_is_said_to_have_expired(over) -> None:
    ends = "\n二、附则\n本办法自2019年3月1日起施行，有效期五年。\n"
    assistant = over(办法=RULES + ends)
    (warning,) = [w for w in assistant.ask("无证开办船坞怎么处罚").warnings if w.code == "document-expired"]
    assert "《渡口县船坞管理办法》写明“自2019年3月1日起施行”" in warning.text
    answer = assistant.ask("无证开办船坞怎么处罚", as_of=date(2024, 3, 1))
    cited = {c.n: c.quote for c in answer.citations}
    (warning,) = [w for w in answer.warnings if w.code == "document-expired"]
    assert warning.citation is not None and "有效期五年" in cited[warning.citation]
    in_time = assistant.ask("无证开办船坞怎么处罚", as_of=date(2024, 2, 29))
    assert not [w for w in in_time.warnings if w.code == "document-expired"]


def test_a_warning_that_nothing_proves_is_not_added(over) -> None:
    assistant = over(办法=RULES)
    answer = assistant.ask("无证开办船坞怎么处罚")
    for text, citation in (("《别处条例》写 7 万元。", 1), ("写 7 万元。", 1), ("写法不同。", None)):
        grown = answer.model_copy(
            update={"warnings": [*answer.warnings, Warning(code="x", text=text, citation=citation)]}
        )
        with pytest.raises(LockError):
            verify_added(answer, grown, assistant.corpus)


def test_talk_is_said_once(two: Assistant) -> None:
    assert two.ask("你好").text.count("您好") == 1


def test_documents_that_differ_are_shown_with_both_places(over) -> None:
    answer = over(办法=RULES, 条例=ABOVE).ask("无证开办船坞怎么处罚")
    (warning,) = [w for w in answer.warnings if w.code == "documents-differ"]
    for words in ("10000至30000元", "20000至50000元", "《大江省船坞管理条例》层级较高"):
        assert words in warning.text
    assert warning.citation is not None
    quotes = {c.file: c.quote for c in answer.citations}
    assert "5万元" in quotes["条例.txt"]
    assert "3万元" in quotes["办法.txt"]


def test_the_same_figure_twice_is_no_difference(over) -> None:
    answer = over(办法=RULES, 旧办法=RULES.replace("管理办法", "管理规定")).ask("无证开办船坞怎么处罚")
    assert not [w for w in answer.warnings if w.code == "documents-differ"]


def test_two_bureaus_rules_do_not_contradict_each_other(over) -> None:
    assistant = over(甲__办法=RULES, 乙__办法=RULES.replace("3万元", "6万元"))
    for bureau in ("甲", "乙"):
        answer = assistant.ask("无证开办船坞怎么处罚", bureau=bureau)
        assert not [w for w in answer.warnings if w.code == "documents-differ"]
