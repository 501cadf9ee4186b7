"""Who does what: registry, boundaries and regimes of a made-up bureau that contradict each other, and ones that do not."""

from __future__ import annotations

import pytest

from corpus.anomalies.wording import wording
from corpus.compile import compile_document
from corpus.records import Anomaly, Document
from corpus.source import Source


def table(*rows: str) -> str:
    return "\n\n".join("\n".join(f"\t{cell}" for cell in row.split("|")) for row in rows) + "\n"


REGISTRY = "序号|主要职责|具体工作事项|责任科室|备注"
SHARES = "序号|相关职责|相关部门|职责分工|相关依据|案例"


def registry(*rows: str) -> str:
    return "职责登记表\n\n部门名称：青山县人社局\n\n" + table(REGISTRY, *rows)


def compiled(text: str) -> Document:
    return compile_document(Source("样例.txt", "0" * 64, text))


def of(document: Document, code: str) -> list[Anomaly]:
    return [a for a in document.anomalies if a.code == code]


def test_a_main_duty_that_lost_its_beginning_is_shown_with_the_whole_sentence() -> None:
    document = compiled(
        registry(
            "1|拟订灯塔规划和灯塔修缮计划，建立灯塔巡护制度，促进安全。|维护灯塔。|灯塔股|",
            "2|计划，建立灯塔巡护制度，促进安全。|培训守塔人。|培训股|",
        )
    )
    (hit,) = of(document, "starts-mid-sentence")
    assert document.quote(hit.span) == "计划，建立灯塔巡护制度，促进安全。"
    assert hit.other is not None and document.quote(hit.other).startswith("拟订灯塔规划")


@pytest.mark.parametrize("main", ["政策，落实灯塔补贴。", "的修缮和巡护工作。", "，落实灯塔补贴。"])
def test_a_bare_noun_or_sign_at_the_start_is_enough(main: str) -> None:
    document = compiled(registry(f"1|{main}|维护灯塔。|灯塔股|"))
    assert [document.quote(a.span) for a in of(document, "starts-mid-sentence")] == [main]


@pytest.mark.parametrize(
    "main", ["和谐用工关系建设。", "政策研究和宣传。", "与会人员接待。", "建立灯塔巡护制度，促进安全。"]
)
def test_whole_sentences_are_left_alone(main: str) -> None:
    text = registry(
        "1|拟订灯塔修缮计划，建立灯塔巡护制度，促进安全。|维护灯塔。|灯塔股|", f"2|{main}|培训守塔人。|培训股|"
    )
    assert of(compiled(text), "starts-mid-sentence") == []


def test_two_sections_that_manage_one_thing_under_two_names() -> None:
    name, others = next(iter(wording().same_object.items()))
    document = compiled(
        registry(f"1|就业|管理{others[0]}，指导师资。|甲股|", f"2|服务|{name}的设立与管理；开具证明。|乙局|")
    )
    (hit,) = of(document, "two-sections-claim")
    assert hit.subject == name and document.quote(hit.span) == f"管理{others[0]}"
    assert hit.other is not None and document.quote(hit.other) == f"{name}的设立与管理"


@pytest.mark.parametrize(
    "second",
    [
        "企业职工正常退休初审。|乙股|",  # the first examination is not the second
        "企业职工正常退休宣传。|乙股|",
        "企业职工正常退休复审。|甲股|",  # the same section again
    ],
)
def test_different_acts_or_one_section_are_no_conflict(second: str) -> None:
    document = compiled(registry("1|退休|企业职工正常退休复审。|甲股|", f"2|退休|{second}"))
    assert of(document, "two-sections-claim") == []


def test_a_phrase_that_three_sections_use_is_no_task_of_two() -> None:
    rows = [
        f"{i}|管理|管理沿海灯塔守护人员{what}。|{name}股|"
        for i, name, what in ((1, "甲", "食宿"), (2, "乙", "档案"), (3, "丙", "车辆"))
    ]
    assert of(compiled(registry(*rows)), "two-sections-claim") == []


def boundary(department: str, share: str) -> str:
    return "\n\n职责边界\n\n" + table(SHARES, "1|社会保险费|青山县人社局|负责监督。||", f"||{department}|{share}||")


def test_collecting_given_to_another_department_and_to_two_sections() -> None:
    text = registry(
        "1|工伤|负责工伤保险基金征缴；审核费用。|工伤股|",
        "2|养老|参保登记、养老保险费征收；发放待遇。|养老股|",
        "3|档案|管理档案。|办公室|",
    ) + boundary("税务局", "按属地征收社会保险费")
    document = compiled(text)
    hits = of(document, "boundary-against-registry")
    assert {hit.subject for hit in hits} == {"工伤股", "养老股"}
    assert {document.quote(hit.span) for hit in hits} == {"按属地征收社会保险费"}
    assert all(hit.other and "保险" in document.quote(hit.other) for hit in hits)


@pytest.mark.parametrize(
    ("department", "share"),
    [
        ("青山县人社局", "按属地征收社会保险费"),  # the bureau itself
        ("税务局", "监督社会保险费"),  # supervising is shared by nature
        ("税务局", "征收车船税"),
    ],
)
def test_shares_that_leave_the_task_with_the_bureau(department: str, share: str) -> None:
    text = registry("1|工伤|负责工伤保险基金征缴；审核费用。|工伤股|") + boundary(department, share)
    assert of(compiled(text), "boundary-against-registry") == []


def regime(procedure: str) -> str:
    return (
        "\n\n监管制度\n\n（一）船坞监管\n\n单位名称：青山县人社局\n\n一、监督检查对象\n\n船坞。\n\n二、监督检查内容\n\n查证。\n\n"
        f"三、监督检查程序\n\n{procedure}\n\n四、监督检查处理\n\n责令改正。\n"
    )


@pytest.mark.parametrize(
    ("procedure", "units"),
    [
        ("日常监管由船坞训练中心组织实施。日后由船坞训练中心会同有关部门考核。", ["船坞训练中心"]),
        ("抽查工作由局财务股人员进行检查。", ["财务股"]),
        ("青山县人社局浮标建设股对单位进行核实。", ["浮标建设股"]),
        ("由县灯塔服务中心负责受理。", ["灯塔服务中心"]),
    ],
)
def test_an_acting_section_that_the_registry_lacks(procedure: str, units: list[str]) -> None:
    document = compiled(registry("1|档案|管理档案。|社会保险股|") + regime(procedure))
    hits = of(document, "section-not-in-registry")
    assert [hit.subject for hit in hits] == units == [document.quote(hit.span) for hit in hits]


@pytest.mark.parametrize(
    "procedure",
    [
        "由局社会保险股组织实施，由社保股负责归档。",  # listed, and its short name
        "由市船坞管理中心、市卫生监督所等单位组织专业人员进行。",  # a superior's
        "组织卫生、财政等部门以及船坞服务中心进行。",  # anybody's
        "由相关科室负责受理，由业务股室审核。",
        "由审计局负责审计，由局负责对经营场所检查。",
    ],
)
def test_units_that_are_listed_or_not_the_bureaus_are_left_alone(procedure: str) -> None:
    document = compiled(registry("1|档案|管理档案。|社会保险股|") + regime(procedure))
    assert of(document, "section-not-in-registry") == []


def test_without_a_registry_no_section_is_missing() -> None:
    assert of(compiled("监管制度" + regime("抽查工作由局财务股人员进行检查。")), "section-not-in-registry") == []
