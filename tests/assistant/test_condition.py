"""Of several consequences, the one whose condition the case states is named; two that hold at once are left open."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.bootstrap import build_assistant
from assistant.settings import Settings

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"


@pytest.fixture(scope="module")
def renshe(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return build_assistant(Settings(corpus=DOCUMENTS, home=tmp_path_factory.mktemp("home")))


@pytest.mark.parametrize(
    ("question", "condition"),
    [
        ("未经许可经营劳务派遣，没有违法所得，罚多少", "没有违法所得"),
        ("培训机构被查到3次没按计划办班，怎么处理", "2次以上"),
        ("年检不合格还营业的中介，逾期不改正怎么处罚", "逾期不改正"),
    ],
)
def test_the_condition_that_the_case_states_is_named(renshe: Assistant, question: str, condition: str) -> None:
    assert f"适用“{condition}的”这一档" in renshe.ask(question).text


@pytest.mark.parametrize(
    "question",
    [
        "未经许可经营劳务派遣罚多少",  # nothing is said of the gains
        "培训机构被查到2次没按计划办班，怎么处理",  # 2次 and 2次以上 both hold: the document leaves it open
    ],
)
def test_no_condition_is_guessed(renshe: Assistant, question: str) -> None:
    assert "这一档" not in renshe.ask(question).text
