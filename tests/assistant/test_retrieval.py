"""Retrieval finds what no rule and no matter answers, and its index follows the documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.retrieval import CorpusSearch, FoundClause, FoundDuty
from corpus.folder import load_corpus
from index.errors import SearchIndexError

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> CorpusSearch:
    return CorpusSearch(load_corpus(DOCUMENTS, None), tmp_path_factory.mktemp("index"))


def test_every_clause_and_duty_sentence_can_be_found(search: CorpusSearch) -> None:
    clauses = sum(1 for d in search.corpus.documents for c in d.clauses if c.text and not c.heading)
    sentences = sum(len(duty.items) for d in search.corpus.documents for duty in d.duties)
    assert search.ready() == clauses + sentences


def test_a_clause_is_found_by_its_meaningful_words(search: CorpusSearch) -> None:
    found = search.find("工作底稿要征求被检查单位的意见吗", 3)
    assert any(isinstance(f, FoundClause) and "工作底稿征求意见" in f.clause.text for f in found)


def test_a_duty_is_found_with_its_section(search: CorpusSearch) -> None:
    found = search.find("工伤职工的劳动能力鉴定", 5)
    assert any(isinstance(f, FoundDuty) and "劳动能力鉴定" in f.passage.text for f in found)


def test_an_index_is_opened_again_and_not_built_twice(search: CorpusSearch) -> None:
    search.ready()
    again = CorpusSearch(search.corpus, search.folder)
    assert again.ready() == search.ready()
    assert len([p for p in search.folder.iterdir() if p.is_dir()]) == 1


def test_a_model_that_is_not_there_is_said_so(search: CorpusSearch, tmp_path: Path) -> None:
    with pytest.raises(SearchIndexError, match="模型"):
        CorpusSearch(search.corpus, tmp_path, model=str(tmp_path / "no-such-model")).find("工伤", 1)
