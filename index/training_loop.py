"""Trains a static embedding: first on articles alone, then on questions as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from sentence_transformers.sentence_transformer.modules import StaticEmbedding

from index.records import Progress
from index.training_pairs import ArticlePairs, Batch, LabelPairs, Mask, QuestionPairs
from index.training_vocabulary import Rows, Tokens

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to train."""

    dimensions: int = 256
    articles_steps: int = 200
    articles_batch: int = 1_024
    articles_rate: float = 0.02
    questions_steps: int = 80
    questions_batch: int = 256
    questions_rate: float = 0.01
    negatives: int = 4
    scale: float = 32.0
    """Cosines are multiplied by it before the softmax."""
    seed: int = 0


class Trainer:
    """A static embedding in training; the same inputs, seed and number of threads give the same weights."""

    def __init__(self, tokens: Tokens, plan: Plan) -> None:
        torch.manual_seed(plan.seed)
        self._rng = np.random.default_rng(plan.seed)
        self._plan = plan
        start = self._rng.normal(0, 0.1, (len(tokens), plan.dimensions)) * tokens.rarity[:, None]
        self._module = StaticEmbedding(tokens.tokenizer(), embedding_weights=start.astype(np.float32))

    @property
    def weights(self) -> Vectors:
        """A copy of the rows, shape `[tokens, dimensions]`."""
        return self._module.embedding.weight.detach().numpy().copy()

    def restore(self, weights: Vectors) -> None:
        """Put back rows taken before, and the random numbers to their beginning."""
        with torch.no_grad():
            self._module.embedding.weight.copy_(torch.from_numpy(weights))
        self._rng = np.random.default_rng(self._plan.seed)

    def encode(self, texts: Sequence[Rows]) -> Vectors:
        """Unit vectors of the texts, shape `[n, dimensions]`."""
        with torch.no_grad():
            parts = [self._vectors(texts[i : i + 4_096]).numpy() for i in range(0, len(texts), 4_096)]
        return np.concatenate(parts)

    def learn_articles(self, articles: ArticlePairs, progress: Progress) -> None:
        """First stage: clauses find the rest of their article."""
        plan = self._plan
        optimizer = torch.optim.Adam(self._module.parameters(), lr=plan.articles_rate)
        for step in range(plan.articles_steps):
            rate = plan.articles_rate * min(1.0, (step + 1) / 20) * (1 - step / plan.articles_steps)
            _step(optimizer, rate, self._batch_loss(articles.draw(plan.articles_batch, self._rng)))
            progress("学习条文", step + 1, plan.articles_steps)

    def learn_questions(
        self, articles: ArticlePairs, questions: QuestionPairs, labels: LabelPairs, progress: Progress
    ) -> None:
        """Second stage: questions find their articles and answers, texts of one label find each other, and articles go on."""
        plan = self._plan
        optimizer = torch.optim.Adam(self._module.parameters(), lr=plan.questions_rate)
        for step in range(plan.questions_steps):
            loss = self._question_loss(articles, questions)
            loss = loss + self._batch_loss(articles.draw(plan.articles_batch // 2, self._rng))
            if len(labels):
                loss = loss + 0.5 * self._batch_loss(labels.draw(plan.questions_batch, self._rng))
            _step(optimizer, plan.questions_rate * (1 - step / plan.questions_steps), loss)
            progress("学习问答", step + 1, plan.questions_steps)

    def _question_loss(self, articles: ArticlePairs, questions: QuestionPairs) -> Any:
        asked, answered, rows, mask = questions.draw(self._plan.questions_batch, self._plan.negatives, self._rng)
        q, a = self._vectors(asked), self._vectors(answered)
        d = self._vectors([articles.passage(row) for row in rows])
        return self._loss(q, d, mask) + 0.5 * self._loss(a, d, mask) + 0.5 * self._loss(q, a, None)

    def _batch_loss(self, batch: Batch) -> Any:
        return self._loss(self._vectors(batch.left), self._vectors(batch.right), batch.mask)

    def _loss(self, left: Any, right: Any, mask: Mask | None) -> Any:
        """Multiple-negatives ranking loss: row i of `right` is the right one for row i of `left`, unmasked others are wrong."""
        scores = left @ right.T * self._plan.scale
        if mask is not None:
            scores = scores.masked_fill(torch.from_numpy(mask), -1e9)
        return torch.nn.functional.cross_entropy(scores, torch.arange(len(left)))

    def _vectors(self, texts: Sequence[Rows]) -> Any:
        offsets = np.cumsum([0, *(len(text) for text in texts[:-1])])
        features = {"input_ids": torch.from_numpy(np.concatenate(texts)), "offsets": torch.from_numpy(offsets)}
        return torch.nn.functional.normalize(self._module(features)["sentence_embedding"], dim=1)


def _step(optimizer: Any, rate: float, loss: Any) -> None:
    for group in optimizer.param_groups:
        group["lr"] = rate
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
