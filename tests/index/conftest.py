"""A made-up collection and an embedder that needs no model."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.engine import SearchIndex, build_index
from index.records import PassageText

PASSAGES = [
    PassageText("a", "单位应当按月支付工资，不得拖欠。", "第一章 工资"),
    PassageText("b", "职工因工作受到伤害的，可以申请工伤认定。", "第二章 工伤"),
    PassageText("c", "失业人员可以领取失业保险金。", "第三章 失业"),
    PassageText("d", "年满六十周岁的居民按月领取养老金。", "第四章 养老"),
]


class CharacterEmbedder:
    """Counts characters by code: enough to tell texts apart, the same everywhere."""

    name = "characters"
    dimensions = 64

    def encode(self, texts: list[str]) -> np.ndarray:
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in enumerate(texts):
            for character in text:
                vectors[row, ord(character) % self.dimensions] += 1
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


@pytest.fixture
def passages() -> list[PassageText]:
    return list(PASSAGES)


@pytest.fixture
def embedder() -> CharacterEmbedder:
    return CharacterEmbedder()


@pytest.fixture(scope="session")
def index_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index") / "built"
    build_index(PASSAGES, folder, embedder=CharacterEmbedder())
    return folder


@pytest.fixture(scope="session")
def index(index_folder: Path) -> SearchIndex:
    return SearchIndex.open(index_folder, embedder=CharacterEmbedder())
