"""An index finds its passages, is the same however it is built, and says in Chinese what is wrong with it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from index.engine import SearchIndex, build_index
from index.errors import SearchIndexError
from index.records import PassageText


def test_the_passage_asked_for_comes_first(index: SearchIndex):
    assert index.search("老板拖欠工资", 4)[0].id == "a"
    assert index.search("工伤怎么认定", 4)[0].id == "b"


def test_titles_are_searched_too(index: SearchIndex):
    assert index.search("第四章", 1)[0].id == "d"


def test_no_more_than_k_hits_best_first(index: SearchIndex):
    hits = index.search("按月", 2)
    assert len(hits) == 2
    assert hits[0].score >= hits[1].score


@pytest.mark.parametrize(("query", "k"), [("", 3), ("  \n", 3), ("工资", 0)])
def test_nothing_asked_gives_nothing(index: SearchIndex, query: str, k: int):
    assert index.search(query, k) == []


def test_the_order_of_the_passages_does_not_matter(tmp_path: Path, embedder: Any, passages: list[PassageText]):
    one = build_index(passages, tmp_path / "one", embedder=embedder)
    two = build_index(passages[::-1], tmp_path / "two", embedder=embedder)
    assert one.search("领取养老金和保险金", 4) == two.search("领取养老金和保险金", 4)


def test_equal_passages_come_in_the_order_of_their_ids(tmp_path: Path, embedder: Any):
    same = [PassageText(id, "职工可以申请工伤认定") for id in (30, 4, 100, "b", "a")]
    found = build_index(same, tmp_path / "same", embedder=embedder).search("工伤认定", 5)
    assert [hit.id for hit in found] == [4, 30, 100, "a", "b"]


def test_a_reopened_index_gives_the_same_hits(index_folder: Path, index: SearchIndex, embedder: Any):
    again = SearchIndex.open(index_folder, embedder=embedder)
    assert again.search("失业保险金", 4) == index.search("失业保险金", 4)


def test_own_terms_are_kept_whole(tmp_path: Path, embedder: Any, passages: list[PassageText]):
    build_index(passages, tmp_path / "own", embedder=embedder, terms=["失业保险金"])
    assert json.loads((tmp_path / "own" / "manifest.json").read_text(encoding="utf-8"))["terms"] == ["失业保险金"]
    vocabulary = json.loads((tmp_path / "own" / "lexical" / "vocab.index.json").read_text(encoding="utf-8"))
    assert "失业保险金" in vocabulary


def test_a_second_build_replaces_the_first(tmp_path: Path, embedder: Any, passages: list[PassageText]):
    build_index(passages, tmp_path / "index", embedder=embedder)
    assert len(build_index(passages[:2], tmp_path / "index", embedder=embedder)) == 2
    assert len(SearchIndex.open(tmp_path / "index", embedder=embedder)) == 2


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path, embedder: Any, passages: list[PassageText]):
    (tmp_path / "letter.txt").write_text("重要", encoding="utf-8")
    with pytest.raises(SearchIndexError, match="别的内容"):
        build_index(passages, tmp_path, embedder=embedder)
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "重要"


def test_an_id_occurs_once(tmp_path: Path, embedder: Any):
    with pytest.raises(SearchIndexError, match="x 出现了两次"):
        build_index([PassageText("x", "一"), PassageText("x", "二")], tmp_path / "index", embedder=embedder)


@pytest.mark.parametrize(("given", "words"), [([], "没有段落"), ([PassageText("x", "……")], "没有可以检索的文字")])
def test_nothing_to_index_is_said(tmp_path: Path, embedder: Any, given: list[PassageText], words: str):
    with pytest.raises(SearchIndexError, match=words):
        build_index(given, tmp_path / "index", embedder=embedder)


def test_an_interrupted_build_is_no_index(tmp_path: Path, passages: list[PassageText]):
    class Broken:
        name = "broken"
        dimensions = 1

        def encode(self, texts: list[str]) -> Any:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_index(passages, tmp_path / "index", embedder=Broken())
    with pytest.raises(SearchIndexError, match="没有建完"):
        SearchIndex.open(tmp_path / "index", embedder=Broken())


def test_an_index_of_another_model_is_refused(index_folder: Path):
    class Other:
        name = "other"
        dimensions = 64

        def encode(self, texts: list[str]) -> Any:
            raise AssertionError

    with pytest.raises(SearchIndexError, match=r"characters.*other.*重新建立"):
        SearchIndex.open(index_folder, embedder=Other())


def _without_manifest(folder: Path) -> None:
    (folder / "manifest.json").unlink()


def _torn_manifest(folder: Path) -> None:
    (folder / "manifest.json").write_text('{"format": 1, "coll', encoding="utf-8")


def _other_format(folder: Path) -> None:
    data = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    (folder / "manifest.json").write_text(json.dumps({**data, "format": 99}), encoding="utf-8")


def _lost_rows(folder: Path) -> None:
    data = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    (folder / "manifest.json").write_text(json.dumps({**data, "ids": data["ids"][1:]}), encoding="utf-8")


def _without_lexical(folder: Path) -> None:
    shutil.rmtree(folder / "lexical")


def _torn_lexical(folder: Path) -> None:
    (folder / "lexical" / "indptr.csc.index.npy").write_bytes(b"torn")


def _without_vectors(folder: Path) -> None:
    for store in folder.glob("chroma-*"):
        shutil.rmtree(store)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (_without_manifest, "没有建完"),
        (_torn_manifest, "已损坏"),
        (_other_format, "另一版本"),
        (_lost_rows, "应有 3 段"),
        (_without_lexical, "词语部分"),
        (_torn_lexical, "词语部分"),
        (_without_vectors, "向量库不在"),
    ],
)
def test_a_damaged_index_says_what_is_wrong(tmp_path: Path, index_folder: Path, embedder: Any, damage: Any, words: str):
    copy = tmp_path / "copy"
    shutil.copytree(index_folder, copy)
    damage(copy)
    with pytest.raises(SearchIndexError, match=words):
        SearchIndex.open(copy, embedder=embedder)


def test_a_folder_that_is_no_index_says_so(tmp_path: Path, embedder: Any):
    with pytest.raises(SearchIndexError, match="没有索引"):
        SearchIndex.open(tmp_path, embedder=embedder)
    with pytest.raises(SearchIndexError, match="没有这个索引文件夹"):
        SearchIndex.open(tmp_path / "nowhere", embedder=embedder)
