"""Fits the label classifier: one linear support-vector machine per label, scores calibrated by one temperature.

Measured by cross-validation on the example questions of about 300 labels: linear SVM over n-grams of 1–2 characters ranks
the right label first as often as n-grams up to 4 do, and more often than naive Bayes or ridge regression.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.model_selection import KFold
from sklearn.svm import LinearSVC

from index.classifier import Example, LinearClassifier, fingerprint
from index.ngrams import Vocabulary

COST = 0.3
"""Inverse regularisation of the SVM."""
SMALLEST = 0.06
"""Weights below it are dropped: 1 % remain, and cross-validation does not get worse."""
FOLDS = 3
TEMPERATURES = np.geomspace(0.02, 1.0, 40)

Matrix = npt.NDArray[np.float32]


def fit(examples: Sequence[Example], seed: int) -> LinearClassifier:
    """See `index.classifier.train`."""
    examples = sorted(set(examples))
    labels = tuple(sorted({label for _, label in examples}))
    if len(labels) < 2:
        raise ValueError("a classifier needs examples of at least two labels")
    number = {label: i for i, label in enumerate(labels)}
    target = np.array([number[label] for _, label in examples])
    texts = [text for text, _ in examples]
    vocabulary = Vocabulary.of(texts)
    features = vectors(vocabulary, texts)
    weights, bias = _machines(features, target, len(labels), seed)
    weights[np.abs(weights) < SMALLEST] = 0
    rows = sparse.csr_matrix(weights)
    return LinearClassifier(
        labels=labels,
        vocabulary=Vocabulary(vocabulary.columns, _rounded(vocabulary.idf)),
        starts=rows.indptr.astype(np.int64),
        columns=rows.indices.astype(np.int64),
        values=_rounded(np.asarray(rows.data, dtype=np.float32)),
        bias=_rounded(bias),
        temperature=_temperature(features, target, len(labels), seed),
        fingerprint=fingerprint(examples),
    )


def vectors(vocabulary: Vocabulary, texts: Sequence[str]) -> sparse.csr_matrix:
    """The TF-IDF vectors of the texts, one row each."""
    found = [vocabulary.vector(text) for text in texts]
    starts = np.cumsum([0, *(len(columns) for columns, _ in found)])
    columns = np.concatenate([columns for columns, _ in found])
    values = np.concatenate([values for _, values in found])
    return sparse.csr_matrix((values, columns, starts), shape=(len(texts), len(vocabulary.columns)))


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


def _temperature(features: sparse.csr_matrix, target: npt.NDArray[np.int64], n: int, seed: int) -> float:
    """The temperature that makes the held-out examples likeliest."""
    if len(target) < FOLDS * 2:
        return 1.0
    scores = np.zeros((len(target), n), dtype=np.float32)
    for train, test in KFold(FOLDS, shuffle=True, random_state=seed).split(target):
        if len(np.unique(target[train])) < 2:
            return 1.0
        weights, bias = _machines(features[train], target[train], n, seed)
        scores[test] = features[test] @ weights + bias
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
