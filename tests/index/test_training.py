"""Training on a tiny made-up corpus learns something and is reproducible."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("sentence_transformers", reason="sentence-transformers is not installed")

from index.embedding import BundledEmbedder
from index.measure import measure, recall
from index.records import silent
from index.training import Sources, quantised, save, train
from index.training_data import clauses
from index.training_loop import Plan

PLAN = Plan(
    dimensions=16, articles_steps=8, articles_batch=8, questions_steps=12, questions_batch=4, negatives=1, seed=3
)
THINGS = ["工资支付", "工伤认定", "失业登记", "养老待遇", "医疗报销", "合同签订", "培训补贴", "档案转递"]


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    folder = tmp_path_factory.mktemp("data")
    articles = [
        {"id": n, "name": f"某办法第{n + 1}条", "text": f"{thing}由单位办理，{thing}应当及时。逾期的，责令改正。"}
        for n, thing in enumerate(THINGS)
    ]
    questions = [{"q": f"怎么办{thing[:2]}", "gold": [n]} for n, thing in enumerate(THINGS)]
    texts = [{"text": f"{thing}{what}", "label": thing} for thing in THINGS for what in ("难", "慢")]
    for name, rows in (("articles", articles), ("questions", questions), ("texts", texts)):
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        (folder / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return Sources.read(folder / "articles.jsonl", folder / "questions.jsonl", None, [folder / "texts.jsonl"])


def test_the_same_seed_gives_the_same_files(sources: Sources, tmp_path: Path):
    for name in ("one", "two"):
        tokens, rows = train(sources, 200, PLAN, silent)
        save(tokens, rows, tmp_path / name)
    for file in ("config.json", "tokenizer.json", "model.safetensors"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_the_saved_model_finds_what_it_was_taught(sources: Sources, tmp_path: Path):
    tokens, rows = train(sources, 200, PLAN, silent)
    save(tokens, rows, tmp_path)
    model = BundledEmbedder(tmp_path)
    asked = model.encode([question.text for question in sources.questions])
    passages = model.encode(["，".join((article.name, *article.clauses)) for article in sources.articles])
    found = (asked @ passages.T).argmax(axis=1)
    assert (found == np.arange(len(THINGS))).mean() > 0.7


def test_measuring_gives_recall_for_each_ranking(sources: Sources):
    table = measure(sources, 200, PLAN, 2, [2.0])
    assert list(table) == ["BM25", "dense", "fused 1:2", "as the engine ranks"]
    assert all(0 <= value <= 1 for values in table.values() for value in values)


def test_recall_is_the_share_of_right_rows_among_the_first_k():
    assert recall([[1, 2, 3], [4]], [{1, 3}, {9}], 2) == pytest.approx(0.25)
    assert np.isnan(recall([], [], 10))


def test_eight_bits_keep_each_row_within_half_a_step():
    rows = np.random.default_rng(0).normal(size=(20, 8)).astype(np.float32) * np.logspace(-3, 1, 20)[:, None]
    whole, factors = quantised(rows.astype(np.float32))
    assert np.all(np.abs(whole * factors[:, None] - rows) <= factors[:, None] * 0.501)


def test_clauses_lie_between_punctuation():
    assert clauses("甲应当办理；乙，丙。") == ("甲应当办理", "乙", "丙")
