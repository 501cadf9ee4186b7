"""Fits the label classifier: one linear support-vector machine per label, scores calibrated by one temperature.

The features are TF-IDF of character n-grams and, beside them, the text's vector in the bundled embedding.

Measured on held-out example questions of 256 labels (two of five folds), trained with each label's phrases as well: right
label first 0.37 with n-grams of 1–2 or of 1–3 characters, 0.30 with naive Bayes. Nearest examples, by n-grams or by the
bundled embedding, added at most 0.02 and are left out. Machines for
families of labels, added to those of the labels themselves, put the right family first more often (0.61 for 0.58 of the
sections, area under the curve of two families 0.94 for 0.90).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.model_selection import KFold
from sklearn.svm import LinearSVC

from index.classifier import Example, Families, LinearClassifier, fingerprint
from index.ngrams import Vocabulary
from index.static_rows import StaticRows, load_static_rows

COST = 0.3
"""Inverse regularisation of the SVM."""
SMALLEST = 0.06
"""Weights below it are dropped: 1 % remain, and cross-validation does not get worse."""
FOLDS = 3
TEMPERATURES = np.geomspace(0.02, 1.0, 40)

Matrix = npt.NDArray[np.float32]
Level = tuple[npt.NDArray[np.int64], float]
"""Number of each label's family, and the weight of the level."""


def fit(examples: Sequence[Example], seed: int, families: Sequence[Families] = ()) -> LinearClassifier:
    """See `index.classifier.train`."""
    examples = sorted(set(examples))
    labels = tuple(sorted({label for _, label in examples}))
    if len(labels) < 2:
        raise ValueError("a classifier needs examples of at least two labels")
    number = {label: i for i, label in enumerate(labels)}
    target = np.array([number[label] for _, label in examples])
    levels = [_level(labels, f) for f in families]
    texts = [text for text, _ in examples]
    vocabulary = Vocabulary.of(texts)
    embedding = load_static_rows()
    features = sparse.csr_matrix(sparse.hstack([vectors(vocabulary, texts), meanings(embedding, texts)]))
    weights, bias, columns = _all_machines(features, target, len(labels), levels, seed)
    rows = sparse.csr_matrix(np.where(np.abs(grams := weights[: len(vocabulary.columns)]) < SMALLEST, 0, grams))
    return LinearClassifier(
        labels=labels,
        vocabulary=Vocabulary(vocabulary.columns, _rounded(vocabulary.idf)),
        starts=rows.indptr.astype(np.int64),
        columns=rows.indices.astype(np.int64),
        values=_rounded(np.asarray(rows.data, dtype=np.float32)),
        bias=_rounded(bias),
        rows=embedding,
        meaning=_rounded(weights[len(vocabulary.columns) :]),
        families=columns,
        temperature=_temperature(features, target, levels, seed),
        fingerprint=fingerprint(examples, families),
    )


def _level(labels: Sequence[str], families: Families) -> Level:
    names = [families.of.get(label, label) for label in labels]
    number = {name: i for i, name in enumerate(sorted(set(names)))}
    return np.array([number[name] for name in names]), families.weight


def vectors(vocabulary: Vocabulary, texts: Sequence[str]) -> sparse.csr_matrix:
    """The TF-IDF vectors of the texts, one row each."""
    found = [vocabulary.vector(text) for text in texts]
    starts = np.cumsum([0, *(len(columns) for columns, _ in found)])
    columns = np.concatenate([columns for columns, _ in found])
    values = np.concatenate([values for _, values in found])
    return sparse.csr_matrix((values, columns, starts), shape=(len(texts), len(vocabulary.columns)))


def meanings(embedding: StaticRows, texts: Sequence[str]) -> sparse.csr_matrix:
    """The vectors of the texts in the embedding, one row each; they weigh as much as the n-grams together."""
    return sparse.csr_matrix(np.stack([embedding.vector(text) for text in texts]))


def _all_machines(
    features: sparse.csr_matrix, target: npt.NDArray[np.int64], n: int, levels: Sequence[Level], seed: int
) -> tuple[Matrix, Matrix, npt.NDArray[np.int64]]:
    """Weights and bias of the labels, then of each level's families; and the column of each label's family."""
    weights, bias = _machines(features, target, n, seed)
    columns: list[npt.NDArray[np.int64]] = []
    for family, weight in levels:
        more, more_bias = _machines(features, family[target], int(family.max()) + 1, seed)
        columns.append(family + len(bias))
        weights, bias = np.hstack([weights, weight * more]), np.hstack([bias, weight * more_bias])
    return weights, bias, np.array(columns, dtype=np.int64).reshape(len(levels), n)


def _machines(features: sparse.csr_matrix, target: npt.NDArray[np.int64], n: int, seed: int) -> tuple[Matrix, Matrix]:
    """Weights `[n-grams, n]` and bias `[n]`; a label without an example in this fold never wins."""
    machine = LinearSVC(C=COST, random_state=seed).fit(features, target)
    coefficients, intercept = np.asarray(machine.coef_), np.asarray(machine.intercept_)
    seen = np.asarray(machine.classes_)
    if len(seen) == 2:  # scikit-learn then fits a single machine, for the second label
        coefficients, intercept = np.vstack([-coefficients, coefficients]), np.hstack([-intercept, intercept])
    weights = np.zeros((coefficients.shape[1], n), dtype=np.float32)
    bias = np.full(n, -2.0, dtype=np.float32)
    weights[:, seen] = coefficients.T
    bias[seen] = intercept
    return weights, bias


def _temperature(
    features: sparse.csr_matrix, target: npt.NDArray[np.int64], levels: Sequence[Level], seed: int
) -> float:
    """The temperature that makes the held-out examples likeliest."""
    if len(target) < FOLDS * 2:
        return 1.0
    n = int(target.max()) + 1
    scores = np.zeros((len(target), n), dtype=np.float32)
    for train, test in KFold(FOLDS, shuffle=True, random_state=seed).split(target):
        if len(np.unique(target[train])) < 2:
            return 1.0
        weights, bias, columns = _all_machines(features[train], target[train], n, levels, seed)
        total = np.asarray(features[test] @ weights + bias, dtype=np.float32)
        scores[test] = total[:, :n] + sum((total[:, c] for c in columns), start=np.float32(0))
    losses = [_loss(scores / t, target) for t in TEMPERATURES]
    return float(TEMPERATURES[int(np.argmin(losses))])


def _loss(scores: npt.NDArray[np.floating], target: npt.NDArray[np.int64]) -> float:
    """Mean negative log-likelihood under the softmax."""
    top = scores.max(axis=1, keepdims=True)
    normal = np.log(np.exp(scores - top).sum(axis=1)) + top[:, 0]
    return float(np.mean(normal - scores[np.arange(len(target)), target]))


def _rounded(values: npt.NDArray[np.floating]) -> Matrix:
    """Half precision, as the file keeps it: a saved and loaded classifier gives the same scores."""
    return values.astype(np.float16).astype(np.float32)
