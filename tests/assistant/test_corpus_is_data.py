"""The corpus is data: change the documents and the answers follow, with citations verbatim against the changed text."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.bootstrap import build_assistant
from assistant.settings import Settings

Ask = Callable[[Assistant, str], Answer]
Build = Callable[[dict[str, str]], Assistant]
Case = dict[str, Any]

# Intervals of the shipped document → what the changed one says in their place.
FINES = {
    r"一万元以上\s*三万元以下": "四万元以上六万元以下",
    r"五千元以上\s*一万元以下": "六千元以上八千元以下",
    r"一千元以上\s*三千元以下": "三千元以上七千元以下",
    r"二千元以上\s*一万元以下": "四千元以上九千元以下",
    r"二百元以上\s*五百元以下": "三百元以上八百元以下",
    r"一千元以上\s*五千元以下": "一千五百元以上二千五百元以下",
    r"处五千元罚款": "处六千五百元罚款",
    r"五万元以下": "八万元以下",
}
FINE_VALUES = {
    (10000, 30000): (40000, 60000),
    (5000, 10000): (6000, 8000),
    (1000, 3000): (3000, 7000),
    (2000, 10000): (4000, 9000),
    (200, 500): (300, 800),
    (1000, 5000): (1500, 2500),
    (5000, 5000): (6500, 6500),
    (None, 50000): (None, 80000),
}


def table(name: str, field: str) -> list[Case]:
    """Cases of a table that hold on the shipped document and expect a field."""
    cases = yaml.safe_load((Path(__file__).parent / "cases" / name).read_text(encoding="utf-8"))
    return [c for c in cases if field in c and "known_gap" not in c]


def routes(assistant: Assistant, proved: Ask) -> dict[str, str]:
    """First section of every question of the route table."""
    answers = {c["q"]: proved(assistant, c["q"]) for c in table("routes.yaml", "sections")}
    return {q: "".join(s.name for s in a.sections[:1]) for q, a in answers.items()}


def rows(text: str) -> tuple[str, list[str], str]:
    """The registry cut before each numbered row: what stands before, the rows, what follows the table."""
    head, rest = text.split("\n\t1\n\t", 1)
    registry, tail = rest.split("\n与相关部门的职责边界", 1)
    _, *cut = re.split(r"(?m)(?=^\t\d+\n\t)", "\t1\n\t" + registry.rstrip() + "\n\n")
    return head + "\n", cut, "\n与相关部门的职责边界" + tail


def test_rows_can_be_put_back_together(shipped_text: str) -> None:
    """The helper itself: nothing but white space is lost, and there are as many rows as the registry numbers."""
    head, cut, tail = rows(shipped_text)
    assert re.sub(r"\s", "", head + "".join(cut) + tail) == re.sub(r"\s", "", shipped_text)
    assert len(cut) == 13


def test_another_county_is_named_everywhere(shipped_text: str, build: Build, proved: Ask) -> None:
    other = build({"zhize.txt": shipped_text.replace("新河县", "临溪县")})
    answers = [proved(other, q) for q in ("你是谁", "工伤认定找谁", "定点培训机构的监督检查程序")]
    assert "临溪县" in answers[0].text
    assert not any("新河" in a.model_dump_json() for a in answers)


def test_renamed_sections_are_the_ones_to_go_to(
    shipped_text: str, build: Build, assistant: Assistant, proved: Ask
) -> None:
    renamed = build({"zhize.txt": shipped_text.replace("股", "科")})
    before, after = routes(assistant, proved), routes(renamed, proved)
    assert {q: s.replace("股", "科") for q, s in before.items()} == after


def test_order_of_the_registry_does_not_decide(
    shipped_text: str, build: Build, assistant: Assistant, proved: Ask
) -> None:
    head, cut, tail = rows(shipped_text)
    turned = build({"zhize.txt": head + "".join(reversed(cut)) + tail})
    assert [s.name for _, s in turned.knowledge.sections] != [s.name for _, s in assistant.knowledge.sections]
    assert routes(turned, proved) == routes(assistant, proved)
    staged = proved(turned, "我今年满六十岁，厂里叫我自己办退休手续，先去哪")
    assert [(s.name, s.role[:2]) for s in staged.sections[:2]] == [("养老保险所", "初审"), ("社会保险股", "复审")]


def test_changed_fines_are_the_ones_stated(shipped_text: str, build: Build, proved: Ask) -> None:
    text = shipped_text
    for old, new in FINES.items():
        text, count = re.subn(old, new, text)
        assert count, old
    changed = build({"zhize.txt": text})
    for case in table("penalties.yaml", "fine"):
        stated = {(p.fine.min_yuan, p.fine.max_yuan) for p in proved(changed, case["q"]).penalties}
        assert FINE_VALUES[tuple(case["fine"])] in stated, case["q"]
        assert tuple(case["fine"]) not in stated, case["q"]


def test_changed_multiples_change_the_sum(shipped_text: str, build: Build, proved: Ask) -> None:
    text, count = re.subn(r"一倍以上\s*五倍\s*以下", "二倍以上十倍以下", shipped_text)
    assert count == 1
    answer = proved(build({"zhize.txt": text}), "未经许可经营劳务派遣业务，违法所得20万元，罚款多少")
    totals = [(p.fine_total.min_yuan, p.fine_total.max_yuan) for p in answer.penalties if p.fine_total]
    assert totals == [(400_000, 2_000_000)]


def test_changed_indicators_change_the_plan(shipped_text: str, build: Build, proved: Ask) -> None:
    text = re.sub(r"(\d)0%", r"\g<1>5%", shipped_text)
    answer = proved(build({"zhize.txt": text}), "劳务派遣单位有40家，专项督查至少要抽查几家")
    assert {14, 22} <= {f.value for f in answer.figures}
    assert not {12, 20} & {f.value for f in answer.figures}


def test_a_new_duty_with_a_new_section_is_found(shipped_text: str, build: Build, proved: Ask) -> None:
    head, cut, tail = rows(shipped_text)
    cut[-1] = cut[-1].rstrip() + "\n\n"
    row = "\t14\n\t管理渔船船员。\n\t负责渔船船员的培训、考核和发证。\n\t船员管理股\n\t\n\n"
    more = build({"zhize.txt": head + "".join(cut) + row + tail})
    assert proved(more, "渔船船员的培训、考核和发证归哪个科室").sections[0].name == "船员管理股"
    assert "渔船船员" in proved(more, "船员管理股负责什么").text
    assert 14 in [f.value for f in proved(more, "一共几个科室").figures]


def test_a_moved_duty_moves_the_answer(shipped_text: str, build: Build, proved: Ask) -> None:
    text, count = re.subn(r"\n\t就业服务局\n", "\n\t办公室\n", shipped_text)
    assert count == 1
    answer = proved(build({"zhize.txt": text}), "办就业失业登记证在哪里")
    assert [s.name for s in answer.sections][:1] == ["办公室"]
    assert "就业服务局" not in answer.text


def test_a_removed_duty_is_not_remembered(shipped_text: str, build: Build, proved: Ask) -> None:
    head, cut, tail = rows(shipped_text)
    kept = [row for row in cut if "医疗保险所" not in row and "生育" not in row]
    assert len(kept) < len(cut)
    answer = proved(build({"zhize.txt": head + "".join(kept) + tail}), "医疗保险参保登记在哪里办理")
    assert "医疗保险所" not in answer.model_dump_json()


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_the_encoding_of_a_file_changes_nothing(
    encoding: str, shipped_text: str, home: Path, tmp_path: Path, assistant: Assistant, proved: Ask
) -> None:
    (tmp_path / "000_81462aa23cebe482.txt").write_bytes(shipped_text.encode(encoding))
    other = build_assistant(Settings(corpus=tmp_path, home=home))
    for question in ("工伤认定去哪", "涂改人力资源服务许可证会被罚多少", "社会保险基金监管的程序分几步"):
        mine, theirs = proved(assistant, question), proved(other, question)
        assert (mine.text, mine.penalties, mine.steps) == (theirs.text, theirs.penalties, theirs.steps)


PROSE = """云岭县人力资源和社会保障局主要职责和内设机构

