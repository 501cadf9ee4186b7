"""Ranks labels for a short text: a linear model over character n-grams and the text's vector in the bundled embedding.

N-grams know the examples' words; the vector knows words that no example has. Both are needed: without the vector, letters
in new words are taken for another label twice as often.

Training needs scikit-learn; ranking needs numpy alone, and takes well under a millisecond for a question.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from index.errors import SearchIndexError
from index.ngrams import Vocabulary
from index.static_rows import StaticRows, digest, load_static_rows

Example = tuple[str, str]
"""A text and its label."""


@dataclass(frozen=True, slots=True)
class Families:
    """A coarser sorting of the labels, learned beside them: a label's score gains `weight` × its family's score.

    Few examples tell labels of one family apart; all of them together tell the family from the others.
    """

    of: Mapping[str, str]
    """Family of each label; a label without one is a family of its own."""
    weight: float


def fingerprint(examples: Sequence[Example], families: Sequence[Families] = ()) -> str:
    """SHA-256 of the examples, whatever their order, of families and embedding: tells whether weights belong to these."""
    parts = [digest(), sorted(set(examples)), *([sorted(f.of.items()), f.weight] for f in families)]
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def train(examples: Sequence[Example], seed: int = 0, families: Sequence[Families] = ()) -> LinearClassifier:
    """Train on labelled texts (say, phrases and example questions of each label). The same input gives the same weights.

    Raises ValueError when there are fewer than two labels. Needs scikit-learn (the extra `models`).
    """
    from index.classifier_training import fit  # scikit-learn takes a second to import and ranking never needs it

    return fit(examples, seed, families)


@dataclass(frozen=True, slots=True)
class LinearClassifier:
    """Sparse weights: row i of the n-gram × column matrix is `columns[starts[i]:starts[i + 1]]` with `values`.

    The columns are the labels, then the families of each level.
    """

    labels: tuple[str, ...]
    vocabulary: Vocabulary
    starts: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int64]
    values: npt.NDArray[np.float32]
    bias: npt.NDArray[np.float32]
    """Of every column."""
    rows: StaticRows
    """The bundled embedding."""
    meaning: npt.NDArray[np.float32]
    """Weights of a text's vector, shape `[dimensions, columns]`."""
    families: npt.NDArray[np.int64]
    """Column of each label's family, shape `[levels, labels]`."""
    temperature: float
    """Scores are divided by it before the softmax: fitted on held-out folds, so that probabilities mean what they say."""
    fingerprint: str
    """`fingerprint()` of the training examples."""

    def scores(self, text: str) -> npt.NDArray[np.float32]:
        """Raw score of every label, in the order of `labels`."""
        features, weights = self.vocabulary.vector(text)
        first, last = self.starts[features], self.starts[features + 1]
        spans = last - first
        within = np.arange(int(spans.sum())) - np.repeat(np.cumsum(spans) - spans, spans)
        at = np.repeat(first, spans) + within
        products = self.values[at] * np.repeat(weights, spans)
        total = np.bincount(self.columns[at], weights=products, minlength=len(self.bias)) + self.bias
        total += self.rows.vector(text) @ self.meaning
        own = total[: len(self.labels)]
        return (own + total[self.families].sum(axis=0)).astype(np.float32)

    def probabilities(self, text: str) -> npt.NDArray[np.float32]:
        """Probability of every label, in the order of `labels`; they sum to 1."""
        scaled = self.scores(text) / self.temperature
        exponents = np.exp(scaled - scaled.max())
        return (exponents / exponents.sum()).astype(np.float32)

    def predict(self, text: str, k: int) -> list[tuple[str, float]]:
        """The k likeliest labels with their probabilities, likeliest first; ties by label."""
        found = self.probabilities(text)
        order = np.argsort(-found, kind="stable")[:k]  # labels are sorted, so a stable sort breaks ties by label
        return [(self.labels[i], float(found[i])) for i in order]

    def save(self, path: Path) -> None:
        """Write the weights as one .npz file; the same weights give the same bytes."""
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            np.savez_compressed(
                file,
                labels=_packed(self.labels),
                ngrams=_packed(self.vocabulary.grams()),
                idf=self.vocabulary.idf.astype(np.float16),
                lengths=np.diff(self.starts).astype(np.uint16),
                columns=self.columns.astype(np.uint16),
                values=self.values.astype(np.float16),
                bias=self.bias.astype(np.float16),
                meaning=self.meaning.astype(np.float16),
                families=self.families.astype(np.uint16),
                temperature=np.float64(self.temperature),
                fingerprint=_packed([self.fingerprint]),
            )

    @classmethod
    def load(cls, path: Path) -> LinearClassifier:
        """Read what `save` wrote. Raises SearchIndexError when the file is missing or is something else."""
        try:
            with np.load(path, allow_pickle=False) as data:
                grams = _unpacked(data["ngrams"])
                vocabulary = Vocabulary({gram: i for i, gram in enumerate(grams)}, data["idf"].astype(np.float32))
                return cls(
                    labels=tuple(_unpacked(data["labels"])),
                    vocabulary=vocabulary,
                    starts=np.concatenate([[0], np.cumsum(data["lengths"].astype(np.int64))]),
                    columns=data["columns"].astype(np.int64),
                    values=data["values"].astype(np.float32),
                    bias=data["bias"].astype(np.float32),
                    rows=load_static_rows(),
                    meaning=data["meaning"].astype(np.float32),
                    families=data["families"].astype(np.int64),
                    temperature=float(data["temperature"]),
                    fingerprint=_unpacked(data["fingerprint"])[0],
                )
        except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
            raise SearchIndexError(
                f"分类权重文件不能读取：{path}（{error}）。请重新训练，或重新安装本程序。"
            ) from error


def _packed(texts: Iterable[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer("\n".join(texts).encode(), dtype=np.uint8)


def _unpacked(data: npt.NDArray[np.uint8]) -> list[str]:
    return data.tobytes().decode().split("\n")
