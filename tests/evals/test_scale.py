"""Measurements of size on 50 passages, with an embedder that counts characters."""

import json
from pathlib import Path

import numpy as np
import pytest

from assistant.settings import Settings
from evals.growth import FIGURES, Measured, growth, scale_json, scale_table
from evals.perturb import perturbed
from evals.scale import corpus_passages, in_new_process
from evals.scale_run import Built, Searched, build, folder_mib, search, search_folder
from evals.timing import Spread
from index.errors import SearchIndexError
from index.passages import read_passages
from index.records import PassageText

GIVEN = (
    PassageText("a", "船员科每月检查2次，不少于30艘。", "船员"),
    PassageText("b", "灯塔科负责维修；夜间值守。", "灯塔"),
    PassageText("c", "。", ""),
)


class CharacterEmbedder:
    """Counts characters by code."""

    name = "characters"
    dimensions = 32

    def encode(self, texts: list[str]) -> np.ndarray:
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in enumerate(texts):
            for character in text:
                vectors[row, ord(character) % self.dimensions] += 1
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def test_fifty_passages_are_built_and_searched(tmp_path: Path):
    built = build(perturbed(GIVEN, 50), tmp_path / "index", CharacterEmbedder())
    found = search(tmp_path / "index", ["船员科", "灯塔"], CharacterEmbedder())
    assert built.passages == 50 and built.seconds > 0 and built.peak_mib > 0
    assert built.index_mib == pytest.approx(folder_mib(tmp_path / "index"), rel=0.2) and built.index_mib > 0
    assert found.search.n == 2 and 0 < found.search.p50_ms <= found.search.p99_ms and found.first_s > 0


def test_perturbed_passages_are_the_given_ones_then_others_and_always_the_same():
    made = list(perturbed(GIVEN, 50))
    assert made == list(perturbed(GIVEN, 50)) != list(perturbed(GIVEN, 50, seed=1))
    assert [p.text for p in made[:3]] == [p.text for p in GIVEN]
    assert [p.id for p in made] == list(range(50))
    assert len({p.text for p in made}) > 45
    assert all(p.title in ("船员", "灯塔", "") for p in made)


def test_fewer_than_given_are_spread_evenly():
    given = [PassageText(i, f"第{i}段") for i in range(10)]
    assert [p.text for p in perturbed(given, 5)] == [f"第{i}段" for i in (0, 2, 4, 6, 8)]


def test_nothing_given_is_refused():
    with pytest.raises(ValueError, match="no passages"):
        next(perturbed([], 5))


def measured(n: int, seconds: float) -> Measured:
    return Measured(Built(n, seconds, 1.0, 100.0), Searched(0.5, Spread(seconds, 2 * seconds, 9), 50.0))


def test_growth_is_the_factor_from_size_to_size():
    found = (measured(10, 1.0), measured(100, 12.5), measured(1000, 250.0))
    assert [(g["passages"], g["build_s"], g["index_mib"]) for g in growth(found)] == [(10, 12.5, 1), (10, 20, 1)]
    assert len(json.loads(json.dumps(scale_json(found)))["sizes"]) == 3
    table = scale_table(found)
    assert (table.row_count, len(table.columns)) == (len(FIGURES), 4)
    assert list(table.columns[2].cells)[1] == "12.5 (×12.5)"


def test_the_corpus_gives_passages_and_an_error_crosses_processes(tmp_path: Path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("一、灯塔管理\n1、灯塔科每月检查灯塔2次，并作记录。\n", "utf-8")
    settings = Settings(corpus=tmp_path / "corpus", home=tmp_path / "home")
    file = in_new_process(corpus_passages, settings, tmp_path / "passages.jsonl")
    assert any("检查灯塔" in p.text for p in read_passages(file))
    with pytest.raises(SearchIndexError):
        in_new_process(search_folder, tmp_path, ("灯塔",), None)