内设机构

（一）综合科。负责机关文电、会务、机要、档案等日常运转工作；承担信访、政务公开工作。
（二）劳动维权科。负责劳动保障监察，查处拖欠农民工工资案件；承担劳动人事争议调解仲裁工作。
（三）工伤与失业科。负责工伤认定和劳动能力鉴定工作；承担失业保险待遇审核。
（四）人才开发科。负责专业技术人员职称评审管理工作；组织实施专业技术资格考试。
"""


def test_a_bureau_with_a_prose_duty_list_answers_with_its_own_sections(build: Build, proved: Ask) -> None:
    bureau = build({"zhineng.txt": PROSE})
    wanted = {
        "老板拖欠工资跑了": "劳动维权科",
        "申请劳动仲裁去哪": "劳动维权科",
        "上班受伤了想做工伤认定": "工伤与失业科",
        "失业金找谁领": "工伤与失业科",
        "评职称交材料到哪个科室": "人才开发科",
        "对你们局的处理不满意，我要上访": "综合科",
    }
    assert {q: [s.name for s in proved(bureau, q).sections][:1] for q in wanted} == {q: [s] for q, s in wanted.items()}
    assert 4 in [f.value for f in proved(bureau, "一共几个科室").figures]
    assert not proved(bureau, "伪造人力资源服务许可证罚多少").penalties


def test_two_documents_are_cited_each_from_its_own_text(build: Build, proved: Ask) -> None:
    rule = "云岭县船坞监管办法\n\n一、监督检查对象\n\n全县船坞。\n"
    bureau = build({"a.txt": PROSE, "b.txt": rule})
    answer = proved(bureau, "申请劳动仲裁去哪")
    assert {c.file for c in answer.citations} == {"a.txt"}


def test_a_regimes_own_title_outweighs_everyday_words_inside_it(build: Build, shipped_text: str) -> None:
    """职业介绍 stands for the agencies in everyday talk; with a regime on 职业介绍补贴 it is part of that one's name."""
    changed = shipped_text.replace("促进就业专项资金使用监管", "职业介绍补贴资金使用监管")
    assistant = build({"a.txt": changed})
    for question in ("职业介绍补贴监管的检查程序", "职业介绍补贴资金多久检查一次"):
        assert assistant.ask(question).text.startswith("职业介绍补贴资金使用监管"), question
    assert assistant.ask("职业介绍机构多久检查一次").text.startswith("人力资源服务机构监管")
