"""Shared matters in running text: what each department does, under a title that divides the work."""

from __future__ import annotations

from corpus.compile import compile_document
from corpus.records import Document
from corpus.source import Source


def compiled(text: str) -> Document:
    document = compile_document(Source("文件.txt", "0" * 64, text))
    assert document.unread == ()
    return document


def shares(document: Document) -> list[list[tuple[str, str]]]:
    return [[(s.department, s.text) for s in b.shares] for b in document.boundaries]


def test_sentences_after_a_run_in_title() -> None:
    document = compiled(
        "主要职责是：\n（一）负责渡口规划；\n（二）负责船舶登记。\n（三）有关职责分工。\n"
        "1.与县交通局的有关职责分工。县渡口局负责渡口设置；县交通局负责引道养护。两部门每年会商。\n"
        "2.关于船员培训的职责分工。县渡口局负责考核。县人力资源局负责补贴发放。"
    )
    assert [b.matter for b in document.boundaries] == ["与县交通局的有关职责分工", "关于船员培训的职责分工"]
    assert shares(document) == [
        [("县渡口局", "负责渡口设置；"), ("县交通局", "负责引道养护。")],
        [("县渡口局", "负责考核。"), ("县人力资源局", "负责补贴发放。")],
    ]
    assert [d.text for d in document.duties] == ["负责渡口规划；", "负责船舶登记。"]


def test_lines_with_a_colon_below_a_heading() -> None:
    document = compiled(
        "一、夜渡监管的职责分工\n渡口部门：检查灯光。\n公安机关：维持秩序。\n"
        "二、渡船年检的职责分工\n渡口部门：组织年检。\n市场监督管理部门：查处无照经营。"
    )
    assert shares(document) == [
        [("渡口部门", "检查灯光。"), ("公安机关", "维持秩序。")],
        [("渡口部门", "组织年检。"), ("市场监督管理部门", "查处无照经营。")],
    ]


def test_items_of_a_list_go_on_in_further_sentences() -> None:
    document = compiled(
        "（一）与县气象局在大雾停航方面的职责分工：\n1.县渡口局负责发布停航令；会同乡镇做好劝返。\n2.县气象局负责预报。"
    )
    assert shares(document) == [
        [("县渡口局", "负责发布停航令；会同乡镇做好劝返。"), ("县气象局", "负责预报。")],
    ]


def test_one_department_alone_shares_nothing() -> None:
    assert compiled("一、内部职责分工\n县渡口局负责全部工作。").boundaries == ()
