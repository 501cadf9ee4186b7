"""The learned part of understanding: weights over the vocabulary's own examples, shipped and checked for staleness.

`python -m assistant.topic_model` (`make train`) trains them again after the vocabulary changed.
"""

from __future__ import annotations

from pathlib import Path

from assistant.matters import PACKAGED, Vocabulary, load_vocabulary
from index.classifier import Families, LinearClassifier, fingerprint, train

WEIGHTS = Path(__file__).parent / "topics.npz"
_TOPIC_WEIGHT, _SIDE_WEIGHT = 0.4, 0.2
"""Weights of the families' scores; chosen by cross-validation on the vocabulary's own examples."""


def load_topic_model(path: Path = WEIGHTS) -> LinearClassifier:
    """The shipped weights. Raises SearchIndexError when the file is missing or damaged."""
    return LinearClassifier.load(path)


def is_current(model: LinearClassifier, vocabulary: Vocabulary) -> bool:
    """Whether the weights were trained on just this vocabulary."""
    return model.fingerprint == fingerprint(training_pairs(vocabulary), families(vocabulary))


def training_pairs(vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """What the weights are trained on: the example questions, and the words that people say, each as a short question."""
    said = [(w, f"in:{m.id}") for m in vocabulary.matters for w in (*m.says, m.name)]
    said += [(w, f"out:{o.id}") for o in vocabulary.outside for w in o.says]
    said += [(w, f"talk:{t.id}") for t in vocabulary.smalltalk for w in t.says]
    return vocabulary.examples() + said


def families(vocabulary: Vocabulary) -> tuple[Families, ...]:
    """Sortings of the entries: by topic or authority; and by whether it is this kind of bureau's business."""
    topics = {f"in:{m.id}": f"in {m.topic}" for m in vocabulary.matters}
    topics |= {f"out:{o.id}": f"out {o.authority or ''}" for o in vocabulary.outside}
    sides = {label: label.partition(":")[0].replace("talk", "in") for _, label in vocabulary.examples()}
    return Families(topics, _TOPIC_WEIGHT), Families(sides, _SIDE_WEIGHT)


def main() -> None:
    """Train on the packaged vocabulary and write the weights."""
    vocabulary = load_vocabulary(PACKAGED)
    pairs = training_pairs(vocabulary)
    print(f"training on {len(pairs)} texts …", flush=True)
    train(pairs, families=families(vocabulary)).save(WEIGHTS)
    print(f"wrote {WEIGHTS} ({WEIGHTS.stat().st_size / 1e6:.1f} MB)")


if __name__ == "__main__":
    main()
