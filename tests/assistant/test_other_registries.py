"""Other bureaus, made up: other names, other cuts, duties nobody has. Each table of questions holds to its stated share.

A table `registries/NAME.yaml` goes with the registry `NAME.txt`: `sections` (the first section named must be it; `a|b`:
either), `nobody` (matters of such bureaus that this registry gives to no section: no section may be named), `outside`
(other authorities' business).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.answer import Answer
from assistant.assistant import Assistant

FOLDER = Path(__file__).parent / "registries"
NAMES = sorted(file.stem for file in FOLDER.glob("*.yaml"))
Build = Callable[[dict[str, str]], Assistant]
Ask = Callable[[Assistant, str], Answer]


def text_of(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def table_of(name: str) -> dict[str, Any]:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=NAMES)
def bureau(request: pytest.FixtureRequest, build: Build) -> tuple[str, Assistant]:
    return request.param, build({"zhineng.txt": text_of(request.param)})


def first(answer: Answer) -> str:
    return next((s.name for s in answer.sections), "")


def test_every_section_of_the_table_is_a_section_of_the_registry(bureau: tuple[str, Assistant]) -> None:
    name, assistant = bureau
    known = {s.name for _, s in assistant.knowledge.sections}
    assert not {s for key in table_of(name)["sections"] for s in key.split("|")} - known


def test_questions_go_to_the_section_that_this_registry_names(bureau: tuple[str, Assistant], proved: Ask) -> None:
    name, assistant = bureau
    table = table_of(name)
    asked = [(q, key.split("|")) for key, questions in table["sections"].items() for q in questions]
    wrong = [f"{q} → {found or '无'}" for q, want in asked if (found := first(proved(assistant, q))) not in want]
    assert len(asked) >= 25
    assert len(wrong) <= (1 - table["least"]) * len(asked), wrong


def test_a_matter_that_nobody_has_is_said_to_be_nobodys(bureau: tuple[str, Assistant], proved: Ask) -> None:
    name, assistant = bureau
    answers = {q: proved(assistant, q) for q in table_of(name)["nobody"]}
    wrong = [f"{q} → {first(a) or a.status}" for q, a in answers.items() if a.sections or a.status == "answered"]
    assert len(wrong) <= 0.1 * len(answers), wrong


def test_other_authorities_business_is_theirs_whatever_the_registry(bureau: tuple[str, Assistant], proved: Ask) -> None:
    name, assistant = bureau
    answers = {q: proved(assistant, q) for q in table_of(name)["outside"]}
    assert not [f"{q} → {first(a) or a.status}" for q, a in answers.items() if a.status != "out_of_scope"]


def test_renamed_sections_are_named_by_their_new_names(build: Build, proved: Ask) -> None:
    names = {"综合办公室": "党政综合科", "就业创业科": "民生就业科", "社会保障科": "保障服务科"}
    text = text_of("small")
    for old, new in names.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    before, after = build({"a.txt": text_of("small")}), build({"a.txt": text})
    for key, questions in table_of("small")["sections"].items():
        for q in questions:
            old = first(proved(before, q))
            assert first(proved(after, q)) == names.get(old, old), (key, q)


def test_a_duty_given_to_another_section_takes_its_questions_along(build: Build, proved: Ask) -> None:
    text = text_of("moved")
    duty = "负责工伤认定，受理劳动能力鉴定申请；核定工伤保险待遇；"
    assert text.count(duty) == 1
    moved = build({"a.txt": text.replace(duty, "").replace("（六）社保中心。", f"（六）社保中心。{duty}")})
    for question in ("上班路上被车撞了，算不算工伤，去哪认定", "手指被机器压断，想评伤残等级"):
        assert first(proved(moved, question)) == "社保中心"
    assert first(proved(moved, "被裁了，失业金去哪领")) == "工伤与失业保险科"


def test_a_duty_that_no_matter_covers_is_found_by_its_words(build: Build, proved: Ask) -> None:
    extra = "（九）侨务科。负责归侨侨眷身份确认和华侨捐赠物资的登记。\n"
    more = build({"a.txt": text_of("moved") + extra})
    assert first(proved(more, "华侨捐赠物资的登记在哪个科室")) == "侨务科"
