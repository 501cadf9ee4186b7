"""Folders of documents: order, fingerprint, cache, and what is said when there is nothing to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.folder import compile_corpus, load_corpus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "b.txt").write_text("一、甲事。\n", "utf-8")
    (folder / "a.md").write_text("一、乙事。\n", "utf-8")
    return folder


def test_documents_are_sorted_and_named_after_their_files(folder: Path) -> None:
    assert [(d.id, d.file) for d in compile_corpus(folder).documents] == [("a", "a.md"), ("b", "b.txt")]


def test_documents_of_one_name_get_their_suffix_as_id(folder: Path) -> None:
    (folder / "a.txt").write_text("一、丙事。\n", "utf-8")
    assert [d.id for d in compile_corpus(folder).documents] == ["a.md", "a.txt", "b"]


def test_a_folder_without_documents_says_what_to_put_there(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="请放入"):
        compile_corpus(tmp_path)
    with pytest.raises(CorpusError, match="找不到资料文件夹"):
        compile_corpus(tmp_path / "nowhere")


def test_a_document_without_text_is_an_error(folder: Path) -> None:
    (folder / "c.txt").write_text("\n", "utf-8")
    with pytest.raises(CorpusError, match=r"c\.txt"):
        compile_corpus(folder)


def test_the_cache_gives_the_same_corpus(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = load_corpus(folder, cache)
    assert len(list(cache.iterdir())) == 1
    assert load_corpus(folder, cache) == first == load_corpus(folder, None)


def test_a_changed_document_is_compiled_anew(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = load_corpus(folder, cache)
    (folder / "b.txt").write_text("一、丁事。\n", "utf-8")
    second = load_corpus(folder, cache)
    assert second.fingerprint != first.fingerprint and second.documents[1].text == "一、丁事。\n"


@pytest.mark.parametrize("damage", [b"", b"junk", b"\x00" * 64])
def test_a_damaged_cache_is_rebuilt(folder: Path, tmp_path: Path, damage: bytes) -> None:
    cache = tmp_path / "cache"
    first = load_corpus(folder, cache)
    (stored,) = cache.iterdir()
    stored.write_bytes(damage)
    assert load_corpus(folder, cache) == first
    assert stored.read_bytes() != damage


def test_a_cache_that_cannot_be_written_only_costs_time(folder: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x")
    assert load_corpus(folder, blocked) == compile_corpus(folder)
