"""The naive pipelines on a made-up bureau, with an embedding that counts characters."""

import numpy as np
import pytest

from corpus.records import Corpus, Document, Section, Span
from evals.case import Case
from evals.metrics import Rate
from evals.naive import Pipeline, first_named, measure, rank_registry, split_and_embed

TEXT = "船员科：负责船员培训。" + "船" * 600 + "\n\n" + "灯塔科：负责灯塔维修。" + "灯" * 600


def corpus() -> Corpus:
    def section(name: str) -> Section:
        at = TEXT.index(name)
        return Section(name=name, span=Span(at, at + len(name)), duties=())

    document = Document(
        id="a",
        file="a.txt",
        sha256="",
        title="",
        text=TEXT,
        bureau="",
        shapes=(),
        clauses=(),
        sections=(section("船员科"), section("灯塔科")),
        duties=(),
        boundaries=(),
        regimes=(),
        quantities=(),
        references=(),
        penalties=(),
        anomalies=(),
        set_aside=(),
        unread=(),
    )
    return Corpus(documents=(document,), fingerprint="0123456789abcdef0123")


def embed(texts: list[str]) -> np.ndarray:
    counts = np.array([[t.count("船") + 1e-3, t.count("灯") + 1e-3] for t in texts], dtype=np.float32)
    return counts / np.linalg.norm(counts, axis=1, keepdims=True)


@pytest.mark.parametrize(
    ("passage", "name"),
    [
        ("先找灯塔科，再找船员科", "灯塔科"),
        ("城乡养老所", "城乡养老所"),
        ("船 员\n科", "船员科"),
        ("别的单位", None),
    ],
)
def test_first_section_named_in_a_passage(passage: str, name: str | None):
    assert first_named(passage, ["养老所", "城乡养老所", "城乡", "船员科", "灯塔科"]) == name


def test_splitter_and_store_find_a_section_where_the_chunk_names_one():
    find = split_and_embed(corpus(), embed)
    assert {find("船船灯"), find("灯灯船")} <= {"船员科", "灯塔科", None}
    assert find("船船船") != "灯塔科"


def test_the_first_row_names_the_section():
    find = rank_registry(["船员科", "灯塔科"], lambda q: 1 if "灯" in q else None)
    assert (find("灯坏了"), find("别的")) == ("灯塔科", None)


def test_measure_counts_cases_with_an_expected_section():
    def case(id: str, **expect: object) -> Case:
        return Case.model_validate({"id": id, "kind": "route", "audience": "citizen", "q": id, "expect": expect})

    cases = [case("1", sections_any=["甲"]), case("2", sections_any=["乙"]), case("3", steps_min=1)]
    assert measure(Pipeline("x", lambda q: "甲"), cases) == Rate("x", 1, 2)
