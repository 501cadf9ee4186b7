"""The learned part of understanding: weights over the vocabulary's own examples, shipped and checked for staleness.

`python -m assistant.topic_model` (`make train`) trains them again after the vocabulary changed.
"""

from __future__ import annotations

from pathlib import Path

from assistant.matters import PACKAGED, Vocabulary, load_vocabulary
from index.classifier import LinearClassifier, fingerprint, train

WEIGHTS = Path(__file__).parent / "topics.npz"


def load_topic_model(path: Path = WEIGHTS) -> LinearClassifier:
    """The shipped weights. Raises SearchIndexError when the file is missing or damaged."""
    return LinearClassifier.load(path)


def is_current(model: LinearClassifier, vocabulary: Vocabulary) -> bool:
    """Whether the weights were trained on just this vocabulary's examples."""
    return model.fingerprint == fingerprint(vocabulary.examples())


def main() -> None:
    """Train on the packaged vocabulary and write the weights."""
    vocabulary = load_vocabulary(PACKAGED)
    examples = vocabulary.examples()
    print(f"training on {len(examples)} examples …", flush=True)
    train(examples).save(WEIGHTS)
    print(f"wrote {WEIGHTS} ({WEIGHTS.stat().st_size / 1e6:.1f} MB)")


if __name__ == "__main__":
    main()
