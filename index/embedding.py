"""Turns texts into vectors. The only door to model2vec and, for a model of the user's choice, to sentence-transformers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from index.errors import SearchIndexError
from index.spelling import spelled

Vectors = npt.NDArray[np.float32]

BUNDLED = Path(__file__).parent / "model"
CHUNK = 20_000
"""Texts encoded in one go by the bundled model: bounds memory."""


class Embedder(Protocol):
    """What the engine needs of an embedding model."""

    @property
    def name(self) -> str:
        """Identifies the model: an index built with one model cannot be searched with another."""
        ...

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        ...

    def encode(self, texts: list[str]) -> Vectors:
        """Vectors of shape `[n, dimensions]`, length 1 each (0 for a text of which the model knows nothing)."""
        ...


class BundledEmbedder:
    """The static model that comes with the program (layout of model2vec): no torch, no network, loaded on first use."""

    def __init__(self, folder: Path = BUNDLED) -> None:
        self._folder = folder

    @property
    def name(self) -> str:
        """`bundled-` and the start of the SHA-256 of the model's files."""
        return self._name

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._model.dim)

    def encode(self, texts: list[str]) -> Vectors:
        """See `Embedder.encode`."""
        parts = [self._chunk(texts[i : i + CHUNK]) for i in range(0, len(texts), CHUNK)]
        return np.concatenate(parts) if parts else np.zeros((0, self.dimensions), dtype=np.float32)

    def _chunk(self, texts: list[str]) -> Vectors:
        found = self._model.encode([spelled(text) for text in texts], use_multiprocessing=False, max_length=None)
        return normalised(np.asarray(found, dtype=np.float32))

    @cached_property
    def _name(self) -> str:
        digest = hashlib.sha256()
        for file in ("config.json", "tokenizer.json", "model.safetensors"):
            digest.update(self._read(file))
        return f"bundled-{digest.hexdigest()[:16]}"

    @cached_property
    def _model(self) -> Any:
        from model2vec import StaticModel  # 0.3 s: only when something is embedded
        from safetensors import SafetensorError

        self._read("model.safetensors")  # without it model2vec would look for the folder's name on the network
        tokenizer = self._read("tokenizer.json")
        try:
            json.loads(tokenizer)["model"]  # checked here because the tokenizers library raises a bare Exception
            return StaticModel.from_pretrained(self._folder, force_download=False)
        except (OSError, ValueError, KeyError, TypeError, SafetensorError) as error:
            raise SearchIndexError(f"自带的语义模型不能读取：{self._folder}（{error}）。请重新安装本程序。") from error

    def _read(self, file: str) -> bytes:
        try:
            return (self._folder / file).read_bytes()
        except OSError as error:
            raise SearchIndexError(f"自带的语义模型缺少文件 {file}：{self._folder}。请重新安装本程序。") from error


class SentenceTransformerEmbedder:
    """Any sentence-transformers model by name or path, loaded on first use (several seconds, and torch)."""

    def __init__(self, name_or_path: str, report: Callable[[str], None] = lambda _: None) -> None:
        """`report` gets one Chinese line before the slow load begins."""
        self._source = name_or_path
        self._report = report

    @property
    def name(self) -> str:
        """The name or path given."""
        return self._source

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._model.get_embedding_dimension())

    def encode(self, texts: list[str]) -> Vectors:
        """See `Embedder.encode`."""
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        found = self._model.encode(texts, batch_size=64, show_progress_bar=False, convert_to_numpy=True)
        return normalised(np.asarray(found, dtype=np.float32))

    @cached_property
    def _model(self) -> Any:
        self._report(f"正在加载语义模型 {self._source}，首次使用可能需要下载 …")
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise SearchIndexError(
                "使用指定的语义模型需要 sentence-transformers。请运行 pip install 'renshe[models]'，"
                "或不设 RENSHE_EMBEDDING_MODEL，改用自带模型。"
            ) from error
        try:
            return SentenceTransformer(self._source)
        except (OSError, ValueError, RuntimeError) as error:
            first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
            raise SearchIndexError(
                f"语义模型 {self._source} 加载失败（{first}）。请检查 RENSHE_EMBEDDING_MODEL 的名称或路径，"
                "以及网络；不设此项则使用自带模型。"
            ) from error


def embedder(name_or_path: str | None, report: Callable[[str], None] = lambda _: None) -> Embedder:
    """The bundled model, or the sentence-transformers model of that name or path."""
    return SentenceTransformerEmbedder(name_or_path, report) if name_or_path else BundledEmbedder()


def normalised(vectors: Vectors) -> Vectors:
    """Each row with length 1; rows of zeros stay."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.maximum(lengths, 1e-12)).astype(np.float32)
