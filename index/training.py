"""Puts the parts of training together: data in, model folder out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.lexical import LexicalIndex
from index.records import Progress
from index.spelling import LONGEST
from index.terms import Terms
from index.training_data import Article, Labelled, Question, read_articles, read_labelled, read_questions
from index.training_loop import Plan, Trainer
from index.training_pairs import ArticlePairs, LabelPairs, QuestionPairs
from index.training_vocabulary import Tokens, count

TEXT_WEIGHT = 20
"""A token of an everyday text counts as much as so many articles when the vocabulary is chosen."""
HARD = 60
"""Wrong articles are drawn from so many best hits of BM25."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything the model learns from."""

    articles: list[Article]
    questions: list[Question]
    texts: list[Labelled]

    @classmethod
    def read(cls, articles: Path, questions: Path, answers: Path | None, texts: list[Path]) -> Sources:
        """Read the files named on the command line."""
        return cls(read_articles(articles, LONGEST), read_questions(questions, answers), read_labelled(texts))


def bm25(articles: Sequence[Article], questions: Sequence[Question], k: int, progress: Progress) -> list[list[int]]:
    """Numbers of the k best articles by BM25 for each question."""
    terms = Terms()

    def split() -> list[list[str]]:
        found: list[list[str]] = []
        for n, article in enumerate(articles):
            if n % 5_000 == 0:
                progress("切分词语", n, len(articles))
            found.append(terms.split(f"{article.name} {'，'.join(article.clauses)}"))
        return found

    index = LexicalIndex.build(split())
    return [index.search(terms.split(question.text), k) for question in questions]


def vocabulary(sources: Sources, size: int) -> Tokens:
    """The most useful tokens of articles and everyday texts; measured questions have no say."""
    counts: Counter[str] = count(article.name + "，".join(article.clauses) for article in sources.articles)
    counts.update(count((text.text for text in sources.texts), TEXT_WEIGHT))
    return Tokens(counts, size)


def question_pairs(
    sources: Sources, chosen: Sequence[int], lexical: Sequence[list[int]], tokens: Tokens
) -> QuestionPairs:
    """The chosen questions with right and hard wrong articles; `lexical` are the BM25 hits of all questions."""
    numbers = {article.id: n for n, article in enumerate(sources.articles)}
    gold = {i: [numbers[id] for id in sources.questions[i].gold if id in numbers] for i in chosen}
    kept = [i for i in chosen if gold[i]]
    wrong = [[j for j in lexical[i][:HARD] if j not in gold[i]] or [0] for i in kept]
    return QuestionPairs([sources.questions[i] for i in kept], [gold[i] for i in kept], wrong, tokens)


def train(sources: Sources, size: int, plan: Plan, progress: Progress) -> tuple[Tokens, npt.NDArray[np.float32]]:
    """Train on everything: the vocabulary and its rows, shape `[tokens, dimensions]`."""
    tokens = vocabulary(sources, size)
    articles = ArticlePairs(sources.articles, [text.text for text in sources.texts], tokens)
    trainer = Trainer(tokens, plan)
    trainer.learn_articles(articles, progress)
    lexical = bm25(sources.articles, sources.questions, HARD, progress)
    questions = question_pairs(sources, range(len(sources.questions)), lexical, tokens)
    trainer.learn_questions(articles, questions, LabelPairs(sources.texts, tokens), progress)
    return tokens, trainer.weights


def quantised(rows: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Each row as whole numbers from -127 to 127, and the factor that gives it back."""
    factors = np.maximum(np.abs(rows).max(axis=1), 1e-12) / 127
    return np.round(rows / factors[:, None]).astype(np.int8), factors.astype(np.float32)


def save(tokens: Tokens, rows: npt.NDArray[np.float32], folder: Path) -> None:
    """Write the model in the layout of model2vec: config.json, tokenizer.json, model.safetensors (8-bit rows)."""
    from safetensors.numpy import save_file

    rows = rows.copy()
    rows[0] = 0  # the unknown token says nothing
    embeddings, weights = quantised(rows)
    folder.mkdir(parents=True, exist_ok=True)
    save_file({"embeddings": embeddings, "weights": weights}, folder / "model.safetensors")
    (folder / "model.safetensors").chmod(0o644)  # safetensors makes the file private
    tokens.tokenizer().save(str(folder / "tokenizer.json"), pretty=False)
    config = {
        "model_type": "model2vec",
        "architectures": ["StaticModel"],
        "normalize": True,
        "hidden_dim": int(rows.shape[1]),
        "max_length": None,
        "embedding_dtype": "int8",
    }
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
