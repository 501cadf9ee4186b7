"""Draws the pairs of texts that should come close: made from articles themselves, and from questions with their answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.training_data import Article, Labelled, Question, clauses
from index.training_vocabulary import Rows, Tokens

Mask = npt.NDArray[np.bool_]
EMPTY = np.zeros(0, dtype=np.int64)

NAMES = 0.15
"""Share of pairs law name ↔ article; the rest are a few neighbouring clauses ↔ the rest of their article."""
KEPT = 0.15
"""Share of pairs in which the article keeps the clauses, as a passage keeps the words of a question about it."""
MASKED = 0.7
"""Share of rows in which other articles of the same law do not count as wrong."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Row i of `left` belongs to row i of `right`; where `mask` is set, a row of `right` does not count as wrong."""

    left: list[Rows]
    right: list[Rows]
    mask: Mask


class ArticlePairs:
    """Pairs made from the articles and from unlabelled texts, no question needed."""

    def __init__(self, articles: Sequence[Article], texts: Sequence[str], tokens: Tokens) -> None:
        numbers = {law: n for n, law in enumerate(sorted({article.law for article in articles}))}
        own = range(len(numbers), len(numbers) + len(texts))
        self._names = [tokens.encode(article.name) for article in articles] + [EMPTY] * len(texts)
        parts = [article.clauses for article in articles] + [clauses(text) for text in texts]
        self._clauses = [[rows for clause in row if len(rows := tokens.encode(clause))] for row in parts]
        whole = [(1 if len(name) else 0) + len(row) for name, row in zip(self._names, self._clauses, strict=True)]
        self._usable = np.flatnonzero(np.array(whole) > 1)
        self._laws = np.array([numbers[article.law] for article in articles] + list(own), dtype=np.int64)

    def passage(self, i: int) -> Rows:
        """The whole article, its name first."""
        return np.concatenate([self._names[i], *self._clauses[i]])

    def draw(self, size: int, rng: np.random.Generator) -> Batch:
        """A batch of at most `size` pairs."""
        drawn = rng.choice(self._usable, min(size, len(self._usable)), replace=False)
        pairs = [self._pair(int(i), rng) for i in drawn]
        laws = self._laws[drawn]
        same = (laws[:, None] == laws[None]) & (rng.random((len(pairs), 1)) < MASKED)
        np.fill_diagonal(same, False)
        return Batch([one for one, _ in pairs], [other for _, other in pairs], same)

    def _pair(self, i: int, rng: np.random.Generator) -> tuple[Rows, Rows]:
        parts, name = self._clauses[i], self._names[i]
        if len(parts) < 2 or (len(name) and rng.random() < NAMES):
            return name, np.concatenate(parts)
        length = int(rng.integers(1, min(5, len(parts))))
        start = int(rng.integers(0, len(parts) - length + 1))
        rest = parts if rng.random() < KEPT else parts[:start] + parts[start + length :]
        named = [name] if rng.random() < 0.5 else []
        return np.concatenate(parts[start : start + length]), np.concatenate([*named, *rest])


class QuestionPairs:
    """Questions with the articles that answer them, and articles that look right but are not."""

    def __init__(
        self, questions: Sequence[Question], gold: Sequence[list[int]], wrong: Sequence[list[int]], tokens: Tokens
    ) -> None:
        """`gold` and `wrong`: per question, numbers of the right articles and of hard wrong ones, both not empty."""
        self._questions = [tokens.encode(question.text) for question in questions]
        self._answers = [tokens.encode(question.answer or question.text) for question in questions]
        self._gold = gold
        self._wrong = wrong

    def draw(
        self, size: int, negatives: int, rng: np.random.Generator
    ) -> tuple[list[Rows], list[Rows], list[int], Mask]:
        """Questions, their answers, article numbers (the right ones, then the hard wrong ones) and the mask of other right ones."""
        drawn = [int(i) for i in rng.choice(len(self._questions), min(size, len(self._questions)), replace=False)]
        rows = [int(rng.choice(self._gold[i])) for i in drawn]
        rows += [int(j) for i in drawn for j in rng.choice(self._wrong[i], negatives)]
        mask = np.stack([np.isin(rows, self._gold[i]) for i in drawn])
        mask[np.arange(len(drawn)), np.arange(len(drawn))] = False
        return [self._questions[i] for i in drawn], [self._answers[i] for i in drawn], rows, mask


class LabelPairs:
    """Two texts of one label."""

    def __init__(self, texts: Sequence[Labelled], tokens: Tokens) -> None:
        by: dict[str, list[Rows]] = defaultdict(list)
        for text in texts:
            if text.label and len(rows := tokens.encode(text.text)):
                by[text.label].append(rows)
        self._groups = [by[label] for label in sorted(by) if len(by[label]) > 1]

    def __len__(self) -> int:
        return len(self._groups)

    def draw(self, size: int, rng: np.random.Generator) -> Batch:
        """One pair from each of at most `size` labels."""
        left: list[Rows] = []
        right: list[Rows] = []
        for i in rng.choice(len(self._groups), min(size, len(self._groups)), replace=False):
            one, other = rng.choice(len(self._groups[i]), 2, replace=False)
            left.append(self._groups[i][one])
            right.append(self._groups[i][other])
        return Batch(left, right, np.zeros((len(left), len(left)), dtype=np.bool_))
