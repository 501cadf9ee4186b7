"""Retrieval finds what no rule and no matter answers, and its index follows the documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.excerpts import Excerpt, excerpts
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
    cells = sum(1 for d in search.corpus.documents for _ in excerpts(d))
    assert cells and search.ready() == clauses + sentences + cells


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


ONLY_TABLES = """山塘镇校车检查事项清单
序号 | 抽查事项 | 检查对象 | 抽查比例 | 抽查依据
1 | 校车驾驶人资格 | 各中小学 | 20% | 《山塘镇校车管理办法》第七条：校车驾驶人每年应当接受一次资格审验，审验不合格的，不得驾驶校车，由镇教育办公室公告
2 | 围网养鱼 | 水库承包户 | 5% | 《山塘镇水库办法》第二条

路灯编号表
灯杆 | 颜色 | 瓦数
东街甲三 | 墨绿色 | 九十瓦
"""


def searching(text: str, folder: Path) -> CorpusSearch:
    documents = folder / "documents"
    documents.mkdir()
    (documents / "表.txt").write_text(text, "utf-8")
    return CorpusSearch(load_corpus(documents, None), folder / "index")


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("校车驾驶人多久审验一次", "校车驾驶人每年应当接受一次资格审验"),
        ("水库围网养鱼", "2 | 围网养鱼 | 水库承包户 | 5% | 《山塘镇水库办法》第二条"),
        ("墨绿色路灯", "墨绿色"),
    ],
)
def test_cells_that_no_clause_holds_are_found_and_quoted(tmp_path: Path, question: str, quoted: str) -> None:
    found = searching(ONLY_TABLES, tmp_path).find(question, 2)
    assert any(quoted in f.document.quote(f.span) for f in found)


def test_a_row_of_a_check_list_is_an_excerpt_of_its_own(tmp_path: Path) -> None:
    found = searching(ONLY_TABLES, tmp_path).find("围网养鱼", 3)
    assert any(isinstance(f, Excerpt) and f.text.startswith("2，围网养鱼") for f in found)


def test_documents_without_a_passage_need_no_index(tmp_path: Path) -> None:
    nothing = searching("某某镇\n", tmp_path)
    assert nothing.ready() == 0 and nothing.find("工伤", 3) == []
