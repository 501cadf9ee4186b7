"""Measures retrieval by cross-validation: `python -m index.measure` with the data options of `index.train`.

Prints recall at 10 and at 100 (the share of a question's right articles among the first k, averaged over questions) of
BM25, of the static embedding as it would ship (8-bit rows), of both fused, and as the engine ranks (fused, with the support
of documents and neighbours). Folds are by question: the measured
questions, their answers and their labels are never trained on.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from index.context import rank
from index.context import sources as document_numbers
from index.fusion import fuse
from index.progress import shown
from index.train import arguments

if TYPE_CHECKING:
    from index.training import Sources
    from index.training_loop import Plan

DEPTH = 200
CUTS = (10, 100)


def recall(found: Sequence[Sequence[int]], gold: Sequence[set[int]], k: int) -> float:
    """Mean share of the right rows among the first k; NaN without questions."""
    shares = [len(right & set(rows[:k])) / len(right) for rows, right in zip(found, gold, strict=True)]
    return float(np.mean(shares)) if shares else float("nan")


def nearest(queries: npt.NDArray[np.float32], passages: npt.NDArray[np.float32], k: int) -> list[list[int]]:
    """Rows of the k most similar passages for each query, exactly; ties by row."""
    found: list[list[int]] = []
    for scores in queries @ passages.T:
        rows = np.sort(np.argpartition(-scores, min(k, len(scores) - 1))[:k])
        found.append(rows[np.argsort(-scores[rows], kind="stable")].tolist())
    return found


def main(given: list[str] | None = None) -> int:
    """Measure and print a table."""
    parser = arguments(argparse.ArgumentParser(prog="python -m index.measure", description=__doc__))
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--dense-weight", type=float, nargs="*", default=[1.0, 2.0, 3.0])
    options = parser.parse_args(given)
    from index.training import Sources
    from index.training_loop import Plan

    plan = Plan(dimensions=options.dimensions, seed=options.seed)
    sources = Sources.read(options.articles, options.questions, options.answers, options.texts)
    table = measure(sources, options.tokens, plan, options.folds, options.dense_weight)
    print("ranking\t" + "\t".join(f"R@{k}" for k in CUTS))
    for name, values in table.items():
        print(name + "\t" + "\t".join(f"{value:.3f}" for value in values))
    return 0


def measure(
    sources: Sources, size: int, plan: Plan, folds: int, weights: Sequence[float]
) -> dict[str, tuple[float, ...]]:
    """Recall at each of `CUTS` for each ranking, over all questions, each measured in the fold that did not train on it."""
    from index.training import bm25, quantised, question_pairs, vocabulary
    from index.training_loop import Trainer
    from index.training_pairs import ArticlePairs, LabelPairs

    with shown() as progress:
        tokens = vocabulary(sources, size)
        articles = ArticlePairs(sources.articles, [text.text for text in sources.texts], tokens)
        trainer = Trainer(tokens, plan)
        trainer.learn_articles(articles, progress)
        start = trainer.weights
        lexical = bm25(sources.articles, sources.questions, DEPTH, progress)
        labels = LabelPairs(sources.texts, tokens)
        everything = [articles.passage(i) for i in range(len(sources.articles))]
        fold = np.random.default_rng(plan.seed).permutation(len(sources.questions)) % folds
        dense: list[list[int]] = [[] for _ in sources.questions]
        for n in range(folds):
            trainer.restore(start)
            chosen = np.flatnonzero(fold != n).tolist()
            trainer.learn_questions(articles, question_pairs(sources, chosen, lexical, tokens), labels, progress)
            rows, factors = quantised(trainer.weights)
            trainer.restore(rows * factors[:, None])
            held = np.flatnonzero(fold == n).tolist()
            queries = trainer.encode([tokens.encode(sources.questions[i].text) for i in held])
            for i, hits in zip(held, nearest(queries, trainer.encode(everything), DEPTH), strict=True):
                dense[i] = hits
            progress("交叉验证", n + 1, folds)
    return _table(sources, lexical, dense, weights)


def _table(
    sources: Sources, lexical: Sequence[list[int]], dense: Sequence[list[int]], weights: Sequence[float]
) -> dict[str, tuple[float, ...]]:
    numbers = {article.id: n for n, article in enumerate(sources.articles)}
    gold = [{numbers[id] for id in question.gold if id in numbers} for question in sources.questions]
    rankings = {"BM25": lexical, "dense": dense}
    for weight in weights:
        pairs = zip(lexical, dense, strict=True)
        rankings[f"fused 1:{weight:g}"] = [
            [row for row, _ in fuse([(one, 1.0), (two, weight)], DEPTH)] for one, two in pairs
        ]
    documents = document_numbers(article.name for article in sources.articles)
    rankings["as the engine ranks"] = [
        [row for row, _ in rank(one, two, documents, DEPTH)] for one, two in zip(lexical, dense, strict=True)
    ]
    return {name: tuple(recall(found, gold, k) for k in CUTS) for name, found in rankings.items()}


if __name__ == "__main__":
    raise SystemExit(main())
