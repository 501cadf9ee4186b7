"""The bundled model works without torch, and models that cannot be loaded say so in Chinese."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.embedding import BUNDLED, BundledEmbedder, SentenceTransformerEmbedder, embedder
from index.errors import SearchIndexError
from index.spelling import spelled

WITHOUT_TORCH = """
import sys
for name in ("torch", "transformers", "sentence_transformers", "sklearn"):
    sys.modules[name] = None
from index.embedding import BundledEmbedder
model = BundledEmbedder()
print(model.encode(["拖欠工资"]).shape == (1, model.dimensions))
"""


def test_the_bundled_model_needs_no_torch():
    done = subprocess.run([sys.executable, "-c", WITHOUT_TORCH], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"


def test_vectors_have_length_one_and_nothing_known_has_none():
    vectors = BundledEmbedder().encode(["拖欠工资", "工伤认定", "", "☃"])
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 0, 0], abs=1e-5)


def test_texts_of_one_matter_are_nearer_than_others():
    model = BundledEmbedder()
    question, near, far = model.encode(
        ["老板欠我工资不给", "用人单位应当按时足额支付劳动报酬", "机动车应当按照规定停放"]
    )
    assert question @ near > question @ far + 0.1


def test_a_text_has_the_same_vector_alone_and_among_others():
    model = BundledEmbedder()
    texts = ["工资", "工伤保险待遇由基金支付", "养老金"]
    assert np.array_equal(model.encode(texts)[1], model.encode(texts[1:2])[0])


def test_no_texts_give_no_vectors():
    model = BundledEmbedder()
    assert model.encode([]).shape == (0, model.dimensions)


def test_the_model_stays_small():
    assert sum(file.stat().st_size for file in BUNDLED.iterdir()) < 10_000_000


def test_a_missing_bundled_model_is_said(tmp_path: Path):
    with pytest.raises(SearchIndexError, match="缺少文件"):
        BundledEmbedder(tmp_path).encode(["工资"])
    with pytest.raises(SearchIndexError, match="缺少文件"):
        _ = BundledEmbedder(tmp_path).name


def test_a_damaged_bundled_model_is_said(tmp_path: Path):
    for file in ("config.json", "tokenizer.json", "model.safetensors"):
        (tmp_path / file).write_text("{", encoding="utf-8")
    with pytest.raises(SearchIndexError, match="不能读取"):
        BundledEmbedder(tmp_path).encode(["工资"])


def test_a_wrong_model_name_is_said(tmp_path: Path):
    pytest.importorskip("sentence_transformers", reason="sentence-transformers is not installed")
    told: list[str] = []
    model = SentenceTransformerEmbedder(str(tmp_path / "nowhere"), told.append)
    with pytest.raises(SearchIndexError, match=r"加载失败.*RENSHE_EMBEDDING_MODEL"):
        model.encode(["工资"])
    assert "正在加载语义模型" in told[0]


def test_sentence_transformers_reads_the_bundled_layout():
    pytest.importorskip("sentence_transformers", reason="sentence-transformers is not installed")
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    model = SentenceTransformer(modules=[StaticEmbedding.from_model2vec(str(BUNDLED))], device="cpu")
    vector = model.encode([spelled("拖欠工资怎么办")])[0]
    assert vector / np.linalg.norm(vector) == pytest.approx(BundledEmbedder().encode(["拖欠工资怎么办"])[0], abs=1e-4)


def test_without_a_name_the_bundled_model_is_used():
    assert isinstance(embedder(None), BundledEmbedder)
    assert embedder("some/model").name == "some/model"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("劳动法40条", "劳 动 法 劳动 动法 40 条"),
        ("ＡＢｃ，工", "abc 工"),
        ("。、", ""),
    ],
)
def test_spelling(text: str, expected: str):
    assert spelled(text) == expected
